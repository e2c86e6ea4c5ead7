/** Finds the phrases of the lexicon in a text: longest first, exact before corrected. */
import { meantBy, textOf } from './forms.ts';
import type { Correct } from './fuzzy.ts';
import type { Lexicon, Meaning } from './lexicon.ts';
import { longestAt } from './phrases.ts';
import type { Word } from './words.ts';

/** A run of words and all that it can mean; without meanings the words are in no table. */
export interface Span {
  /** Index of the first word, and of the word after the last. */
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
  /** Base of each word. */
  readonly bases: readonly string[];
  /** The bases by which it can be found: of a phrase, those that are no function words. */
  readonly telling: readonly string[];
  readonly meanings: readonly Meaning[];
  /** The word it was corrected to, when it was misspelt. */
  readonly corrected?: string;
}

/** Whether one of the span's meanings has this prefix. */
export function means(span: Span, prefix: string): boolean {
  return span.meanings.some((m) => m.startsWith(prefix));
}

/**
 * Splits `words` into spans, left to right; every word belongs to exactly one. Misspelt words are mended first, since a phrase is only
 * found by all of its words; where a phrase as long is found among the words as written, it is what is meant.
 * @param correct corrects a word that no table holds
 */
export function recognise(words: readonly Word[], lexicon: Lexicon, correct: Correct): Span[] {
  const shouting = words.length > 2 && words.every((w) => w.text === w.text.toUpperCase());
  const caseless = shouting || words.every((w) => w.text === w.lower);
  const mended = words.map((word) => mend(word, lexicon, correct));
  const anyMended = mended.some((word, i) => word !== words[i]);
  const spans: Span[] = [];
  for (let at = 0; at < words.length; ) {
    const written = longestAt(words, at, lexicon, caseless);
    const meant = anyMended ? longestAt(mended, at, lexicon, caseless) : undefined;
    const { length, meanings } = (meant && meant.length > (written?.length ?? 0) ? meant : written) ?? NOTHING;
    const end = at + length;
    const said = meantBy(written?.length === length ? words : mended, at, end, meanings, lexicon);
    const corrected = said.bases.some((base, i) => base !== words[at + i]!.base);
    spans.push({
      start: at,
      end,
      ...said,
      ...(corrected && { text: textOf(words, at, end), corrected: textOf(mended, at, end) }),
    });
    at = end;
  }
  return spans;
}

/** Where no phrase begins, a word stands for itself. */
const NOTHING: { readonly length: number; readonly meanings: readonly Meaning[] } = { length: 1, meanings: [] };

/** The word that a misspelt one stands for; any other as it is. */
function mend(word: Word, lexicon: Lexicon, correct: Correct): Word {
  if (lexicon.startingWith(word.base).length > 0 || lexicon.plainWords.has(word.lower)) return word;
  const lower = correct(word.lower);
  return lower === undefined || lower === word.lower
    ? word
    : { ...word, lower, text: lower, base: lexicon.baseOf(lower) };
}
