/**
 * Claims that something was new: "was it the first drill they held?", "is that unprecedented?", "they had never drilled there before,
 * right?", with what they say beside it.
 */
import type { Asked } from './question.ts';
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** What a claim says of the thing that it calls new; null where it calls nothing new. */
export function newIn(q: Reading, asked: Asked): string | null {
  if (asked.form !== 'yes-no') return null;
  const at = q.first('newness');
  const never = q.has('never-until') ? q.first('never') : -1;
  if (at < 0 && never < 0) return null;
  if (q.words.some((_, i) => q.is(i, 'negation') && !q.is(i, 'newness') && i !== never)) return null;
  // "…, or had they done so before?" asks for the contrary.
  const or = q.words.findIndex((w, i) => i > Math.max(at, never) && q.is(i, 'or') && /[,?]/u.test(w.gap));
  const kept = q.words.flatMap((_, i) =>
    i < (or < 0 ? q.words.length : or) && !saysNew(q, i) && i !== never ? [i] : [],
  );
  return kept.map((i) => textOf(q.words, i, i + 1)).join(' ');
}

/** Whether a word is one by which something is called new, or the second of two. */
function saysNew(q: Reading, i: number): boolean {
  return q.is(i, 'newness') || (q.is(i - 1, 'newness-pair') && i > 0);
}
