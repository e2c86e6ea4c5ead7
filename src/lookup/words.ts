/** Splits text into words and brings each to the base under which the lexicon knows it. */
import { stemmer } from 'stemmer';
import type { FullVocabulary } from '../facts/index.ts';

/** A word of a text. */
export interface Word {
  /** As written (after normalising), without a possessive ending. */
  readonly text: string;
  readonly lower: string;
  /** Folded for spelling and inflection; equal for all forms of a word. */
  readonly base: string;
  readonly possessive: boolean;
  /** Starts with a capital letter. */
  readonly capital: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
}

/** Brings words to their base; made once from the irregular forms of the vocabulary. */
export type BaseOf = (lower: string) => string;

const WORD =
  /\d{4}-\d{2}(?:-\d{2})?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d+(?:st|nd|rd|th)\b|\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{N}]*(?:'\p{L}+)?|\p{N}+/gu;

/** Makes a `BaseOf` from the irregular forms (form → base) of a vocabulary, and its words that keep their spelling. */
export function createBaseOf({
  irregular,
  spelling_kept,
}: Pick<FullVocabulary, 'irregular' | 'spelling_kept'>): BaseOf {
  const kept = new Set(spelling_kept);
  const cache = new Map<string, string>();
  return (lower) => {
    let base = cache.get(lower);
    if (base === undefined) {
      const plain = (Object.hasOwn(irregular, lower) ? irregular[lower] : undefined) ?? lower;
      base = plain.length <= 3 ? plain : stemmer(spelling(plain, kept));
      if (cache.size < 50_000) cache.set(lower, base);
    }
    return base;
  };
}

/** British to American spelling, so that both fold to one base; only shapes that are regular, and of none that keep it. */
function spelling(word: string, kept: ReadonlySet<string>): string {
  if (word.length < 5 || !RESPELT.test(word)) return word;
  return word
    .replace(/isation(s?)$/u, 'ization$1')
    .replace(/(?<=[^aeiou][a-z]?[a-z])is(e|es|ed|ing|er)$/u, (whole, end: string, at: number) =>
      kept.has(`${word.slice(0, at)}ise`) ? whole : `iz${end}`,
    )
    .replace(/yse(d|s?)$/u, 'yze$1')
    .replace(/our(s|ed|ing|ly|able|hood|ite)?$/u, (whole, end: string | undefined, at: number) =>
      kept.has(`${word.slice(0, at)}our`) ? whole : `or${end ?? ''}`,
    )
    .replace(/tre(s?)$/u, 'ter$1')
    .replace(/(?<=[aeiou][^aeiou]+[aeiou])ll(ed|ing|er)$/u, 'l$1')
    .replace(/ogramme(s?)$/u, 'ogram$1');
}

/** The endings that one of the rules changes: most words have none. */
const RESPELT =
  /(?:is(?:e|es|ed|ing|er|ations?)|yse[ds]?|our(?:s|ed|ing|ly|able|hood|ite)?|tres?|ll(?:ed|ing|er)|ogrammes?)$/u;

/** Splits normalised text into words; hyphens and other marks part them, dotted abbreviations are joined ("U.S." is US). */
export function splitWords(text: string, baseOf: BaseOf): Word[] {
  return splitPiece(text, baseOf).words;
}

/** Splits a part of a text, and gives what stands after its last word. */
export function splitPiece(text: string, baseOf: BaseOf): { words: Word[]; rest: string } {
  const joined = text.includes('.')
    ? text.replace(/\b(?:\p{L}\.){2,}/gu, (dotted) => `${dotted.replaceAll('.', '')} `)
    : text;
  const words: Word[] = [];
  let end = 0;
  for (const match of joined.matchAll(WORD)) {
    const { text, lower, capital, owns } = formOf(match[0]);
    const next = match.index + match[0].length;
    const possessive = owns || (joined[next] === "'" && !/^\p{L}/u.test(joined.slice(next + 1, next + 3)));
    words.push({ text, lower, base: baseOf(lower), possessive, capital, gap: joined.slice(end, match.index) });
    end = next;
  }
  return { words, rest: joined.slice(end) };
}

/** What a word is by itself. */
interface WordForm extends Pick<Word, 'text' | 'lower' | 'capital'> {
  /** Has a possessive ending of its own. */
  readonly owns: boolean;
}

function formOf(written: string): WordForm {
  const text = written.replace(/'s$/iu, '');
  return { text, lower: text.toLowerCase(), capital: /^\p{Lu}/u.test(text), owns: /'s?$/iu.test(written) };
}
