/** Several questions in one message: "who signed it, and when?", "name the ship, and give its class", "PLA officer: rank & name?". */

import { partsForEach } from './each-of-two.ts';
import { gappedParts } from './gaps.ts';
import { listedAfterOrder, listedAtEnd, listedAtStart } from './listed-parts.ts';
import { beginsPart, isAdded } from './part-starts.ts';
import type { Part } from './question.ts';
import type { Reading } from './reading.ts';
import { type Stretch, textOf } from './text-of.ts';
import { partsDescribed } from './told-of-two.ts';
import { borrows, completed, isName, likeFirst, onlyAsks } from './whole-parts.ts';

/** The parts of a message that ask for themselves, in order; one part where nothing divides it. */
export function findParts(q: Reading): Part[] {
  const gapped = q.has('gap') ? gappedParts(q) : [];
  if (gapped.length > 1) return gapped;
  const each = partsForEach(q);
  if (each.length > 1) return each;
  const described = partsDescribed(q);
  if (described.length > 1) return described;
  const stretches = stretchesOf(q);
  const { from } = stretches[0] ?? { from: 0 };
  const { to } = stretches.at(-1) ?? { to: q.words.length };
  const ordered = listedAfterOrder(q, { from, to });
  if (ordered.length >= Math.max(2, stretches.length)) return ordered;
  if (stretches.slice(1).every((s) => isAdded(q, s.from)))
    for (const listed of [listedAtEnd(q, { from, to }), listedAtStart(q, { from, to })])
      if (listed.length > 1 && listed.length >= stretches.length) return listed;
  return stretches.map((at, n) => ({
    text: textOf(q.words, at.from, at.to),
    whole: n > 0 && isName(q, at.from) ? likeFirst(q, stretches[0]!, at) : completed(q, stretches, n),
    pronoun: n > 0 ? pronounIn(q, at) : null,
    shares: borrows(q, stretches, n) ? 'next' : null,
    asksOn: n > 0 && onlyAsks(q, at),
  }));
}

/** The stretches of the message that ask, without what joins them. */
function stretchesOf(q: Reading): Stretch[] {
  const starts = [{ at: 0, begins: false }];
  for (let i = 1; i < q.words.length; i++) {
    const from = starts.at(-1)!.at;
    const begins = beginsPart(q, from, i) && (isAdded(q, i) || asks(q, from, i));
    if (begins || /[?;]|[.!]\s/u.test(q.words[i]!.gap)) starts.push({ at: i, begins });
  }
  return starts.flatMap(({ at, begins }, n) => {
    const next = starts[n + 1];
    const stretch = trimmed(q, at, next?.at ?? q.words.length);
    // "names of the two + did they meet?": what stands before such a mark is asked for like what stands after it.
    const added = next?.begins === true && isAdded(q, next.at);
    const isPart = begins || added || asks(q, stretch.from, stretch.to);
    return stretch.from < stretch.to && isPart ? [stretch] : [];
  });
}

/** Without what joins it to its neighbours: "and", "together with", "if not". */
function trimmed(q: Reading, from: number, to: number): Stretch {
  let first = from;
  let last = to;
  while (last > first && q.is(last - 1, 'joiner')) last--;
  if (q.is(last - 2, 'joiner-pair')) last -= 2;
  if (q.is(last - 3, 'joiner-pair') && q.is(last - 1, 'during')) last -= 3;
  while (first > 0 && first < last && q.is(first, 'joiner')) first++;
  if (first > 0 && q.is(first, 'if') && first + 2 < last) first += 2;
  return { from: first, to: last };
}

/** Whether the words hold an asking word, open with an auxiliary, or order something to be named. */
export function asks(q: Reading, from: number, to: number): boolean {
  let first = from;
  while (first < to && q.is(first, 'opener')) first++;
  if (['auxiliary', 'list', 'identify', 'order-to'].some((part) => q.is(first, part))) return true;
  for (let i = from; i < to; i++) if (q.is(i, 'wh')) return true;
  // "Japan was happy about it?": a question by its mark alone.
  return to === q.words.length ? false : (q.words[to]?.gap ?? '').includes('?');
}

/** The pronoun for somebody or something told of before, with the words around it; none where there are two. */
function pronounIn(q: Reading, { from, to }: Stretch): Part['pronoun'] {
  const all = q.words.flatMap((_, i) =>
    i >= from && i < to && (q.is(i, 'pronoun-person') || q.is(i, 'pronoun-thing')) ? [i] : [],
  );
  const [at, ...more] = all;
  if (at === undefined || more.length > 0) return null;
  const owns = q.is(at, 'determiner') && at + 1 < to;
  // "that patrol" points back and names it all the same.
  if (owns && !q.is(at, 'own-pronoun')) return null;
  return {
    person: q.is(at, 'pronoun-person'),
    owns,
    before: textOf(q.words, from, at),
    after: textOf(q.words, at + 1, to),
  };
}
