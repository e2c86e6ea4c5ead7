/** Words for what an account does not hold: "leaves one of them out", "missing from NAME's list", "omits". */
import type { Reading } from './reading.ts';

/** "leaves … out": at most so many words stand between. */
const APART = 5;

/** Indices of the words from `i` on that say that something is left out; none where they do not begin there. */
export function leavesOutAt(q: Reading, i: number): number[] {
  if (q.is(i, 'omit')) return q.is(i + 1, 'lacks-from') ? [i, i + 1] : [i];
  if (!q.is(i, 'leaves')) return [];
  for (let k = i + 1; k <= i + APART && k < q.words.length; k++) if (q.is(k, 'left-out')) return [i, k];
  return [];
}
