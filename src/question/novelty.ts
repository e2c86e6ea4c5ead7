/**
 * Claims that something was new or had been before: "was it the first drill they held?", "they had never drilled there before, right?",
 * "had they drilled there already?", "a new thing, or have they done so before?", with what they say beside it.
 */
import type { Asked, Question } from './question.ts';
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** What a claim says of the thing that it calls new, or old; null where it calls nothing so. */
export function noveltyIn(q: Reading, asked: Asked): Question['novelty'] {
  const isNew = newIn(q, asked);
  const isOld = oldIn(q, asked);
  const or = q.words.findIndex((_, i) => i > 0 && q.is(i, 'or') && isChoice(i, isNew, isOld));
  if (isNew && isOld && or > 0) {
    // Each half says what it is; the longer one says more of it.
    const [from, to] = or * 2 < q.words.length ? [or + 1, q.words.length] : [0, or];
    const rest = q.words.flatMap((_, i) => (i < from || i >= to ? [i] : []));
    return { of: keptText(q, [...isNew, ...isOld, ...rest]), called: 'either' };
  }
  if (asked.form !== 'yes-no' || isNegated(q)) return null;
  if (isNew) {
    // "…, or had they done so before?" asks for the contrary.
    const end = q.words.findIndex((w, i) => i > isNew[0]! && q.is(i, 'or') && /[,?]/u.test(w.gap));
    const rest = end < 0 ? [] : q.words.map((_, i) => i).slice(end);
    return { of: keptText(q, [...isNew, ...rest]), called: 'new' };
  }
  return isOld ? { of: keptText(q, isOld), called: 'old' } : null;
}

/** Whether "or" stands between what is called new and what is called old. */
function isChoice(or: number, isNew: readonly number[] | null, isOld: readonly number[] | null): boolean {
  const [a, b] = [isNew?.[0] ?? or, isOld?.[0] ?? or];
  return (a < or && b > or) || (b < or && a > or);
}

/** Whether a word denies, other than one by which something is called new. */
function isNegated(q: Reading): boolean {
  const never = q.has('never-until') ? q.first('never') : -1;
  return q.words.some((_, i) => q.is(i, 'negation') && !q.is(i, 'newness') && i !== never);
}

/** The words by which something is called new. */
function newIn(q: Reading, { form }: Asked): number[] | null {
  const never = form === 'yes-no' && q.has('never-until') ? q.first('never') : -1;
  const said = q.words.flatMap((_, i) => (saysNew(q, i) || i === never ? [i] : []));
  return said.length > 0 ? said : null;
}

/** Whether a word is one by which something is called new, or the second of two. */
function saysNew(q: Reading, i: number): boolean {
  return q.is(i, 'newness') || (q.is(i - 1, 'newness-pair') && i > 0);
}

/** The words by which something is said to have been before ("already", "previously"), with what they count from ("before the summit"). */
function oldIn(q: Reading, { form }: Asked): number[] | null {
  if (form !== 'yes-no' && form !== 'any') return null;
  const said = q.words.flatMap((_, i) => {
    if (q.is(i, 'oldness')) return [i];
    if (!q.is(i, 'comes-before')) return [];
    const clause = clauseFrom(q, i);
    // "before the summit": that is another thing, and which of them came first is asked; "before that one" is of the same kind.
    return !clause.some((k) => q.is(k, 'of-the-kind')) &&
      clause.some((k) => q.spanAt(k)?.meanings.some((m) => /^[vekd]:/u.test(m)))
      ? []
      : clause;
  });
  return said.length > 0 ? said : null;
}

/** The words from one on, up to the next mark or "or". */
function clauseFrom(q: Reading, from: number): number[] {
  const end = q.words.findIndex((w, i) => i > from && (/[^\s'’-]/u.test(w.gap) || q.is(i, 'or')));
  return q.words.map((_, i) => i).slice(from, end < 0 ? undefined : end);
}

/** The text without some of its words. */
function keptText(q: Reading, left: readonly number[]): string {
  return q.words.flatMap((_, i) => (left.includes(i) ? [] : [textOf(q.words, i, i + 1)])).join(' ');
}
