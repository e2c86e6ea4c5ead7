/** What the tables of facts must hold, computed the slow way: fact by fact, against every other fact and every event. */
import type { Store } from '../../src/facts/index.ts';
import { closure } from '../../src/matching/belonging.ts';
import type { Asked, Understander } from '../../src/question/index.ts';
import { type Annotation, annotationOf, type Draft, draftOf } from './slow-draft.ts';

/** A fact with what it shares. */
export interface SlowProfile {
  readonly id: string;
  readonly of: string;
  readonly draft: Draft;
  readonly concepts: Map<string, number>;
  readonly kin: Set<string>;
  readonly annotations: Annotation[];
}

const BY_SIBLING = 0.55;
const FAMILY = 20;

/** Reads all facts that are not superseded. */
export function slowProfiles(store: Store, understander: Understander): SlowProfile[] {
  const read = (text: string) => annotationOf(understander, text);
  const profiles = store.facts
    .filter((f) => !f.superseded)
    .map((fact): SlowProfile => {
      const draft = draftOf(store, understander, fact, read);
      const annotations = draft.asks.map(read);
      return { id: fact.id, of: fact.of, draft, concepts: new Map(draft.concepts), kin: new Set(), annotations };
    });
  const about = (id: string) => profiles.filter((p) => p.of === id);
  const isPerson = (id: string) => store.entities.get(id)?.kind === 'person';
  const tell = (p: SlowProfile, ids: Iterable<string>) => {
    for (const id of ids) if (!isPerson(id)) p.kin.add(id);
  };
  for (const p of profiles) {
    const event = store.events.get(p.of);
    const around = event ? [event.id, ...(event.same_day_as ?? []), event.response_to ?? '', event.part_of ?? ''] : [];
    for (const id of around) for (const sibling of about(id)) tell(p, sibling.draft.entities);
    for (const id of store.facts.find((f) => f.id === p.id)!.context ?? []) {
      const other = profiles.find((o) => o.id === id);
      if (!other) continue;
      tell(p, other.draft.entities);
      tell(other, p.draft.entities);
    }
    for (const other of store.events.values())
      if (other.participants?.some((v) => v.entity === p.of))
        for (const v of [...other.participants, ...(other.where ?? [])])
          tell(p, closure(store, v.entity ? [v.entity] : []));
  }
  for (const p of profiles) {
    const family = about(p.of);
    if (family.length > FAMILY) continue;
    for (const sibling of family)
      for (const [key, strength] of sibling.draft.concepts)
        if (strength === 1 && !key.startsWith('p:') && (p.concepts.get(key) ?? 0) < BY_SIBLING)
          p.concepts.set(key, BY_SIBLING);
  }
  for (const event of store.events.values())
    for (const text of store.vocabulary.event_kinds.find((k) => k.id === event.kind)?.asked_as ?? []) {
      const annotation = read(text);
      const { wants } = annotation.asked;
      const family = about(event.id);
      const fills = (p: SlowProfile) => wants.length === 0 || wants.some((w) => w !== 'thing' && p.draft.wants.has(w));
      (family.find(fills) ?? family[0])?.annotations.push(annotation);
    }
  return profiles;
}

/** How rare a concept is among the facts. */
export function slowRarity(profiles: readonly SlowProfile[], key: string): number {
  const frequency = profiles.filter((p) => p.concepts.has(key)).length;
  return frequency === 0 ? 0 : Math.log(1 + profiles.length / frequency);
}

/** A span of a question: its keys and its weight. */
export interface SlowSpan {
  readonly keys: readonly string[];
  /** Of the keys, those of its words that the tables know. */
  readonly words: readonly number[];
  readonly weight: number;
}

/** The closest way to ask for a fact, and how close it is. @param deed the verb on which the question turns */
export function slowClosestAsk(
  spans: readonly SlowSpan[],
  asked: Asked,
  profile: SlowProfile,
  rarity: (key: string) => number,
  deed: SlowSpan | undefined,
): readonly [number, string | null] {
  let [best, text]: [number, string | null] = [0, null];
  for (const annotation of profile.annotations) {
    const done = !deed || annotation.spans.some((span) => span.some((key) => deed.keys.includes(key)));
    const nearness =
      similar(spans, annotation, rarity) * (done ? 1 : 0.8) * (asksAlike(asked, annotation.asked) ? 1 : 0.6);
    if (nearness > best) [best, text] = [nearness, annotation.text];
  }
  return [best, text];
}

function asksAlike(a: Asked, b: Asked): boolean {
  if (a.form === 'yes-no' || b.form === 'any' || a.form === 'any') return true;
  if (a.wants.length === 0 || b.wants.length === 0) return a.form === b.form;
  return a.wants.some((w) => b.wants.includes(w));
}

function similar(spans: readonly SlowSpan[], annotation: Annotation, rarity: (key: string) => number): number {
  const open = new Set(annotation.spans);
  let [shared, total] = [0, 0];
  for (const { keys, weight } of spans) {
    total += weight;
    for (const span of open)
      if (span.some((k) => keys.includes(k))) {
        shared += weight;
        open.delete(span);
        break;
      }
  }
  for (const span of open) total += Math.max(0.3, ...span.map(rarity)) * 0.7;
  return total > 0 ? shared / total : 0;
}

/**
 * The facts that share the most weight with the spans, of equals the nearer and then the earlier, and those with a concept that few facts have; only
 * those that share a concept.
 */
export function slowSelection(
  spans: readonly SlowSpan[],
  profiles: readonly SlowProfile[],
  most: number,
  few: number,
  nearness: (order: number) => number,
): string[] {
  const found = profiles
    .map((profile, order) => {
      const strongest = spans.map(({ keys, words }) => {
        const strengths = keys.map((k) => profile.concepts.get(k) ?? 0);
        if (words.length <= 1) return Math.max(0, ...strengths);
        const held = strengths.filter((_s, i) => keys[i]!.startsWith('w:')).reduce((sum, s) => sum + s, 0);
        return Math.max(held / words.length, 0, ...strengths.filter((_s, i) => !keys[i]!.startsWith('w:')));
      });
      const sum = spans.reduce((total, { weight }, i) => total + weight * strongest[i]!, 0);
      return { id: profile.id, order, sum, near: nearness(order), shares: strongest.some((s) => s > 0) };
    })
    .filter(({ shares }) => shares)
    .sort((a, b) => b.sum - a.sum || b.near - a.near || a.order - b.order);
  const rare = spans
    .flatMap(({ keys }) => keys)
    .map((key) => profiles.filter((p) => p.concepts.has(key)))
    .filter((holders) => holders.length <= few);
  return [...found.slice(0, most), ...rare.flat()].map(({ id }) => id);
}
