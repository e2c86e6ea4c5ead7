/** The gate over "the earlier summit", "the one before it": of a kind of which one event is told of, another is none of the store's. */
import type { Store } from '../../facts/index.ts';
import { type Conflict, type Gate, OPEN } from './gate.ts';

/** How many events of each kind a store tells of; counted once. */
const counted = new WeakMap<Store, Map<string, number>>();

function kindsOf(store: Store): Map<string, number> {
  let kinds = counted.get(store);
  if (!kinds) {
    counted.set(store, (kinds = new Map()));
    for (const { kind } of store.events.values()) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}

/** A fact that does not say so itself must be of one event among several of its kind, which is the kind asked about. */
export const anotherEvent: Gate = ({ store, question: { anotherEvent } }) => {
  if (!anotherEvent) return null;
  const { base, said, event } = anotherEvent;
  const called = new Set(event?.meanings.filter((m) => m.startsWith('k:')));
  const conflict: readonly Conflict[] = [{ kind: 'contrast', failed: said, bases: [base] }];
  return ({ of, words }) => {
    const kind = store.events.get(of)?.kind;
    const fits =
      kind === undefined || ((called.size === 0 || called.has(`k:${kind}`)) && kindsOf(store).get(kind)! > 1);
    return fits || words.has(base) ? OPEN : conflict;
  };
};
