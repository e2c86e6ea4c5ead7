/**
 * What recognising makes of words that come again: of a word that opens no phrase, and of a phrase of the lexicon. A store's own texts
 * are full of both, and each is made once.
 */
import type { Entry, Lexicon, Meaning } from './lexicon.ts';
import type { Word } from './words.ts';

/** A span without its place. */
export interface Form {
  /** As written. */
  readonly text: string;
  /** Base of each word. */
  readonly bases: readonly string[];
  /** The bases by which it can be found: of a phrase, those that are no function words. */
  readonly telling: readonly string[];
  readonly meanings: readonly Meaning[];
}

/** The forms that were made for one lexicon, of texts with or without capitals that tell names. */
export interface Forms {
  /** Of words that are a span by themselves wherever they stand; null for those that may open a phrase. */
  readonly alone: WeakMap<Word, Form | null>;
  /** Of words that may open a phrase, where they open none and are in no table. */
  readonly bare: WeakMap<Word, Form>;
  /** Of phrases, in the spelling that was read last. */
  readonly phrases: WeakMap<Entry, Form>;
}

const made = new WeakMap<Lexicon, readonly [Forms, Forms]>();

/** The forms of a lexicon. @param caseless nothing in the text tells names by their capitals */
export function formsOf(lexicon: Lexicon, caseless: boolean): Forms {
  let both = made.get(lexicon);
  if (!both) made.set(lexicon, (both = [none(), none()]));
  return both[caseless ? 1 : 0];
}

function none(): Forms {
  return { alone: new WeakMap(), bare: new WeakMap(), phrases: new WeakMap() };
}

/** Whether a word is a span by itself wherever it stands: no phrase of several words begins with it. */
export function standsAlone(word: Word, lexicon: Lexicon): boolean {
  // The longest come first.
  const longest = lexicon.startingWith(word.base)[0];
  return longest === undefined || longest.keys.length === 1;
}
