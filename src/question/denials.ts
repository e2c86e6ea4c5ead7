/** What is denied: questions for what did not happen ("which country did not attend"), and claims that it did not ("NAME never said so, right?"). */
import type { Asked } from './question.ts';
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** Whether it is asked who or what did not: the asking words, what they ask of, and right after it the denied verb. */
export function deniesIn(q: Reading, asked: Asked): boolean {
  if (!['which', 'who', 'why'].includes(asked.form) || asked.words.size === 0) return false;
  const from = Math.max(...asked.words) + 1;
  for (let i = from; i < Math.min(from + 3, q.words.length); i++)
    if (q.is(i, 'auxiliary') && (q.is(i, 'negation') || (q.is(i + 1, 'not') && !isOfPhrase(q, i + 1)))) return true;
  return false;
}

/** "not happy": a phrase that the vocabulary knows says what is so, not what is not. */
function isOfPhrase(q: Reading, i: number): boolean {
  const span = q.spanAt(i);
  return span !== undefined && span.end > span.start + 1 && span.meanings.some((m) => m.startsWith('p:'));
}

/**
 * What a claim denies, as the claim that it was so ("NAME did say it, right?"); null where nothing is denied. "Didn't NAME say it?" and
 * "did NAME not say it?" expect that it was so, and deny nothing.
 */
export function deniedIn(q: Reading, asked: Asked): string | null {
  if (asked.form !== 'yes-no') return null;
  // "I never heard of it" claims nothing, unless something marks it as a claim.
  const last = q.words.length - 1;
  if (asked.words.size === 0 && (!q.is(last, 'tag') || q.is(last, 'pronoun-thing'))) return null;
  const isTold = (i: number) => q.is(i, 'auxiliary') && !asked.words.has(i);
  const denials = q.words.flatMap((_, i) =>
    q.is(i, 'never') || q.is(i, 'no-one') || (q.is(i, 'negation') && isTold(i)) || (q.is(i, 'not') && isTold(i - 1))
      ? [i]
      : [],
  );
  const [at, ...more] = denials;
  // Two denials are read word for word.
  if (at === undefined || more.length > 0) return null;
  const affirmed = q.is(at, 'no-one') ? 'somebody' : q.is(at, 'auxiliary') ? q.words[at]!.text.replace(DENIED, '') : '';
  return [textOf(q.words, 0, at), affirmed, textOf(q.words, at + 1, q.words.length)].filter(Boolean).join(' ');
}

/** What an auxiliary is denied by: "didn't", "didnt". */
const DENIED = /n['’]?t$/iu;
