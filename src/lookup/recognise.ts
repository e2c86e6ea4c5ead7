/** Finds the phrases of the lexicon in a text: longest first, exact before corrected. */
import { type Form, type Forms, formsOf, standsAlone } from './forms.ts';
import type { Correct } from './fuzzy.ts';
import type { Entry, Lexicon, Meaning } from './lexicon.ts';
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
  /** One object for all spans of the same words and meanings; only where typos are not corrected. */
  readonly form?: Form;
}

/** Whether one of the span's meanings has this prefix. */
export function means(span: Span, prefix: string): boolean {
  return span.meanings.some((m) => m.startsWith(prefix));
}

/**
 * Splits `words` into spans, left to right; every word belongs to exactly one.
 * @param correct corrects a word that no table holds; without it typos stay unknown
 */
export function recognise(words: readonly Word[], lexicon: Lexicon, correct?: Correct): Span[] {
  const shouting = words.length > 2 && words.every((w) => w.text === w.text.toUpperCase());
  const caseless = shouting || words.every((w) => w.text === w.lower);
  const forms = correct ? undefined : formsOf(lexicon, caseless);
  const spans: Span[] = [];
  let at = 0;
  while (at < words.length) {
    const span =
      (forms && formAt(words, at, lexicon, caseless, forms)) ??
      misspeltTailAt(words, at, lexicon, correct) ??
      longestAt(words, at, lexicon, caseless, forms) ??
      (forms && bareAt(words, at, lexicon, forms)) ??
      correctedAt(words, at, lexicon, correct);
    spans.push(span);
    at = span.end;
  }
  return spans;
}

/** The span of a word that is one wherever it stands. */
function formAt(
  words: readonly Word[],
  at: number,
  lexicon: Lexicon,
  caseless: boolean,
  { alone }: Forms,
): Span | undefined {
  const word = words[at]!;
  let form = alone.get(word);
  if (form === undefined) {
    const span =
      standsAlone(word, lexicon) && (longestAt(words, at, lexicon, caseless) ?? spanOf(words, at, at + 1, [], lexicon));
    alone.set(word, (form = span ? withoutPlace(span) : null));
  }
  return form === null ? undefined : placed(form, at, at + 1);
}

/** The span of a word that is in no table. */
function bareAt(words: readonly Word[], at: number, lexicon: Lexicon, { bare }: Forms): Span {
  const word = words[at]!;
  let form = bare.get(word);
  if (!form) bare.set(word, (form = withoutPlace(spanOf(words, at, at + 1, [], lexicon))));
  return placed(form, at, at + 1);
}

function withoutPlace({ text, bases, telling, meanings }: Span): Form {
  return { text, bases, telling, meanings };
}

function placed(form: Form, start: number, end: number): Span {
  const { text, bases, telling, meanings } = form;
  return { start, end, text, bases, telling, meanings, form };
}

/** The span of a phrase; of a spelling that was just read, its form is known. */
function phraseAt(
  words: readonly Word[],
  start: number,
  entry: Entry,
  meanings: readonly Meaning[],
  lexicon: Lexicon,
  { phrases }: Forms,
): Span {
  const end = start + entry.keys.length;
  let form = phrases.get(entry);
  if (form?.meanings !== meanings || form.text !== textOf(words, start, end))
    phrases.set(entry, (form = withoutPlace(spanOf(words, start, end, meanings, lexicon))));
  return placed(form, start, end);
}

function textOf(words: readonly Word[], start: number, end: number): string {
  let { text } = words[start]!;
  for (let i = start + 1; i < end; i++) text += ` ${words[i]!.text}`;
  return text;
}

/** @param forms remembers phrases, where it is given */
function longestAt(
  words: readonly Word[],
  at: number,
  lexicon: Lexicon,
  caseless: boolean,
  forms?: Forms,
): Span | undefined {
  const entries = lexicon.goingOn(words[at]!.base, words[at + 1]?.base);
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!;
    if (!matchesAt(entry, words, at)) continue;
    // Those of one length that fit, all of which can be meant.
    const { length } = entry.keys;
    let more: Entry[] | undefined;
    while (entries[i + 1]?.keys.length === length)
      if (matchesAt(entries[++i]!, words, at)) (more ??= [entry]).push(entries[i]!);
    const meanings = more ? meaningsOfAll(more, words[at]!, caseless) : meaningsOf(entry, words[at]!, caseless);
    if (meanings.length > 0 && forms && !more) return phraseAt(words, at, entry, meanings, lexicon, forms);
    if (meanings.length > 0) return spanOf(words, at, at + length, meanings, lexicon);
  }
  return undefined;
}

/** All that a word or phrase can mean. @param caseless nothing in the text tells names by their capitals */
function meaningsOf(entry: Entry, word: Word, caseless: boolean): readonly Meaning[] {
  // Only a word that can also be light is misread.
  if (caseless || !entry.light) return entry.meanings;
  const upper = isUpper(word);
  // Most words have nothing to leave out, and share the list.
  if (!upper && !entry.code) return entry.meanings;
  return entry.meanings.filter((meaning) => !isCodeMisread(entry, meaning, upper));
}

/** All that several phrases of the same words can mean. */
function meaningsOfAll(entries: readonly Entry[], word: Word, caseless: boolean): readonly Meaning[] {
  const sure = caseless || !entries.some((e) => e.light);
  const upper = isUpper(word);
  const meanings = new Set<Meaning>();
  for (const entry of entries)
    for (const meaning of entry.meanings) if (sure || !isCodeMisread(entry, meaning, upper)) meanings.add(meaning);
  return [...meanings];
}

function matchesAt(entry: Entry, words: readonly Word[], at: number): boolean {
  const { keys, written } = entry;
  if (at + keys.length > words.length) return false;
  for (let i = 0; i < keys.length; i++) {
    const word = words[at + i]!;
    if (word.base !== keys[i]) return false;
    const name = written?.[i];
    if (name !== undefined && word.lower !== name && word.lower !== `${name}s`) return false;
  }
  return true;
}

/** "us" in a sentence with capitals is the pronoun, "US" the country; where nothing has capitals both are possible. */
function isCodeMisread(entry: Entry, meaning: Meaning, upper: boolean): boolean {
  return entry.code ? !upper : upper && meaning === 'l';
}

function isUpper({ text }: Word): boolean {
  return text.length > 1 && text === text.toUpperCase();
}

function correctedAt(words: readonly Word[], at: number, lexicon: Lexicon, correct: Correct | undefined): Span {
  const word = words[at]!;
  const corrected = correct?.(word.lower);
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
  if (end === start + 1) {
    const { text, base } = words[start]!;
    const bases = [base];
    return { start, end, text, bases, telling: bases, meanings };
  }
  const bases = words.slice(start, end).map((w) => w.base);
  return { start, end, text: textOf(words, start, end), bases, telling: tellingOf(bases, lexicon), meanings };
}

function tellingOf(bases: readonly string[], lexicon: Lexicon): readonly string[] {
  if (bases.length === 1) return bases;
  const telling = bases.filter((b) => !lexicon.isLight(b));
  return telling.length > 0 ? telling : bases;
}
