/** "What name has the ship?", "…, and it is what sort of ship?": questions in an order of words that English does not have. */
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** The text with its asking words where English has them; undefined where they stand there. */
export function inPlainOrder(q: Reading): string | undefined {
  const named = nameAsked(q);
  const last = askedLast(q, named?.from ?? 1);
  if (!named && last === undefined) return undefined;
  const from = named?.from ?? 0;
  const first = (named?.text ?? '') + textOf(q.words, from, last ?? q.words.length);
  if (last === undefined) return first;
  // "it is what sort of ship": the pronoun and its verb stand last.
  return `${first} ${textOf(q.words, last + 2, q.words.length)} ${textOf(q.words, last + 1, last + 2)} ${textOf(q.words, last, last + 1)}`;
}

/** "what name has X": the name of X is asked for. */
function nameAsked(q: Reading): { readonly text: string; readonly from: number } | undefined {
  const at = q.first('naming');
  if (at < 1 || !q.is(at - 1, 'what') || !q.is(at + 1, 'holds') || at + 2 >= q.words.length) return undefined;
  const before = textOf(q.words, 0, at - 1);
  return { text: `${before} what is the name of `.trimStart(), from: at + 2 };
}

/** The pronoun of a last part that says "it is what": where it begins. */
function askedLast(q: Reading, from: number): number | undefined {
  const i = q.words.findLastIndex(
    (_, k) =>
      k > from &&
      q.is(k - 1, 'joiner') &&
      ['pronoun-thing', 'pronoun-person', 'pronoun-people'].some((part) => q.is(k, part)) &&
      !q.is(k, 'own-pronoun') &&
      q.is(k + 1, 'be') &&
      q.is(k + 2, 'wh') &&
      k + 3 < q.words.length,
  );
  return i > 0 && !q.words.slice(i + 1).some((w) => /[,:;.?!]/u.test(w.gap)) ? i : undefined;
}
