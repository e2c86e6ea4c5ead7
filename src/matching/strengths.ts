/** How surely facts are about the spans of a question: read from the lists of facts of each key, not fact by fact. */
import { STRENGTHS } from './codes.ts';
import { findItem } from './rows.ts';
import type { FactTables } from './tables.ts';

/** What of a span facts are held against, as numbers of keys. */
export interface KeyedSpan {
  /** Keys of its words, each once. */
  readonly words: readonly number[];
  readonly others: readonly number[];
  /** A verb that only an annotation uses is weak: what happens in a fact is what its frames and its own words say. */
  readonly weak: boolean;
}

/** What a weak word counts for. */
const WEAK = 0.6;

/** A list of facts is gone through up to so many times as many as are looked at; in a longer one they are looked up. */
const LONG = 8;

/**
 * Measures all spans of a question for some facts: gives for each row after the other the strength (0–1) of each span.
 * @param rows each once
 */
export type StrengthsOf = (spans: readonly KeyedSpan[], rows: readonly number[]) => Float64Array;

/** Makes the measure of a store. It keeps scratch space for all facts, so that a question allocates little. */
export function createStrengths({ facts, concepts, strengths, postings, postingStrengths }: FactTables): StrengthsOf {
  /** Where a row stands among those that are looked at, from 1; 0 for any other. All are 0 between two questions. */
  const place = new Uint32Array(facts.length);

  /** Tells `take` each row that has the key, by where it stands, with its strength. */
  const read = (key: number, rows: readonly number[], take: (at: number, strength: number) => void) => {
    const [from, to] = [postings.starts[key]!, postings.starts[key + 1]!];
    if (to - from > LONG * rows.length)
      for (let i = 0; i < rows.length; i++) {
        const at = findItem(concepts, rows[i]!, key);
        if (at >= 0) take(i, STRENGTHS[strengths[at]!]!);
      }
    else
      for (let i = from; i < to; i++) {
        const at = place[postings.items[i]!]!;
        if (at > 0) take(at - 1, STRENGTHS[postingStrengths[i]!]!);
      }
  };

  return (spans, rows) => {
    const width = spans.length;
    const found = new Float64Array(width * rows.length);
    for (let i = 0; i < rows.length; i++) place[rows[i]!] = i + 1;
    for (let span = 0; span < width; span++) {
      const { words, others, weak } = spans[span]!;
      const add = (at: number, strength: number) => {
        found[at * width + span]! += strength;
      };
      const raise = (at: number, strength: number) => {
        if (strength > found[at * width + span]!) found[at * width + span] = strength;
      };
      for (const word of words) read(word, rows, add);
      // Of a phrase of several words, a fact that holds one of them holds that share of it.
      if (words.length > 1)
        for (let at = span; at < found.length; at += width) found[at] = (found[at]! / words.length) * (weak ? WEAK : 1);
      else if (weak) for (let at = span; at < found.length; at += width) if (found[at]! < 1) found[at]! *= WEAK;
      for (const key of others) read(key, rows, raise);
    }
    for (const row of rows) place[row] = 0;
    return found;
  };
}
