/** Who takes part in what a document tells of, and which events these are: what a question may name to say when, or which text. */
import type { Store } from '../facts/index.ts';
import { closure } from './belonging.ts';
import type { Profile } from './profile.ts';

/** The events of one document, and everybody and every place in them, with what they belong to. */
export interface Told {
  readonly events: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
}

/**
 * Reads what documents tell of, each once and when it is first asked for.
 * @param profile the profile of a row; the rows of a document stand together
 * @param size how many rows there are
 */
export function createTold(store: Store, profile: (row: number) => Profile, size: number): (of: Profile) => Told {
  const read = new Map<string, Told>();
  return ({ order, fact: { document } }) => {
    let told = read.get(document);
    if (!told) {
      const events = new Set<string>();
      const isOf = (row: number) => row >= 0 && row < size && profile(row).fact.document === document;
      for (const step of [-1, 1])
        for (let row = step < 0 ? order : order + 1; isOf(row); row += step) events.add(profile(row).fact.of);
      const entities = [...events].flatMap((id) => {
        const event = store.events.get(id);
        return [...(event?.participants ?? []), ...(event?.where ?? [])].flatMap((v) => v.entity ?? []);
      });
      told = { events, entities: closure(store, entities) };
      read.set(document, told);
    }
    return told;
  };
}
