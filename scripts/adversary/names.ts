/** How entities are written, and where they stand in a text of the store. */
import type { Entity, Store } from '../../src/facts/index.ts';
import type { Random } from './random.ts';

/** A stretch of a text that names an entity. */
export interface Mention {
  readonly entity: string;
  readonly text: string;
  readonly start: number;
  readonly adjective: boolean;
}

/** Names as they stand in the store. */
export interface Names {
  /** All mentions of a text, longest first, none inside another. */
  readonly mentionsIn: (text: string) => Mention[];
  /** A name or alias of the entity that differs from `not`, adjectives for adjectives. */
  readonly another: (id: string, not: string, adjective: boolean, random: Random) => string | undefined;
  /** Whether a text is a way to write any entity. */
  readonly isName: (text: string) => boolean;
}

const bare = (name: string) => name.replace(/^the /u, '');

/** Names by which a question may call the entity, without article. */
export function namesOf(entity: Entity): string[] {
  return [...new Set([entity.name, ...(entity.aliases ?? [])].map(bare))];
}

/** Reads the names of a store. */
export function createNames(store: Store): Names {
  const forms = new Map<string, { entity: string; adjective: boolean }>();
  for (const entity of store.entities.values()) {
    for (const name of namesOf(entity)) forms.set(name, { entity: entity.id, adjective: false });
    for (const adjective of entity.adjectives ?? []) forms.set(adjective, { entity: entity.id, adjective: true });
  }
  // A surname alone counts as a mention, as it does for a reader: the last word of a person's name, when no other form has it.
  for (const { id, kind, name } of store.entities.values()) {
    const surname = name.split(' ').at(-1)!;
    if (kind === 'person' && !forms.has(surname)) forms.set(surname, { entity: id, adjective: false });
  }
  const longest = [...forms.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${longest.map((f) => f.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|')})(?![\\p{L}\\p{N}-])`,
    'gu',
  );
  const lower = new Set(longest.map((f) => f.toLowerCase()));
  return {
    mentionsIn: (text) => [...text.matchAll(pattern)].map((m) => ({ ...forms.get(m[0])!, text: m[0], start: m.index })),
    another: (id, not, adjective, random) => {
      const entity = store.entities.get(id)!;
      const all = adjective ? (entity.adjectives ?? []) : namesOf(entity);
      return random.pick(all.filter((n) => n !== not));
    },
    isName: (text) => lower.has(text.toLowerCase()),
  };
}

/** Replaces one mention; an article before it stays, a second one goes. */
export function replaceMention(text: string, mention: Mention, by: string): string {
  return text.slice(0, mention.start) + by + text.slice(mention.start + mention.text.length);
}
