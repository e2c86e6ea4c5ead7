/** Which facts a curator taught a wording for: found by the wording's number, held against its words. */
import type { Span } from '../lookup/index.ts';
import { type IsArticle, type Likeness, likenessOf, wordingOf, wordNumbers } from './own-words.ts';

/** For each way to ask that a curator noted for a fact, in order of the wording and then of the row. Plain data. */
export interface TaughtTable {
  /** Its words as a number. */
  readonly wordings: Uint32Array;
  /** The row of the fact. */
  readonly rows: Uint32Array;
  /** Its number in the table of all ways to ask. */
  readonly asks: Uint32Array;
}

/** The facts that were taught a wording. */
export interface Taught {
  /** Their rows, in order; none where too many share the wording but for the names. */
  readonly rows: readonly number[];
  readonly has: (row: number) => boolean;
  /** The rows of all that were taught the wording, of whomever; none where they are too many. */
  readonly alike: readonly number[];
  /** How the question compares with the wordings that a fact was taught. */
  readonly likenesses: (row: number) => readonly Likeness[];
}

/** So many that differ in names alone are looked through; more are asked one by one. */
const FEW = 50;

const NONE: Taught = { rows: [], has: () => false, alike: [], likenesses: () => [] };

/** Puts the ways to ask in order. */
export function taughtTableOf(
  asks: Iterable<{ readonly row: number; readonly ask: number; readonly wording: number }>,
): TaughtTable {
  const sorted = [...asks].sort((a, b) => a.wording - b.wording || a.row - b.row);
  return {
    wordings: Uint32Array.from(sorted, (a) => a.wording),
    rows: Uint32Array.from(sorted, (a) => a.row),
    asks: Uint32Array.from(sorted, (a) => a.ask),
  };
}

/**
 * Finds the facts that a question's own words were taught for.
 * @param spansOf the spans of a way to ask
 */
export function findTaught(
  { wordings, rows, asks }: TaughtTable,
  spans: readonly Span[],
  isArticle: IsArticle,
  spansOf: (ask: number) => readonly Span[],
): Taught {
  const wording = wordingOf(spans.map((span) => wordNumbers(span, isArticle)));
  const from = firstAt(wordings, wording, 0, wordings.length);
  let to = from;
  while (to < wordings.length && wordings[to] === wording) to++;
  if (from === to) return NONE;
  const likenesses = (row: number): Likeness[] => {
    const found: Likeness[] = [];
    for (let i = firstAt(rows, row, from, to); i < to && rows[i] === row; i++) {
      const likeness = likenessOf(spans, spansOf(asks[i]!), isArticle);
      if (likeness) found.push(likeness);
    }
    return found;
  };
  const has = (row: number) => likenesses(row).some((l) => l.same);
  const alike = to - from > FEW ? [] : [...new Set(rows.subarray(from, to))];
  return { rows: alike.filter(has), has, alike, likenesses };
}

/** The first position of a part, in order, that is not below a number. */
function firstAt(sorted: Uint32Array, number: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
