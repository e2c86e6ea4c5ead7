/** Finds the facts that share concepts with a question, at a cost that follows their number and not that of all facts. */
import type { Store } from '../facts/index.ts';
import type { Understander } from '../question/index.ts';
import { type OpposedGroups, opposedGroups } from './gates/index.ts';
import { type Profile, profilesOf } from './profile.ts';

/** Postings from concepts to facts, and how rare each concept is. */
export interface FactIndex {
  readonly store: Store;
  readonly profiles: readonly Profile[];
  readonly byId: ReadonlyMap<string, Profile>;
  readonly postings: (key: string) => readonly Profile[];
  /** Inverse document frequency of a concept; 0 for one that no fact has. */
  readonly rarity: (key: string) => number;
  readonly opposed: OpposedGroups;
  /** Predicate classes that some fact has. */
  readonly classes: ReadonlySet<string>;
}

/**
 * Builds the index of a store.
 * @param profiles its facts' profiles, where they have been made already
 */
export function createFactIndex(
  store: Store,
  understander: Understander,
  profiles: readonly Profile[] = profilesOf(store, understander),
): FactIndex {
  const lists = new Map<string, Profile[]>();
  for (const profile of profiles)
    for (const key of profile.concepts.keys()) {
      const list = lists.get(key);
      if (list) list.push(profile);
      else lists.set(key, [profile]);
    }
  const none: readonly Profile[] = [];
  return {
    store,
    profiles,
    byId: new Map(profiles.map((p) => [p.fact.id, p])),
    classes: new Set(profiles.flatMap((p) => [...p.classes])),
    opposed: opposedGroups(store, understander.lexicon.baseOf),
    postings: (key) => lists.get(key) ?? none,
    rarity: (key) => {
      const frequency = lists.get(key)?.length ?? 0;
      return frequency === 0 ? 0 : Math.log(1 + profiles.length / frequency);
    },
  };
}
