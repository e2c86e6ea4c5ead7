/**
 * What a question has reckoned from two numbers: "A plus B", "A minus B", "subtract B from A", "how many more than B", "by how many do
 * A outnumber B", "did A have more than B".
 */
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** Added up, one taken from the other, or whether there is more, or less, of the first. */
export type Operation = 'sum' | 'difference' | 'more' | 'fewer';

/** Two numbers, and what is to be done with them. */
export interface Reckoning {
  readonly operation: Operation;
  /** What each is the number of, as written, in every way that the words can be parted; none where only a word asks for a sum. */
  readonly sides: readonly (readonly [string, string])[];
  /** Where it claims that there is more of one: the base of the word that says so, and the claim as written. */
  readonly claimed: { readonly base: string; readonly said: string } | null;
}

/** Finds what is to be reckoned; null where nothing is. */
export function reckoningIn(q: Reading): Reckoning | null {
  // "N times more": how many times is claimed, not only that it is more.
  const isRatio = q.words.some((_, i) => q.is(i, 'times') && q.is(i + 1, 'more-or-less'));
  const claimed = q.is(0, 'auxiliary') && !isRatio ? claimedMore(q) : undefined;
  if (claimed) return claimed;
  const found = ['minus', 'subtract', 'outnumber', 'more-than', 'difference-between'].some(q.has) ? differences(q) : [];
  if (found.length > 0) return { operation: 'difference', sides: found, claimed: null };
  return q.has('sum') ? { operation: 'sum', sides: sums(q), claimed: null } : null;
}

type Pair = readonly [string, string];

function differences(q: Reading): Pair[] {
  const pairs = [minus(q), subtracted(q), outnumbering(q), more(q), difference(q)];
  return pairs.flatMap((pair) => (pair?.every((side) => side.length > 0) ? [pair] : []));
}

/** "A minus B" */
function minus(q: Reading): Pair | undefined {
  const at = q.first('minus');
  return at > 0 ? [sideIn(q, sentenceOf(q, at).from, at), sideIn(q, at + 1, sentenceOf(q, at).to)] : undefined;
}

/** "subtract B from A", "take A and subtract B" */
function subtracted(q: Reading): Pair | undefined {
  const at = q.first('subtract');
  if (at < 0) return undefined;
  const { from, to } = sentenceOf(q, at);
  const of = q.words.findIndex((_, i) => i > at + 1 && i < to && q.is(i, 'taken-from'));
  return of > 0 && at === from
    ? [sideIn(q, of + 1, to), sideIn(q, at + 1, of)]
    : [sideIn(q, from, at), sideIn(q, at + 1, to)];
}

/** "by how many do A outnumber B" */
function outnumbering(q: Reading): Pair | undefined {
  const at = q.first('outnumber');
  if (at < 1 || !q.has('quantity')) return undefined;
  const { from, to } = sentenceOf(q, at);
  return [sideIn(q, from, at), sideIn(q, at + 1, to)];
}

/** "how many more N did A count than B", "A had how many N more than B": what is counted stands with the first. */
function more(q: Reading): Pair | undefined {
  const at = q.words.findIndex((_, i) => q.is(i, 'how') && q.is(i + 1, 'many'));
  const than = q.words.findIndex((_, i) => i > at + 2 && q.is(i, 'exceeds'));
  const word = q.words.findIndex((_, i) => i > at + 1 && i < than && q.is(i, 'more-than'));
  if (at < 0 || word < 0) return undefined;
  const { from, to } = sentenceOf(q, at);
  const noun = word === at + 2 ? q.spanAt(word + 1) : q.spanAt(at + 2);
  if (!noun) return undefined;
  const left = [sideIn(q, from, at), textOf(q.words, at + 2, word), sideIn(q, word + 1, than)]
    .filter(Boolean)
    .join(' ');
  return [left, counting(noun.text, sideIn(q, than + 1, to))];
}

/** "the difference between the number of A and that of B" */
function difference(q: Reading): Pair | undefined {
  const at = q.first('difference-between');
  const and = q.first('and', at + 2);
  return at < 0 || and < 0 || !q.has('counts')
    ? undefined
    : [sideIn(q, at + 2, and), sideIn(q, and + 1, sentenceOf(q, and).to)];
}

/** "did A have more N than B" */
function claimedMore(q: Reading): Reckoning | undefined {
  const at = q.first('more-than');
  const than = q.words.findIndex((_, i) => i > at + 1 && q.is(i, 'exceeds'));
  const noun = q.spanAt(at + 1);
  if (at < 2 || than < 0 || !noun || q.has('wh')) return undefined;
  const { from, to } = sentenceOf(q, at);
  const left = `${sideIn(q, from, at)} ${sideIn(q, at + 1, than)}`;
  const sides: Pair = [left, counting(noun.text, sideIn(q, than + 1, to))];
  const claimed = { base: q.words[at]!.base, said: textOf(q.words, at, to) };
  return { operation: q.is(at, 'fewer') ? 'fewer' : 'more', sides: [sides], claimed };
}

/** The words of a side with the noun that is counted, where they leave it to the other side. */
function counting(noun: string, side: string): string {
  return side.toLowerCase().split(/\W+/u).includes(noun.toLowerCase()) ? side : `${noun} ${side}`;
}

/** "A plus B", "add A and B", "add B to A" */
function sums(q: Reading): Pair[] {
  const at = q.first('plus');
  if (at > 0) return [[sideIn(q, sentenceOf(q, at).from, at), sideIn(q, at + 1, sentenceOf(q, at).to)]];
  const add = q.first('adds');
  if (add < 0) return [];
  const { from, to } = sentenceOf(q, add);
  // "take A, add B"
  if (add > from + 1) return [[sideIn(q, from, add), sideIn(q, add + 1, to)]];
  const joints = q.words.flatMap((_, i) => (i > add + 1 && i + 1 < to && q.is(i, 'and-to') ? [i] : []));
  return joints.map((i) => [sideIn(q, add + 1, i), sideIn(q, i + 1, to)] as const);
}

/** The sentence that holds a word. */
function sentenceOf(q: Reading, at: number): { from: number; to: number } {
  const ends = (i: number) => i > 0 && /[?:;(]|[.!]\s/u.test(q.words[i]!.gap);
  let from = at;
  while (from > 0 && !ends(from)) from--;
  const to = q.words.findIndex((_, i) => i > at && ends(i));
  return { from, to: to < 0 ? q.words.length : to };
}

/** The words of a side without those that only ask, order, or join it. */
function sideIn(q: Reading, from: number, to: number): string {
  const asks = (i: number) =>
    ['opener', 'auxiliary', 'how', 'quantity', 'by', 'reckons', 'joiner'].some((part) => q.is(i, part));
  let [first, last] = [from, to];
  while (first < last && asks(first)) first++;
  while (last > first && q.is(last - 1, 'joiner')) last--;
  return textOf(q.words, first, last);
}
