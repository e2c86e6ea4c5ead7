/** What words say and mean, wherever in a text they stand. */
import type { Lexicon, Meaning } from './lexicon.ts';
import type { Word } from './words.ts';

/** What words say and mean. */
export interface Meant {
  /** As written. */
  readonly text: string;
  /** Base of each word. */
  readonly bases: readonly string[];
  /** The bases by which it can be found: of a phrase, those that are no function words. */
  readonly telling: readonly string[];
  readonly meanings: readonly Meaning[];
}

/** What the words from an index up to another say, with what they mean. */
export function meantBy(
  words: readonly Word[],
  start: number,
  end: number,
  meanings: readonly Meaning[],
  lexicon: Lexicon,
): Meant {
  if (end === start + 1) {
    const { text, base } = words[start]!;
    const bases = [base];
    return { text, bases, telling: bases, meanings };
  }
  const bases = words.slice(start, end).map((w) => w.base);
  return { text: textOf(words, start, end), bases, telling: tellingOf(bases, lexicon), meanings };
}

/** The words from an index up to another as one text. */
export function textOf(words: readonly Word[], start: number, end: number): string {
  let { text } = words[start]!;
  for (let i = start + 1; i < end; i++) text += ` ${words[i]!.text}`;
  return text;
}

/** Of the bases of a phrase, those by which it can be found. */
export function tellingOf(bases: readonly string[], lexicon: Lexicon): readonly string[] {
  if (bases.length === 1) return bases;
  const telling = bases.filter((b) => !lexicon.isLight(b));
  return telling.length > 0 ? telling : bases;
}
