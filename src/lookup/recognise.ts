/** Finds the phrases of the lexicon in a text: longest first, exact before corrected. */
import { meantBy, tellingOf } from './forms.ts';
import type { Correct } from './fuzzy.ts';
import type { Entry, Lexicon, Meaning } from './lexicon.ts';
import { longestAt, matchesAt } from './phrases.ts';
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
 * Splits `words` into spans, left to right; every word belongs to exactly one.
 * @param correct corrects a word that no table holds
 */
export function recognise(words: readonly Word[], lexicon: Lexicon, correct: Correct): Span[] {
  const shouting = words.length > 2 && words.every((w) => w.text === w.text.toUpperCase());
  const caseless = shouting || words.every((w) => w.text === w.lower);
  const spans: Span[] = [];
  for (let at = 0; at < words.length; ) {
    const span = misspeltTailAt(words, at, lexicon, correct) ?? phraseAt(words, at, lexicon, caseless, correct);
    spans.push(span);
    at = span.end;
  }
  return spans;
}

function phraseAt(words: readonly Word[], at: number, lexicon: Lexicon, caseless: boolean, correct: Correct): Span {
  const phrase = longestAt(words, at, lexicon, caseless);
  return phrase
    ? spanOf(words, at, at + phrase.length, phrase.meanings, lexicon)
    : correctedAt(words, at, lexicon, correct);
}

function correctedAt(words: readonly Word[], at: number, lexicon: Lexicon, correct: Correct): Span {
  const word = words[at]!;
  const corrected = correct(word.lower);
  if (corrected === undefined) return spanOf(words, at, at + 1, [], lexicon);
  const base = lexicon.baseOf(corrected);
  const repaired = words.map((w, i) => (i === at ? { ...w, lower: corrected, base, text: corrected } : w));
  for (const entry of lexicon.startingWith(base))
    if (matchesAt(entry, repaired, at) || correctedTail(entry, repaired, at, lexicon, correct)) {
      const span = spanOf(words, at, at + entry.keys.length, entry.meanings, lexicon);
      return { ...span, bases: entry.keys, telling: tellingOf(entry.keys, lexicon), corrected };
    }
  return { ...spanOf(words, at, at + 1, [], lexicon), bases: [base], telling: [base], corrected };
}

/** "South Landddbo": the first word of a name is written well, and alone would be taken for another thing. */
function misspeltTailAt(
  words: readonly Word[],
  at: number,
  lexicon: Lexicon,
  correct: Correct | undefined,
): Span | undefined {
  const [word, next] = [words[at]!, words[at + 1]];
  if (!correct || !next || /[^\s-]/u.test(next.gap) || lexicon.startingWith(next.base).length > 0) return undefined;
  if (lexicon.startingWith(word.base).length === 0 || lexicon.plainWords.has(next.lower)) return undefined;
  const corrected = correct(next.lower);
  if (corrected === undefined) return undefined;
  const base = lexicon.baseOf(corrected);
  const repaired = words.map((w, i) => (i === at + 1 ? { ...w, lower: corrected, base, text: corrected } : w));
  const entry = lexicon
    .goingOn(word.base, base)
    .find((e) => e.keys.length > 1 && e.written !== null && matchesAt(e, repaired, at));
  if (!entry) return undefined;
  const span = spanOf(words, at, at + entry.keys.length, [...entry.meanings], lexicon);
  return { ...span, bases: entry.keys, telling: tellingOf(entry.keys, lexicon), corrected: entry.written!.join(' ') };
}

/** A name of several words may be misspelt in more than one of them. */
function correctedTail(
  entry: Entry,
  words: readonly Word[],
  at: number,
  lexicon: Lexicon,
  correct: Correct | undefined,
): boolean {
  return entry.keys.every((key, i) => {
    const word = words[at + i];
    if (word === undefined || word.base === key) return word !== undefined;
    const repaired = correct?.(word.lower);
    return repaired !== undefined && lexicon.baseOf(repaired) === key;
  });
}

function spanOf(
  words: readonly Word[],
  start: number,
  end: number,
  meanings: readonly Meaning[],
  lexicon: Lexicon,
): Span {
  return { start, end, ...meantBy(words, start, end, meanings, lexicon) };
}
