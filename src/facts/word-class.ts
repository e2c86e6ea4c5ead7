/** The classes of words and meanings in the grammar of a store's vocabulary, as sets. */
import type { Store } from './store.ts';

/** The classes of each store that were asked for: a store does not change. */
const classes = new WeakMap<Store, Map<string, ReadonlySet<string>>>();

/** The words (or the meanings of words) of a class of the grammar; none where the vocabulary does not have it. */
export function wordClass(store: Store, name: string): ReadonlySet<string> {
  let known = classes.get(store);
  if (!known) classes.set(store, (known = new Map()));
  let words = known.get(name);
  if (!words) known.set(name, (words = new Set(store.vocabulary.grammar[name])));
  return words;
}
