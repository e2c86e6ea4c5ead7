/** Corrects typos toward our own vocabulary; the one file that imports fuse.js. */
import damerauLevenshtein from 'damerau-levenshtein';
import Fuse from 'fuse.js';
import { isEnglishWord } from './english-words.ts';

/** Gives the word that a misspelt one stands for, or undefined when there is no clear winner. */
export type Correct = (lower: string) => string | undefined;

/** How many edits a word of this length may have: a short word is too easily another word. */
export function editsAllowed(length: number): number {
  if (length <= 3) return 0;
  return length <= 5 ? 1 : 2;
}

/**
 * Makes a corrector over known words. Candidates come from an index of letter pairs, so that its cost does not follow the size
 * of the vocabulary; fuse.js ranks the short list; the number of edits (Damerau–Levenshtein) decides, names before common words.
 * @param names single words of names, each with the ids of what it is part of; where all that are equally near are parts of one
 *   thing, the one that stands first wins
 */
export function createCorrector(names: ReadonlyMap<string, ReadonlySet<string>>, words: ReadonlySet<string>): Correct {
  // Made when the first word has to be corrected: a process that answers one question seldom needs it.
  let byPair: ReadonlyMap<string, readonly string[]> | undefined;
  const rank = new Map([...names.keys()].map((word, i) => [word, i]));
  const remembered = new Map<string, string | undefined>();
  return (lower) => {
    if (/\d/u.test(lower) || editsAllowed(lower.length) === 0 || lower.length > 30) return undefined;
    if (!remembered.has(lower)) {
      if (remembered.size > 5_000) remembered.clear();
      byPair ??= indexPairs(new Set([...names.keys(), ...words]));
      remembered.set(lower, closest(lower, shortList(lower, byPair), names, rank));
    }
    return remembered.get(lower);
  };
}

/** Words by the pairs of letters that they hold. */
function indexPairs(words: Iterable<string>): Map<string, string[]> {
  const byPair = new Map<string, string[]>();
  for (const word of words) {
    if (editsAllowed(word.length + 1) === 0) continue;
    for (const pair of pairsOf(word)) {
      const list = byPair.get(pair);
      if (list) list.push(word);
      else byPair.set(pair, [word]);
    }
  }
  return byPair;
}

function pairsOf(word: string): Set<string> {
  const padded = `^${word}$`;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < padded.length; i++) pairs.add(padded.slice(i, i + 2));
  return pairs;
}

function shortList(lower: string, byPair: ReadonlyMap<string, readonly string[]>): string[] {
  const shared = new Map<string, number>();
  for (const pair of pairsOf(lower))
    for (const word of byPair.get(pair) ?? []) shared.set(word, (shared.get(word) ?? 0) + 1);
  return [...shared]
    .filter(([word]) => Math.abs(word.length - lower.length) <= 2)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 40)
    .map(([word]) => word);
}

function closest(
  lower: string,
  candidates: readonly string[],
  names: ReadonlyMap<string, ReadonlySet<string>>,
  rank: ReadonlyMap<string, number>,
): string | undefined {
  const allowed = editsAllowed(lower.length);
  const ranked = candidates
    .map((word) => ({ word, edits: damerauLevenshtein(lower, word).steps }))
    .filter(({ edits }) => edits <= allowed)
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  if (!best) return undefined;
  const tied = ranked.filter(({ edits }) => edits === best.edits).map(({ word }) => word);
  const tiedNames = tied.filter((word) => names.has(word));
  const finalists = tiedNames.length > 0 ? tiedNames : tied;
  if (finalists.length === 1) return accept(finalists[0]!);
  const shared = [...(names.get(finalists[0]!) ?? [])].some((id) =>
    finalists.every((word) => names.get(word)?.has(id)),
  );
  if (shared) return accept(finalists.reduce((a, b) => (rank.get(a)! <= rank.get(b)! ? a : b)));
  const fuse = new Fuse(finalists, { includeScore: true, threshold: 0.6, ignoreLocation: false });
  const [first, second] = fuse.search(lower);
  if (first && (!second || (second.score ?? 0) - (first.score ?? 0) > 0.01)) return accept(first.item);
  return undefined;

  function accept(word: string): string | undefined {
    return isEnglishWord(lower) ? undefined : word;
  }
}
