/** Invented names, many of them alike: "Orlan", "Orlen", "Orlann". None is an English word or a word of the vocabulary. */
import { readFileSync } from 'node:fs';
import wordListPath from 'word-list';
import type { Random } from '../../scripts/adversary/random.ts';
import type { FullVocabulary } from '../../src/facts/index.ts';

const ONSETS = 'b br ch d dr f g gr h j k kl l m n p pr r s sk st t tr v vr w y z'.split(' ');
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'a', 'e', 'o', 'ai', 'au'];
const CODAS = ['', '', '', '', 'l', 'n', 'r', 's', 'k', 'm', 'nd', 'rn', 'lt', 'th'];

/** Makes single-word names; every one differs from all before it. */
export interface NameMaker {
  /** A new name of `syllables` syllables, capitalised. */
  readonly fresh: (syllables: number) => string;
  /** A new name one letter away from `name`; undefined when chance finds none that is free. */
  readonly alike: (name: string) => string | undefined;
}

/** Words that no name may be: those of the vocabulary, of English, and names of the world. */
function takenWords(vocabulary: FullVocabulary): Set<string> {
  const taken = new Set(readFileSync(wordListPath, 'utf8').split('\n'));
  for (const text of JSON.stringify(vocabulary)
    .toLowerCase()
    .matchAll(/\p{L}+/gu))
    taken.add(text[0]);
  return taken;
}

/** Makes a source of names for a store with this vocabulary. */
export function createNameMaker(vocabulary: FullVocabulary, random: Random): NameMaker {
  const taken = takenWords(vocabulary);
  const claim = (lower: string): string | undefined => {
    // A plural or a possessive of another name would be read as that name.
    if (lower.length < 4 || taken.has(lower) || taken.has(`${lower}s`) || taken.has(lower.replace(/s$/u, '')))
      return undefined;
    taken.add(lower);
    return lower.charAt(0).toUpperCase() + lower.slice(1);
  };
  const syllable = () => random.pick(ONSETS)! + random.pick(VOWELS)! + random.pick(CODAS)!;
  return {
    fresh: (syllables) => {
      for (;;) {
        const name = claim(Array.from({ length: syllables }, syllable).join(''));
        if (name) return name;
      }
    },
    alike: (name) => {
      for (let tries = 0; tries < 20; tries++) {
        const found = claim(oneLetterAway(name.toLowerCase(), random));
        if (found) return found;
      }
      return undefined;
    },
  };
}

const SOUNDS = ['aeiou', 'bp', 'dt', 'gk', 'mn', 'lr', 'fv', 'sz'];

/** Changes one letter into one that sounds alike, doubles it, or adds a vowel at the end. */
function oneLetterAway(lower: string, random: Random): string {
  const at = 1 + random.below(lower.length - 1);
  const [before, letter, after] = [lower.slice(0, at), lower[at]!, lower.slice(at + 1)];
  const other = random.pick((SOUNDS.find((s) => s.includes(letter)) ?? letter).replace(letter, '').split('')) ?? letter;
  return random.pick([
    before + other + after,
    before + other + after,
    before + letter + letter + after,
    lower + random.pick(['a', 'e', 'o']),
  ])!;
}
