/** Asking words that only join a clause: "the officer who said …", "the words it used when …". */
import { means } from '../lookup/index.ts';
import type { Reading } from './reading.ts';

/** "the officer who said …", "when the leaders met" after a clause: the word joins, it does not ask. */
export function isRelative(q: Reading, i: number): boolean {
  // "When the leaders met, over which seas …": the clause sets the time, what asks stands after it.
  const clause = q.words.findIndex((w, k) => k > i + 2 && /,/u.test(w.gap));
  if (clause > 0 && !q.is(i + 1, 'auxiliary') && q.words.slice(clause).some((_, k) => q.is(clause + k, 'wh')))
    return true;
  if (i === 0) return false;
  // "the words it used when it condemned them": "tell me when it was" asks.
  const subject = ['pronoun-thing', 'pronoun-person', 'pronoun-people'].some((part) => q.is(i + 1, part));
  if (i > 2 && subject && !q.is(i - 1, 'say') && !q.is(i - 2, 'say') && !/[,;:]/u.test(q.words[i]!.gap)) return true;
  const asksEarlier = q.words.slice(0, i).some((_, k) => q.is(k, 'what') || q.is(k, 'how') || q.is(k, 'why'));
  const before = q.spanAt(i - 1);
  const afterNoun = before !== undefined && (means(before, 'a:') || means(before, 'e:') || means(before, 't:'));
  return (
    asksEarlier ||
    (q.is(i, 'who') &&
      afterNoun &&
      !/[,;:?-]/u.test(q.words[i]!.gap) &&
      i > 1 &&
      (q.is(i - 2, 'determiner') || q.is(i - 2, 'auxiliary')))
  );
}
