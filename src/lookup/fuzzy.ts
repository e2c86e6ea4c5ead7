/** Corrects typos toward our own vocabulary; the one file that imports fuse.js. */
import damerauLevenshtein from 'damerau-levenshtein';
import Fuse from 'fuse.js';
import { isEnglishWord } from './english-words.ts';
import { indexPairs, pairsOf } from './pair-index.ts';

/** Gives the word that a misspelt one stands for, or undefined when there is no clear winner. */
export type Correct = (lower: string) => string | undefined;

/** How many edits a word of this length may have: a short word is too easily another word. */
export function editsAllowed(length: number): number {
  if (length <= 3) return 0;
  return length <= 5 ? 1 : 2;
}

/**
 * Makes a corrector over known words. Candidates come from an index of letter pairs, so that its cost hardly follows the size
 * of the vocabulary; the number of edits (Damerau–Levenshtein) decides, names before common words; fuse.js ranks those that are equal.
 * @param names single words of names, each with the ids of what it is part of; where all that are equally near are parts of one
 *   thing, the one that stands first wins
 */
export function createCorrector(names: ReadonlyMap<string, ReadonlySet<string>>, words: ReadonlySet<string>): Correct {
  // Made when the first word has to be corrected: a process that answers one question seldom needs it.
  let alike: ReturnType<typeof indexPairs> | undefined;
  let rank: ReadonlyMap<string, number> | undefined;
  const remembered = new Map<string, string | undefined>();
  return (lower) => {
    if (/\d/u.test(lower) || editsAllowed(lower.length) === 0 || lower.length > 30) return undefined;
    if (!remembered.has(lower)) {
      if (remembered.size > 5_000) remembered.clear();
      alike ??= indexPairs([...names.keys(), ...words].filter((word) => editsAllowed(word.length + 1) > 0));
      rank ??= new Map([...names.keys()].map((word, i) => [word, i]));
      remembered.set(lower, closest(lower, near(lower, alike), names, rank));
    }
    return remembered.get(lower);
  };
}

/** One edit takes away this many pairs at most: two letters that changed places. */
const PAIRS_OF_EDIT = 3;

/** So many of the words that share the most pairs are measured. */
const MEASURED = 40;

/** The words that are nearest, all by the same number of edits; none when more edits are needed than are allowed. */
function near(lower: string, alike: ReturnType<typeof indexPairs>): string[] {
  const pairs = pairsOf(lower);
  const allowed = editsAllowed(lower.length);
  let fewest = allowed;
  // The words are known in one form: "membrs" is one letter from "members", which none of them is.
  const forms = /[^s]s$/u.test(lower) ? [lower, lower.slice(0, -1)] : [lower];
  const found: { word: string; edits: number }[] = [];
  for (const { word, shared } of alike(lower, pairs, Math.max(1, pairs.size - PAIRS_OF_EDIT * allowed), MEASURED)) {
    // Only the nearest count, and from here on none can be as near.
    if (pairs.size - shared > PAIRS_OF_EDIT * fewest) break;
    const edits = Math.min(...forms.map((form) => damerauLevenshtein(form, word).steps));
    if (edits > fewest) continue;
    fewest = edits;
    found.push({ word, edits });
  }
  return found.filter(({ edits }) => edits === fewest).map(({ word }) => word);
}

function closest(
  lower: string,
  nearest: readonly string[],
  names: ReadonlyMap<string, ReadonlySet<string>>,
  rank: ReadonlyMap<string, number>,
): string | undefined {
  if (nearest.length === 0) return undefined;
  const tiedNames = nearest.filter((word) => names.has(word));
  const finalists = tiedNames.length > 0 ? tiedNames : nearest;
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
