/**
 * What recognising makes of words that come again: a store's own texts are full of them, and what begins at a word is looked up by it
 * and those after it.
 */
import type { Entry, Lexicon, Meaning } from './lexicon.ts';
import { longestAt, type Phrase } from './phrases.ts';
import type { Word } from './words.ts';

/** A span without its place, made once for all texts of a lexicon. */
export interface Form extends Meant {
  /** Forms are numbered from 0 on, so that what is made of them elsewhere can be kept by number. */
  readonly id: number;
}

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

/** The forms that were made for one lexicon, of texts with or without capitals that tell names. */
interface Forms {
  /** By the number of the word with which the span begins, and by as many words after it as settle it. */
  readonly begun: (Begun | undefined)[];
  /** The words by their numbers: another splitter gives others the same. */
  readonly words: (Word | undefined)[];
  /** How many were put into `begun`, by the words after the first too. */
  count: number;
  /** Of words that may open a phrase, where they open none and are in no table. */
  readonly bare: WeakMap<Word, Form>;
  /** Of phrases, in the spelling that was read last. */
  readonly phrases: WeakMap<Entry, Form>;
}

/** What begins with some words: a form, or by the word after them. */
type Begun = Form | Followed;
type Followed = Map<Word | undefined, Begun>;

/** So many are remembered. */
const KEPT = 200_000;

/** All forms of a lexicon. */
interface AllForms {
  readonly cased: Forms;
  readonly caseless: Forms;
  /** How many were made. */
  made: number;
}

const known = new WeakMap<Lexicon, AllForms>();

/** Gives the form of the span that begins at a word; it has as many words as `bases`. */
export type FormAt = (words: readonly Word[], at: number) => Form;

/** Looks forms up in a lexicon. @param caseless nothing in the text tells names by their capitals */
export function formsOf(lexicon: Lexicon, caseless: boolean): FormAt {
  let all = known.get(lexicon);
  if (!all) known.set(lexicon, (all = { cased: none(), caseless: none(), made: 0 }));
  const forms = caseless ? all.caseless : all.cased;
  const make = (words: readonly Word[], start: number, end: number, meanings: readonly Meaning[]): Form => ({
    id: all.made++,
    ...meantBy(words, start, end, meanings, lexicon),
  });
  return (words, at) => {
    let i = at;
    let begun = begunBy(words[at]!, forms);
    while (begun instanceof Map) begun = begun.get(words[++i]);
    if (begun) return begun;
    const form = read(words, at, longestAt(words, at, lexicon, caseless), forms, make);
    remember(forms, words, at, form, lexicon);
    return form;
  };
}

function none(): Forms {
  return { begun: [], words: [], count: 0, bare: new WeakMap(), phrases: new WeakMap() };
}

function remember(forms: Forms, words: readonly Word[], at: number, form: Form, lexicon: Lexicon): void {
  const { number } = words[at]!;
  if (number === undefined || number >= KEPT || ++forms.count > KEPT) return;
  // Without gaps, lists stay plain arrays.
  while (forms.begun.length <= number) {
    forms.begun.push(undefined);
    forms.words.push(undefined);
  }
  const before = begunBy(words[at]!, forms);
  forms.words[number] = words[at];
  forms.begun[number] = begunWith(before, words, at + 1, at + settledBy(words, at, lexicon), form);
}

function begunBy(word: Word, { words, begun }: Forms): Begun | undefined {
  const { number } = word;
  return number !== undefined && number < words.length && words[number] === word ? begun[number] : undefined;
}

/** What begins with some words, with one more: of which the words from an index up to another are still to be looked at. */
function begunWith(before: Begun | undefined, words: readonly Word[], from: number, to: number, form: Form): Begun {
  if (from === to) return form;
  const followed: Followed = before instanceof Map ? before : new Map();
  return followed.set(words[from], begunWith(followed.get(words[from]), words, from + 1, to, form));
}

/** How many words were looked at to find the phrase that begins at a word. */
function settledBy(words: readonly Word[], at: number, lexicon: Lexicon): number {
  const { base } = words[at]!;
  // The longest come first.
  const longest = lexicon.startingWith(base)[0]?.keys.length ?? 1;
  let most = Math.min(longest, 2);
  if (longest > 2)
    for (const { keys } of lexicon.goingOn(base, words[at + 1]?.base)) {
      let same = 1;
      while (same < keys.length && words[at + same]?.base === keys[same]) same++;
      most = Math.max(most, Math.min(same + 1, keys.length));
    }
  return most;
}

type Make = (words: readonly Word[], start: number, end: number, meanings: readonly Meaning[]) => Form;

function read(words: readonly Word[], at: number, phrase: Phrase | undefined, forms: Forms, make: Make): Form {
  if (!phrase) {
    const word = words[at]!;
    let form = forms.bare.get(word);
    if (!form) forms.bare.set(word, (form = make(words, at, at + 1, [])));
    return form;
  }
  const { length, meanings, entry } = phrase;
  const before = entry && forms.phrases.get(entry);
  if (before?.meanings === meanings && before.text === textOf(words, at, at + length)) return before;
  const form = make(words, at, at + length, meanings);
  if (entry) forms.phrases.set(entry, form);
  return form;
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

function textOf(words: readonly Word[], start: number, end: number): string {
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
