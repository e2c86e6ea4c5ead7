/**
 * Which facts to look at closely: those that share the most weight with a question. The cost follows the facts that have one of
 * its rarer concepts, not all facts.
 */
import { STRENGTHS } from './codes.ts';
import { findItem, rowOf } from './rows.ts';
import type { FactTables } from './tables.ts';

/** What a question asks of the tables: the numbers of each span's keys, and the span's weight. */
export interface Sought {
  readonly keys: readonly number[];
  /** Of the keys, those of a phrase's words: a fact that has one of them has that share of the phrase. */
  readonly words: readonly number[];
  readonly weight: number;
}

/** A concept that more facts than this have does not select facts by itself, when a rarer one does. */
const COMMON = 2_000;

/** Of many facts, only so many are looked at closely. */
const LOOKED_AT = 60;

/** Of facts that share as much weight as the last that is looked at, so many are told apart by the ways to ask for them. */
const EQUALS = 300;

/** Facts with a concept that no more than so many have are looked at whatever their sum: a common word can weigh as much. */
const FEW = 12;

/** A span that can mean more than this has no rare concept: of an alias that thousands have, each of its bearers is rare. */
const AMBIGUOUS = 100;

/** A list of facts is read that is up to so many times as long as what was found; in a longer one the found are looked up. */
const LONG = 64;

/** Sums of the same numbers in another order differ by less. */
const ROUNDING = 1e-9;

/** Selects facts. */
export interface Selector {
  /**
   * Gives the rows to look at.
   * @param sought the spans of the question
   * @param extra rows that the thread adds
   * @param link how strongly a row belongs to the thread; the start of its sum
   * @param nearness how near a row is beside the weight that it shares
   */
  readonly select: (
    sought: readonly Sought[],
    extra: readonly number[],
    link: ((row: number) => number) | undefined,
    nearness: (row: number) => number,
  ) => readonly number[];
}

function keysOf(sought: readonly Sought[]): number[] {
  return [...new Set(sought.flatMap((s) => s.keys))];
}

/** Makes the selector of a store. It keeps scratch space for all facts, so that a question allocates none. */
export function createSelector(tables: FactTables): Selector {
  const size = tables.facts.length;
  const { postings, postingStrengths, concepts, strengths } = tables;
  /** One bit for each row, set where it is found; all are 0 between two questions. So few bytes stay in the fastest memory. */
  const bits = new Int32Array((size >> 5) + 1);
  const sums = new Float64Array(size);
  const codes = new Uint8Array(size);
  const shares = new Float64Array(size);
  /** The rows that have a key of the span that is being added, and how many they are. */
  const touched = new Uint32Array(size);
  let touching = 0;
  /** The largest sums, in order. */
  const largest = new Float64Array(LOOKED_AT);

  const lengthOf = (key: number) => postings.starts[key + 1]! - postings.starts[key]!;

  const isFound = (row: number) => (bits[row >> 5]! & (1 << (row & 31))) !== 0;

  const find = (sought: readonly Sought[], extra: readonly number[]): number[] => {
    const found: number[] = [];
    const add = (row: number) => {
      if (isFound(row)) return;
      bits[row >> 5]! |= 1 << (row & 31);
      found.push(row);
    };
    for (const key of keysOf(sought).sort((a, b) => lengthOf(a) - lengthOf(b))) {
      const [from, to] = [postings.starts[key]!, postings.starts[key + 1]!];
      if (to - from > COMMON && found.length > 0) continue;
      for (let i = from; i < Math.min(to, from + COMMON); i++) add(postings.items[i]!);
    }
    for (const row of extra) add(row);
    return found;
  };

  /** Notes that a row has a key of the span that is being added. */
  const note = (row: number, code: number, isWord: boolean) => {
    const before = codes[row]!;
    if (!isWord && code <= before) return;
    if (before === 0 && shares[row] === 0) touched[touching++] = row;
    if (isWord) shares[row]! += STRENGTHS[code]!;
    else codes[row] = code;
  };

  /** Adds to the sum of each found row the weight of a span, by the strongest of its keys or the share of its words. */
  const addWeight = (found: readonly number[], { keys, words, weight }: Sought) => {
    touching = 0;
    for (const key of keys) {
      const isWord = words.length > 1 && words.includes(key);
      const [from, to] = [postings.starts[key]!, postings.starts[key + 1]!];
      // A long list is looked up for each found row instead of being read.
      if (to - from > LONG * found.length)
        for (const row of found) {
          const at = findItem(concepts, row, key);
          if (at >= 0) note(row, strengths[at]!, isWord);
        }
      else
        for (let i = from; i < to; i++) {
          const row = postings.items[i]!;
          if (isFound(row)) note(row, postingStrengths[i]!, isWord);
        }
    }
    for (let i = 0; i < touching; i++) {
      const row = touched[i]!;
      const share = shares[row]! === 0 ? 0 : shares[row]! / words.length;
      sums[row]! += weight * Math.max(share, STRENGTHS[codes[row]!]!);
      codes[row] = 0;
      shares[row] = 0;
    }
  };

  /** The least of the largest sums, of as many rows as are looked at. */
  const leastOfBest = (found: readonly number[]): number => {
    let count = 0;
    for (const row of found) {
      const sum = sums[row]!;
      if (count === LOOKED_AT && sum <= largest[count - 1]!) continue;
      let at = count === LOOKED_AT ? count - 1 : count++;
      for (; at > 0 && largest[at - 1]! < sum; at--) largest[at] = largest[at - 1]!;
      largest[at] = sum;
    }
    return largest[count - 1]!;
  };

  /** The rows that can still be among the best when no more than `open` is added to any sum; the others are found no longer. */
  const stillOpen = (found: readonly number[], open: number): readonly number[] => {
    const least = leastOfBest(found) - open - ROUNDING;
    return found.filter((row) => {
      const stays = sums[row]! >= least;
      if (!stays) bits[row >> 5]! &= ~(1 << (row & 31));
      return stays;
    });
  };

  /** Adds the weights of all spans to the found rows, the heaviest first, and gives those that can be among the best. */
  const addWeights = (found: readonly number[], sought: readonly Sought[]): readonly number[] => {
    let rows = found;
    let open = 0;
    for (const { weight } of sought) open += weight;
    for (const span of sought.toSorted((a, b) => b.weight - a.weight)) {
      addWeight(rows, span);
      open -= span.weight;
      if (rows.length > LOOKED_AT) rows = stillOpen(rows, open);
    }
    return rows;
  };

  /** The rows with the largest sums; of equals at the end, those that are nearer, and then the earlier. */
  const best = (found: readonly number[], nearness: (row: number) => number): number[] => {
    const top: number[] = [];
    const before = (a: number, b: number) => sums[a]! > sums[b]! || (sums[a] === sums[b] && a < b);
    for (const row of found) {
      if (top.length === LOOKED_AT && !before(row, top[LOOKED_AT - 1]!)) continue;
      let low = 0;
      for (let high = top.length; low < high; ) {
        const middle = (low + high) >> 1;
        if (before(row, top[middle]!)) high = middle;
        else low = middle + 1;
      }
      top.splice(low, 0, row);
      if (top.length > LOOKED_AT) top.pop();
    }
    const least = sums[top.at(-1)!]!;
    const equals = found.filter((row) => sums[row] === least);
    const above = top.filter((row) => sums[row]! > least);
    if (above.length + equals.length <= LOOKED_AT) return top;
    const near = Array.from(Uint32Array.from(equals).sort().subarray(0, EQUALS), (row) => ({
      row,
      near: nearness(row),
    })).sort((a, b) => b.near - a.near || a.row - b.row);
    return [...above, ...near.slice(0, LOOKED_AT - above.length).map(({ row }) => row)];
  };

  /** Of many that were found, the best and those that have a rare concept. */
  const amongMany = (
    found: readonly number[],
    sought: readonly Sought[],
    link: ((row: number) => number) | undefined,
    nearness: (row: number) => number,
  ): readonly number[] => {
    for (const row of found) sums[row] = link ? link(row) : 0;
    const rows = new Set(best(addWeights(found, sought), nearness));
    for (const { keys } of sought)
      if (keys.length <= AMBIGUOUS)
        for (const key of keys) if (lengthOf(key) <= FEW) for (const row of rowOf(postings, key)) rows.add(row);
    return [...rows];
  };

  return {
    select: (sought, extra, link, nearness) => {
      const found = find(sought, extra);
      const rows = found.length <= LOOKED_AT ? found : amongMany(found, sought, link, nearness);
      for (const row of found) bits[row >> 5] = 0;
      return rows;
    },
  };
}
