/** Gaps that a question leaves to be filled: "Japan voiced its ____ over it", "complete: it is driven by ...", "it ended in ...?" */
import { monthOf, weekdayOf } from './calendar.ts';
import type { Part } from './question.ts';
import type { Reading } from './reading.ts';
import { type Stretch, textOf } from './text-of.ts';

/** Function words by the part that they play, as the vocabulary has them. */
type Grammar = Readonly<Record<string, readonly string[]>>;

/** Marks that are left of a gap around the word that asks for it. */
const MARK = '__';

/** Puts a word that asks into each gap of a text: a line, or dots that end a sentence which nothing else asks. */
export function withGaps(text: string, { gap = [], wh = [], fill = [] }: Grammar): string {
  const [asking] = gap;
  if (asking === undefined || !/__|\.\./u.test(text) || text.includes(MARK + asking + MARK)) return text;
  const put = MARK + asking + MARK;
  const lined = text.replace(/_{2,}/gu, put);
  if (lined !== text) return lined;
  const [, before, marks = '', mark, rest] = DOTS.exec(text) ?? [];
  if (before === undefined) return text;
  const words = (of: string) => of.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  const sentence = words(before.slice(before.search(/[.!?:;][^.!?:;]*$/u) + 1));
  const isAsked = mark !== undefined || words(text).some((w) => fill.includes(w));
  const asks = !isAsked || sentence.length === 0 || sentence.some((w) => wh.includes(w));
  return asks ? text : `${before} ${put}${marks}${mark ?? ''}${rest}`;
}

/** The last dots of a text, with what stands before them and after. */
const DOTS = /^(.*?)\s*\.{2,}(["')]*\s*)(\?)?([^.]*|[^.]*\.[^.].*)$/u;

const isGap = (q: Reading, i: number) => q.is(i, 'gap') && q.words[i]!.gap.endsWith(MARK);

/** The text without what only orders a gap to be filled ("complete the quote:", "two words, please"); undefined where there is no gap. */
export function withoutOrders(q: Reading): string | undefined {
  if (!q.words.some((_, i) => isGap(q, i))) return undefined;
  const starts = q.words.flatMap((w, i) => (i === 0 || /[:;]|[.!?]["')]*\s/u.test(w.gap) ? [i] : []));
  const kept = starts.map((from, n) => keptOf(q, { from, to: starts[n + 1] ?? q.words.length }));
  return kept.filter(Boolean).join(': ');
}

function keptOf(q: Reading, { from, to }: Stretch): string {
  const range = Array.from({ length: to - from }, (_, k) => from + k);
  const orders = range.find((i) => q.is(i, 'fill'));
  if (range.some((i) => isGap(q, i))) {
    const gap = range.findLast((i) => isGap(q, i))!;
    // "it is ____, fill the blank": what follows the order is kept only where it stands before the gap.
    return textOf(
      q.words,
      orders !== undefined && orders < gap ? orders + 1 : from,
      orders !== undefined && orders > gap ? orders : to,
    );
  }
  if (orders === undefined) {
    const tells = range.some((i) => q.is(i, 'wh') || q.spanAt(i)?.meanings.some((m) => /^[evkd]:/u.test(m)));
    return tells ? textOf(q.words, from, to) : '';
  }
  // "finish NAME's sentence", "complete the quote of May 2022": whose it is, and of when, is kept.
  const names = (i: number) =>
    q.spanAt(i)?.meanings.some((m) => /^[evd]:/u.test(m)) ||
    /\d/u.test(q.words[i]!.text) ||
    monthOf(q.words[i]!.lower) !== undefined ||
    weekdayOf(q.words[i]!.lower) !== undefined;
  return range.flatMap((i) => (names(i) ? [q.words[i]!.text] : [])).join(' ');
}

/** The clauses of a sentence with several gaps, each a part; none where its gaps stand in one clause or one list. */
export function gappedParts(q: Reading): Part[] {
  const gaps = q.words.flatMap((_, i) => (isGap(q, i) ? [i] : []));
  const starts = [0];
  for (const [n, gap] of gaps.slice(1).entries()) {
    const joint = q.words.findLastIndex((w, i) => i > gaps[n]! && i < gap && (q.is(i, 'and') || /[,;]/u.test(w.gap)));
    const from = q.is(joint, 'and') ? joint + 1 : joint;
    // "through ____ and ____": another of the same.
    const isClause = joint > 0 && q.words.slice(from, gap).some((_, k) => !isLight(q, from + k));
    if (isClause) starts.push(joint);
  }
  if (starts.length < 2) return [];
  return starts.map((start, n) => {
    const at = { from: q.is(start, 'and') ? start + 1 : start, to: starts[n + 1] ?? q.words.length };
    const text = textOf(q.words, at.from, at.to);
    const whole = n === 0 ? [text] : opensWith(q, gaps[0]!).map((end) => `${textOf(q.words, 0, end)} ${text}`);
    return { text, whole, pronoun: null, shares: null };
  });
}

/** How much of the first clause the others may have too, the most first: up to its last auxiliary or "to", or up to who it is about. */
function opensWith(q: Reading, gap: number): number[] {
  const joint = q.words.findLastIndex((_, i) => i < gap && (q.is(i, 'auxiliary') || q.is(i, 'to')));
  const name = q.spans.find((s) => s.end < gap && s.meanings.some((m) => m.startsWith('e:')));
  return [...new Set([joint + 1, name?.end ?? 0])].filter((end) => end > 0).sort((a, b) => b - a);
}

const isLight = (q: Reading, i: number) =>
  q.is(i, 'determiner') || q.is(i, 'preposition') || q.is(i, 'oblique') || q.is(i, 'with');
