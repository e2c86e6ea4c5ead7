/** Entities as numbers, while facts are read: each with all that it belongs to, looked up once. */
import type { Store } from '../facts/index.ts';
import type { Understander } from '../question/index.ts';
import { closure, officesOf } from './belonging.ts';
import type { KeyTableBuilder } from './key-table.ts';

/** What an entity brings to each fact that is about it. */
export interface EntityNumbers {
  /** Itself and all that it belongs to. */
  readonly members: readonly number[];
  /** The keys of the same (`e:`). */
  readonly keys: readonly number[];
  /** The offices of the people among them. */
  readonly offices: readonly number[];
}

/** Gives the numbers of an entity by its id; undefined where the store has none. */
export type EntitiesOf = (id: string) => EntityNumbers | undefined;

/** Looks entities up for the table that grows. */
export function createEntities(store: Store, understander: Understander, keys: KeyTableBuilder): EntitiesOf {
  const read = new Map<string, EntityNumbers>();
  return (id) => {
    let numbers = read.get(id);
    if (!numbers && store.entities.has(id)) {
      const members = [...closure(store, [id])];
      numbers = {
        members: members.map((member) => keys.add(member)),
        keys: members.map((member) => keys.add(`e:${member}`)),
        offices: Array.from(officesOf(store, understander, members), (office) => keys.add(office)),
      };
      read.set(id, numbers);
    }
    return numbers;
  };
}
