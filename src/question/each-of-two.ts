/** "two launches, one in May and one in June: who watched each?": two are told of one after the other, and the same is asked of both. */
import { askedNoun } from './asked-noun.ts';
import { endsAsk } from './part-starts.ts';
import type { Part } from './question.ts';
import type { Reading } from './reading.ts';
import { type Stretch, textOf } from './text-of.ts';

/** What tells of two, and what asks of them. */
interface Two {
  /** What both are called, and what is true of both. */
  readonly head: string;
  readonly items: readonly [string, string];
  readonly asking: Stretch;
}

/** The question for each of the two, as parts of the message; none where it does not tell of two, or does not ask of both. */
export function partsForEach(q: Reading): Part[] {
  if (!q.has('one-of-two')) return [];
  const two = twoIn(q);
  const asked = two && askedOf(q, two.asking);
  if (!asked) return [];
  return two.items.map((item, n) => ({
    text: asked[n]!(item),
    whole: [asked[n]!(`${two.head} ${item}`.trim())],
    pronoun: null,
    shares: 'topic',
  }));
}

/** What is asked, of what is put where the words point to one of the two. */
type Asking = (of: string) => string;

/** Where a sentence tells of two: "one …, and another …", up to what asks. */
function twoIn(q: Reading): Two | undefined {
  for (let first = q.first('one-of-two'); first >= 0; first = q.first('one-of-two', first + 1)) {
    const opens = first + lengthAt(q, first, 'one-of-two');
    const second = q.words.findIndex(
      (_, i) => i > opens && q.is(i, 'other-of-two') && (q.is(i - 1, 'joiner') || /[,;]/u.test(q.words[i]!.gap)),
    );
    if (second < 0 || q.words.slice(opens, second).some((w) => /[:;.?!]/u.test(w.gap))) continue;
    const from = second + lengthAt(q, second, 'other-of-two');
    const end = q.words.findIndex(
      (w, i) => i > from && (/[:;.?!,]|\s[-–—]/u.test(w.gap) || (q.is(i, 'wh') && q.is(i - 1, 'joiner'))),
    );
    if (end < 0 || !q.words.some((_, i) => i >= end && q.is(i, 'wh'))) continue;
    const closes = q.is(second - 1, 'joiner') ? second - 1 : second;
    return {
      head: headOf(q, first),
      items: [textOf(q.words, opens, closes), textOf(q.words, from, end)],
      asking: { from: end, to: q.words.length },
    };
  }
  return undefined;
}

/** How many words of a class of one word, or of two, stand at a word. */
function lengthAt(q: Reading, i: number, part: string): number {
  return q.is(i, 'determiner') && q.is(i, part) ? 2 : 1;
}

/** What the two are called, without the word that counts them ("two", "two times"), and without the asker's own words before it. */
function headOf(q: Reading, to: number): string {
  const two = q.words.findLastIndex(
    (_, i) => i < to && (q.spanAt(i)?.meanings.includes('#:2') || q.is(i, 'those-listed')),
  );
  const told = q.words.some((_, i) => i < two && q.is(i, 'asker')) ? two : 0;
  const kept = q.words.slice(told, to).flatMap((w, k) => {
    const i = told + k;
    const counts = i === two || (i === two + 1 && q.is(i, 'times'));
    return counts ? [] : [w.text + (w.possessive ? "'s" : '')];
  });
  return kept.join(' ');
}

/** What is asked of the first and of the second: the same ("which of each"), or a clause of each ("who of the first, and who of the second"). */
function askedOf(q: Reading, { from, to }: Stretch): readonly [Asking, Asking] | undefined {
  const second = q.first('latter-of-two', from);
  const first = q.first('former-of-two', from);
  if (first >= 0 && second > first) {
    let at = q.words.findLastIndex((_, i) => i > first && i <= second && q.is(i, 'wh'));
    while (at > first + 1 && !q.is(at - 1, 'joiner') && !/[,;]/u.test(q.words[at]!.gap) && at > first) at--;
    if (at <= first) return undefined;
    const [one, other] = [asking(q, from, at, first), asking(q, at, to, second)];
    // "which country was worried the first time, and which one the second": the verb is that of the first.
    const lacks = q.is(at, 'which') && askedNoun(q, at + 1).noun === null;
    const says = q.words
      .slice(at, second)
      .filter((_, k) => !q.is(at + k, 'wh') && !q.is(at + k, 'one') && !q.is(at + k, 'determiner'));
    if (!says.some((_, k) => !isFunction(q, at + k))) return [one, one];
    // "which country …, and which objected to the second": the noun is that of the first.
    const noun = q.words.findIndex((_, i) => i >= from && q.is(i, 'which')) + 1;
    const { end } = askedNoun(q, noun);
    const rest = asking(q, at + 1, to, second);
    return [one, lacks && noun > 0 ? (of) => `${textOf(q.words, noun - 1, end)} ${rest(of)}` : other];
  }
  const each = q.words.findIndex(
    (_, i) => i >= from && (q.is(i, 'every') || (q.is(i, 'which') && i > from + 1 && endsAsk(q, i + 1))),
  );
  if (each < 0) return undefined;
  const asked = asking(q, from, to, each);
  return [asked, asked];
}

const isFunction = (q: Reading, i: number) =>
  ['wh', 'one', 'determiner', 'preposition', 'joiner'].some((c) => q.is(i, c));

/** The words with something in place of those that point to one of the two: "the first", "each flight", "the second time". */
function asking(q: Reading, from: number, to: number, pointer: number): Asking {
  let start = pointer;
  while (start > from && q.is(start - 1, 'determiner')) start--;
  const next = q.words[pointer + 1];
  const called = q.words.some((w, i) => i < from && w.base === next?.base);
  const end = q.is(pointer + 1, 'moment') || q.is(pointer + 1, 'one') || called ? pointer + 2 : pointer + 1;
  const last = q.is(to - 1, 'joiner') ? to - 1 : to;
  return (of) =>
    [textOf(q.words, from, start), of, textOf(q.words, Math.min(end, last), last)].filter(Boolean).join(' ');
}
