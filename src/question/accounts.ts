/** What a question asks of two accounts of one thing: what only one of them has ("leaves out", "but not", "only"), or what both have. */
import { leavesOutAt } from './omission.ts';
import type { Question } from './question.ts';
import type { Reading } from './reading.ts';

/** Whether it asks for what tells accounts apart, or for what they share; null where it asks for neither, or speaks of nothing that is told. */
export function contrastIn(q: Reading): Question['contrast'] {
  const omits = q.words.some((_, i) => leavesOutAt(q, i).length > 0);
  if (!omits && !['say', 'statement', 'telling'].some(q.has)) return null;
  if (omits || q.has('negation') || q.has('only') || q.has('extra')) return 'apart';
  return q.has('every') || q.has('in-common') ? 'shared' : null;
}
