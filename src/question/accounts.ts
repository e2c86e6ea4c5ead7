/** What a question asks of two accounts, or of two things that are counted: what only one of them has ("leaves out", "but not", "only"), or what both have. */
import { leavesOutAt } from './omission.ts';
import type { Question } from './question.ts';
import type { Reading } from './reading.ts';

/** The meaning of nouns for a day or date: days are not held against each other by their number. */
const DAY = 'a:date';

/** Whether it asks for what tells accounts apart, or for what they share; null where it asks for neither, or speaks of nothing that is told. */
export function contrastIn(q: Reading): Question['contrast'] {
  const omits = q.words.some((_, i) => leavesOutAt(q, i).length > 0);
  if (!omits && !['say', 'statement', 'telling'].some(q.has)) return null;
  if (omits || q.has('negation') || q.has('only') || q.has('extra')) return 'apart';
  return q.has('every') || q.has('in-common') ? 'shared' : null;
}

/** Whether it asks for what several things have in common: "common to", "turns up in all of them". */
export function inCommonIn(q: Reading): boolean {
  return q.has('in-common') || q.has('in-all');
}

/** Whether it holds numbers against each other: "which involved more planes, A or B", "the same number as", "do the counts differ". */
export function comparesIn(q: Reading): boolean {
  if (q.has('alike') || (q.has('counts') && (q.has('compare') || isSame(q)))) return true;
  const offered = ['or', 'versus', 'against', 'exceeds'].some(q.has);
  return offered && q.words.some((_, i) => q.is(i, 'more-or-less') && countsNext(q, i + 1));
}

/** "was the number the same?", "the number: same or not": sameness is what is asked, not of what ("the same interval"). */
function isSame(q: Reading): boolean {
  return q.words.some((_, i) => q.is(i, 'same') && (/[?.,;:!]/u.test(q.words[i + 1]?.gap ?? '?') || q.is(i + 1, 'or')));
}

/** Whether a noun that can be counted, or another word of more and less, stands at a word. */
function countsNext(q: Reading, i: number): boolean {
  return (
    q.is(i, 'more-or-less') ||
    q.is(i, 'counts') ||
    (q.spanAt(i)?.meanings.some((m) => /^[tka]:/u.test(m) && m !== DAY) ?? false)
  );
}
