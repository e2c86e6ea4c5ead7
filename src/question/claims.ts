/** Claims that are put up for a yes or a no without an auxiliary to open them: "true or false: …", "X = Y?", "first time ever X?". */
import type { Reading } from './reading.ts';

/** What opens a claim has at most so many words. */
const OPENER = 4;

/** The words of a claim that only ask whether it is so; undefined where the words are no such claim. */
export function claimIn(q: Reading): ReadonlySet<number> | undefined {
  const count = q.words.length;
  if (q.is(0, 'claim')) {
    const mark = q.words.findIndex((w, i) => i > 0 && /[:;,.?]|\s[-–—]\s|—/u.test(w.gap));
    return range(0, mark > 0 && mark <= OPENER ? mark : 1);
  }
  const colon = q.words.findIndex((w) => w.gap.includes(':'));
  if (q.is(0, 'puts-up') && colon > 0 && colon <= OPENER) return range(0, colon);
  const closes =
    q.is(count - 3, 'tag') && q.is(count - 2, 'or') && (q.is(count - 1, 'negation') || q.is(count - 1, 'untrue'));
  if (count > 3 && closes) return range(count - 3, count);
  if (q.has('wh')) return undefined;
  return q.words.some((w, i) => (i > 0 && w.gap.includes('=')) || q.is(i, 'ever')) ? new Set() : undefined;
}

function range(from: number, to: number): Set<number> {
  return new Set(Array.from({ length: to - from }, (_, k) => from + k));
}
