/** Spaces and hyphens that a typist left out or put in: "TaiwanStrait", "Wen-bin". */
import { isEnglishWord } from './english-words.ts';
import type { Lexicon } from './lexicon.ts';
import type { Word } from './words.ts';

/** A part of a word that was written together has at least so many letters, and the name in it so many. */
const LEAST_PART = 2;
const LEAST_NAME = 4;

/**
 * Mends the spacing of a question's words.
 * @returns the same words; two that together are a word of a name as one ("Wen-bin"), and one that no table holds as the two of
 *   which one is a word of a name ("TaiwanStrait", "ofJapan")
 */
export function mendSpacing(words: readonly Word[], lexicon: Lexicon): Word[] {
  const mended: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const next = words[i + 1];
    const joined = next && /^[-'’]$/u.test(next.gap) ? `${word.lower}${next.lower}` : undefined;
    if (joined !== undefined && lexicon.nameWords.has(joined) && !isKnown(next!.lower, lexicon)) {
      const { possessive } = next!;
      mended.push({ ...word, text: word.text + next!.text, lower: joined, base: lexicon.baseOf(joined), possessive });
      i++;
    } else mended.push(...(partsOf(word, lexicon) ?? [word]));
  }
  return mended;
}

function partsOf(word: Word, lexicon: Lexicon): Word[] | undefined {
  const { lower, text } = word;
  if (lower.length < LEAST_PART + LEAST_NAME || !/^\p{L}+$/u.test(lower)) return undefined;
  if (isKnown(lower, lexicon)) return undefined;
  for (let at = LEAST_PART; at <= lower.length - LEAST_PART; at++) {
    const [first, second] = [lower.slice(0, at), lower.slice(at)];
    const named = [first, second].some((part) => part.length >= LEAST_NAME && lexicon.nameWords.has(part));
    if (!named || ![first, second].every((part) => isKnown(part, lexicon))) continue;
    if (isEnglishWord(lower)) return undefined;
    const part = (from: number, to: number) => {
      const piece = lower.slice(from, to);
      return { ...word, text: text.slice(from, to), lower: piece, base: lexicon.baseOf(piece) };
    };
    return [
      { ...part(0, at), possessive: false },
      { ...part(at, lower.length), gap: ' ' },
    ];
  }
  return undefined;
}

function isKnown(lower: string, lexicon: Lexicon): boolean {
  return lexicon.nameWords.has(lower) || lexicon.plainWords.has(lower) || lexicon.isLight(lexicon.baseOf(lower));
}
