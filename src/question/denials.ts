/** Questions for what did not happen: "which country did not attend". */
import type { Asked } from './question.ts';
import type { Reading } from './reading.ts';

/** Whether it is asked who or what did not: the asking words, what they ask of, and right after it the denied verb. */
export function deniesIn(q: Reading, asked: Asked): boolean {
  if (!['which', 'who', 'why'].includes(asked.form) || asked.words.size === 0) return false;
  const from = Math.max(...asked.words) + 1;
  for (let i = from; i < Math.min(from + 3, q.words.length); i++)
    if (q.is(i, 'auxiliary') && (q.is(i, 'negation') || q.is(i + 1, 'not'))) return true;
  return false;
}
