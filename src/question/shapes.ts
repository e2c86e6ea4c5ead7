/**
 * Ways to ask that differ only in the names they hold are outlined once: what is asked, and which spans are content, does not hang on who
 * is named. Stores that are made from records hold many of them.
 */
import type { Store } from '../facts/index.ts';
import { ByForm, isEnglishWord, type Lexicon, type Meaning, type OwnText, type Form as Said } from '../lookup/index.ts';
import type { Outline } from './outline.ts';
import type { Form, Wanted } from './question.ts';
import type { Reader, Reading } from './reading.ts';

/** What a way to ask asks for, and which of its spans are content. */
export interface Shape {
  readonly form: Form;
  readonly wants: readonly Wanted[];
  /** For each span of the text, whether it is content. */
  readonly isContent: readonly boolean[];
}

/** Whether a meaning is one of the store's records, of which no rule can tell one from another. */
function isNamed(meaning: Meaning): boolean {
  return meaning.startsWith('e:') || meaning.startsWith('v:');
}

/** So many shapes are remembered. */
const KEPT = 20_000;

/** Codes of shapes are characters; as many as there are without leaving the plane. */
const CODES = 60_000;

/** Stand for a name of somebody, something or an event, for a word of it that says nothing else, and for the marks before a word. */
const [NAME, NAMING, MARKED] = ['\u0001', '\u0002', '\u0003'];
const FIRST_CODE = 16;

/**
 * Makes a reader of ways to ask.
 * @param outlineOf outlines one
 */
export function createAskReader(
  store: Store,
  reader: Reader,
  lexicon: Lexicon,
  outlineOf: (q: Reading) => Outline,
): (text: OwnText) => Shape {
  const shapes = new Map<string, Shape>();
  const codes = new Map<string, string>();
  const onlyNames = new Map<string, boolean>();
  const grammar = new Set(
    Object.values(store.vocabulary.grammar).flatMap((phrases) => phrases.flatMap((p) => p.split(' '))),
  );

  const codeOf = (text: string): string => {
    let code = codes.get(text);
    if (code === undefined) codes.set(text, (code = String.fromCharCode(FIRST_CODE + codes.size)));
    return code;
  };
  /** A word by which no rule can tell one name from another: it is in no table, in no dictionary, and begins no date. */
  const isOnlyName = (text: string, base: string) => {
    let only = onlyNames.get(text);
    if (only === undefined) {
      const lower = text.toLowerCase();
      only =
        /^\p{L}+$/u.test(lower) &&
        !grammar.has(lower) &&
        !lexicon.isLight(base) &&
        !reader.dates.canOpen(lower) &&
        !isEnglishWord(lower);
      if (onlyNames.size >= KEPT) onlyNames.clear();
      onlyNames.set(text, only);
    }
    return only;
  };
  const codeOfSpan = ({ text, bases, meanings }: Said): string => {
    if (!meanings.some(isNamed)) return codeOf(`${text}\n${meanings.join('\n')}`);
    const kinds = new Set(meanings.map((m) => (isNamed(m) ? m.slice(0, 2) : m)));
    const codes = text.split(' ').map((word, i) => (isOnlyName(word, bases[i]!) ? NAMING : codeOf(word)));
    return NAME + codeOf([...kinds].join('\n')) + codes.join('');
  };
  let codesOf = new ByForm(codeOfSpan);
  /** The shape of a text as a key; undefined where what it names may matter. */
  const keyOf = (text: OwnText): string | undefined => {
    if (reader.countsTime(text)) return undefined;
    if (codes.size > CODES - 2 * text.size) {
      codes.clear();
      shapes.clear();
      codesOf = new ByForm(codeOfSpan);
    }
    let key = '';
    for (let i = 0; i < text.ids.length; i++) key += codesOf.of(text, i);
    if (!text.plain)
      text.words.forEach(({ gap, possessive }, i) => {
        if (possessive || gap !== (i === 0 ? '' : ' ')) key += `${MARKED}${codeOf(`${i} ${gap}${possessive}`)}`;
      });
    return key;
  };

  return (text) => {
    const key = keyOf(text);
    let shape = key === undefined ? undefined : shapes.get(key);
    if (!shape) {
      const { asked, content } = outlineOf(reader.read(text));
      const held = new Set(content);
      shape = { form: asked.form, wants: asked.wants, isContent: text.spans.map((span) => held.has(span)) };
      if (shapes.size >= KEPT) shapes.clear();
      if (key !== undefined) shapes.set(key, shape);
    }
    return shape;
  };
}
