/** A text as words and spans, each word with the parts that it plays: what every reader of a question starts from. */
import { type Store, wordClass } from '../facts/index.ts';
import {
  ByForm,
  type Correct,
  type Lexicon,
  mendSpacing,
  normalise,
  type OwnText,
  OwnTexts,
  recognise,
  type Span,
  Splitter,
  type Word,
} from '../lookup/index.ts';
import { createDateReader, type DateReader } from './date-mentions.ts';

/** The words and spans of a question, and where each word's span is. */
export interface Reading {
  readonly words: readonly Word[];
  readonly spans: readonly Span[];
  readonly spanAt: (word: number) => Span | undefined;
  /** Whether the word at this index is in the class of function words (`grammar` in the vocabulary). */
  readonly is: (word: number, part: string) => boolean;
  /** Whether any word is in the class: most questions hold a word of few classes, and need not be searched for the others. */
  readonly has: (part: string) => boolean;
  /** Index of the first word of the class, from an index on; -1 where there is none. */
  readonly first: (part: string, from?: number) => number;
  /** Meanings of the nouns that act for a country or body named before them. */
  readonly actors: ReadonlySet<string>;
  /** Meanings of the nouns for those who govern: "the authorities in NAME" act for it. */
  readonly governing: ReadonlySet<string>;
  /** Meanings of nouns for what somebody holds. */
  readonly office: ReadonlySet<string>;
  /** Finds the dates among words. */
  readonly dates: DateReader;
  /** Whether an entity can act: a sea cannot, a capital that stands for its government can. */
  readonly acts: (entity: string) => boolean;
  /** Whether an entity is a person. */
  readonly isPerson: (entity: string) => boolean;
}

/** The words of a text, and the spans recognised among them. */
export interface Recognised {
  readonly words: Word[];
  readonly spans: Span[];
}

/** Splits, recognises and reads texts with the words of one store. */
export interface Reader {
  /** Splits and recognises a question. */
  readonly recognise: (text: string, correct: Correct) => Recognised;
  /** Splits and recognises one of the store's own texts, without correcting typos; what was read last is remembered. */
  readonly own: (text: string) => OwnText;
  /**
   * Whether the words may count time from an event, or name a document: what such a text means, the store's events and days say.
   * Most that do are told by their words alone.
   */
  readonly countsTime: (text: OwnText) => boolean;
  readonly dates: DateReader;
  /** Gives recognised words the parts they play. */
  readonly read: (recognised: Recognised) => Reading;
}

/** Classes of words that name a day or a document, of those by which time is counted, and of those from which on it is. */
const NAMING = ['day', 'eve', 'publication'];
const UNITS = ['unit-day', 'unit-week', 'unit-month', 'unit-year'];
const COUNTED_FROM = ['before', 'after', 'genitive'];

/** So many words of questions are remembered. */
const WORDS_KEPT = 30_000;

/** Makes the reader of a store: takes its lexicon, uses its vocabulary. */
export function createReader(store: Store, lexicon: Lexicon): Reader {
  const texting = new Map(Object.entries(store.vocabulary.texting));
  const partsAt = createPartsOfSpeech(store.vocabulary.grammar);
  const dates = createDateReader(store);
  const shared = {
    actors: wordClass(store, 'actors'),
    governing: wordClass(store, 'governing'),
    office: wordClass(store, 'office'),
    dates,
    acts: (id: string) => store.entities.get(id)?.kind !== 'place' || store.entities.get(id)?.stands_for !== undefined,
    isPerson: (id: string) => store.entities.get(id)?.kind === 'person',
  };
  const expanded = (run: string) => expand(run, texting);
  let splitter = new Splitter(lexicon.baseOf, expanded);
  const texts = new OwnTexts(lexicon, expanded);
  const firstWords = (parts: readonly string[]) =>
    new Set(parts.flatMap((part) => [...wordClass(store, part)]).map((phrase) => phrase.split(' ')[0]!));
  const [naming, units, countedFrom] = [firstWords(NAMING), firstWords(UNITS), firstWords(COUNTED_FROM)];
  const mayCount = new ByForm((form) =>
    form.text.split(' ').some((word) => naming.has(word.toLowerCase()) || units.has(word.toLowerCase())),
  );
  return {
    dates,
    recognise: (text, correct) => {
      // What people type has no end.
      if (splitter.words.length > WORDS_KEPT) splitter = new Splitter(lexicon.baseOf, expanded);
      const words = mendSpacing(splitter.split(normalise(text)), lexicon);
      return { words, spans: recognise(words, lexicon, correct) };
    },
    own: (text) => texts.read(text),
    countsTime: (text) =>
      text.ids.some((_, at) => mayCount.of(text, at)) &&
      text.words.some(
        ({ lower }, i, all) => naming.has(lower) || (units.has(lower) && countedFrom.has(all[i + 1]?.lower ?? '')),
      ),
    read: ({ words, spans }) => {
      const owner: Span[] = [];
      for (const span of spans) for (let i = span.start; i < span.end; i++) owner[i] = span;
      const parts = words.map((_, i) => partsAt(words, i));
      const present = new Set<string>();
      for (const of of parts) for (const part of of) present.add(part);
      const first = (part: string, from = 0) => {
        if (present.has(part)) for (let i = Math.max(0, from); i < parts.length; i++) if (parts[i]!.has(part)) return i;
        return -1;
      };
      return {
        ...shared,
        words,
        spans,
        // Readers ask for the word before the first one too; of an array, that is slow to ask.
        spanAt: (i) => (i >= 0 ? owner[i] : undefined),
        is: (i, part) => i >= 0 && i < parts.length && parts[i]!.has(part),
        has: (part) => present.has(part),
        first,
      };
    },
  };
}

/** The classes of function words that a word is in, alone or with the word after it; asked once for each word, some hundred times used. */
function createPartsOfSpeech(grammar: Readonly<Record<string, readonly string[]>>) {
  const alone = new Map<string, Set<string>>();
  const pairs = new Map<string, Map<string, Set<string>>>();
  for (const [part, phrases] of Object.entries(grammar))
    for (const phrase of phrases) {
      const [first = '', second, ...more] = phrase.split(' ');
      if (second === undefined) alone.set(first, (alone.get(first) ?? new Set()).add(part));
      else if (more.length === 0) {
        const seconds = pairs.get(first) ?? new Map<string, Set<string>>();
        pairs.set(first, seconds.set(second, (seconds.get(second) ?? new Set()).add(part)));
      }
    }
  const none: ReadonlySet<string> = new Set();
  return (words: readonly Word[], i: number): ReadonlySet<string> => {
    const { lower } = words[i]!;
    const single = alone.get(lower) ?? none;
    const both = pairs.get(lower)?.get(words[i + 1]?.lower ?? '');
    return both ? new Set([...single, ...both]) : single;
  };
}

/** Replaces texting forms by words, token by token; capitals and marks around them stay. */
function expand(text: string, texting: ReadonlyMap<string, string>): string {
  // Where no dot stands inside, the tokens are the runs of their letters; most texts hold nothing to replace.
  if (
    !/\.[\p{L}\p{N}/'+]/u.test(text) &&
    !text.match(/[\p{L}\p{N}/'+$#]+/gu)?.some((w) => texting.has(w.toLowerCase()))
  )
    return text;
  // "John R. Doe": an initial.
  if (/^\p{Lu}\.$/u.test(text)) return text;
  return text.replace(/(?<![.\p{L}\p{N}])[\p{L}\p{N}/'+$]+(?!\.\p{L})/gu, (word, at: number) =>
    // "Wen-bin": a part of a name is no short form.
    text[at + word.length] === '-' && /^\p{Lu}\p{Ll}/u.test(word) ? word : (texting.get(word.toLowerCase()) ?? word),
  );
}
