/** An index of words by the pairs of letters that they hold, in arrays of numbers: it gives the words that are most like another one. */

/** A word that shares pairs of letters with the one that was asked for. */
export interface Alike {
  readonly word: string;
  /** How many different pairs both hold, the edges of the word counted as letters. */
  readonly shared: number;
}

/** Words that differ by more letters than this are never alike. */
const LONGER = 2;

/** Words of so many letters or more are in one group. */
const LONGEST = 32;

/** The pairs of letters of a word, each once; its edges count as letters. */
export function pairsOf(word: string): ReadonlySet<string> {
  const padded = `^${word}$`;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < padded.length; i++) pairs.add(padded.slice(i, i + 2));
  return pairs;
}

/**
 * Indexes words.
 * @returns gives for a word and its pairs the `most` words that share the most pairs with it (of equals the first by alphabet), best
 *   first; only words that share `least` pairs or more. Its cost follows the words that share a pair and have about the same length.
 */
export function indexPairs(
  all: Iterable<string>,
): (word: string, pairs: ReadonlySet<string>, least: number, most: number) => Alike[] {
  const words = [...new Set(all)].sort();
  const rows = new Map<string, number>();
  const groupOf = (pair: number, length: number) => pair * LONGEST + Math.min(length, LONGEST - 1);
  const held = words.map((word) =>
    Array.from(pairsOf(word), (pair) => {
      let row = rows.get(pair);
      if (row === undefined) rows.set(pair, (row = rows.size));
      return groupOf(row, word.length);
    }),
  );
  const starts = new Uint32Array(rows.size * LONGEST + 1);
  for (const groups of held) for (const group of groups) starts[group + 1]!++;
  for (let group = 1; group < starts.length; group++) starts[group]! += starts[group - 1]!;
  const next = starts.slice();
  const items = new Uint32Array(starts.at(-1)!);
  held.forEach((groups, id) => {
    for (const group of groups) items[next[group]!++] = id;
  });
  /** How many pairs each word shares; all are 0 between two questions. */
  const shared = new Uint8Array(words.length);

  return (word, pairs, least, most) => {
    const touched: number[] = [];
    const [shortest, longest] = [Math.max(0, word.length - LONGER), Math.min(word.length + LONGER, LONGEST - 1)];
    for (const pair of pairs) {
      const row = rows.get(pair);
      if (row === undefined) continue;
      for (let i = starts[groupOf(row, shortest)]!; i < starts[groupOf(row, longest) + 1]!; i++) {
        const id = items[i]!;
        if (shared[id]!++ === 0) touched.push(id);
      }
    }
    /** The words by how many pairs they share. */
    const byCount: number[][] = Array.from({ length: pairs.size + 1 }, () => []);
    for (const id of touched) {
      if (shared[id]! >= least) byCount[shared[id]!]!.push(id);
      shared[id] = 0;
    }
    const best: Alike[] = [];
    for (let count = pairs.size; count >= least && best.length < most; count--)
      for (const id of byCount[count]!.sort((a, b) => a - b).slice(0, most - best.length))
        best.push({ word: words[id]!, shared: count });
    return best;
  };
}
