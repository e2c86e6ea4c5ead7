/** Several questions in one message: "who signed it, and when?", "Japan was happy or not? What it said?". */
import type { Word } from '../lookup/index.ts';
import type { Reading } from './reading.ts';

/** A part with fewer words than this is no question of its own. */
const LEAST = 2;

/** Text of the words from `from` on, up to `to`, with what stands between them. */
export function textOf(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map((w, k, all) => {
      // "both countries' statement": the apostrophe stands between the words.
      const owns = w.possessive && !all[k + 1]?.gap.startsWith("'");
      return (k === 0 ? '' : w.gap) + w.text + (owns ? "'s" : '');
    })
    .join('');
}

/**
 * The parts of a message that ask for themselves, in order; one part where nothing divides it. A part begins after a question mark or
 * a semicolon, at "and" before an asking word, and at a plus sign.
 */
export function findParts(q: Reading): string[] {
  const starts = [0];
  q.words.forEach((word, i) => {
    if (i === 0) return;
    const joined =
      q.is(i - 1, 'joiner') && (q.is(i, 'wh') || (q.is(i, 'auxiliary') && /[,;]/u.test(q.words[i - 1]!.gap)));
    if (/[?;+]|[.!]\s/u.test(word.gap) || joined) starts.push(i);
  });
  return starts
    .map((from, n) => {
      let to = starts[n + 1] ?? q.words.length;
      while (to > from && q.is(to - 1, 'joiner')) to--;
      return { from, to };
    })
    .filter(({ from, to }) => to - from >= LEAST && asks(q, from, to))
    .map(({ from, to }) => textOf(q.words, from, to));
}

/** Whether the words hold an asking word, open with an auxiliary, or order a list. */
export function asks(q: Reading, from: number, to: number): boolean {
  let first = from;
  while (first < to && q.is(first, 'opener')) first++;
  if (q.is(first, 'auxiliary') || q.is(first, 'list')) return true;
  for (let i = from; i < to; i++) if (q.is(i, 'wh')) return true;
  // "Japan was happy about it?": a question by its mark alone.
  return to === q.words.length ? false : (q.words[to]?.gap ?? '').includes('?');
}
