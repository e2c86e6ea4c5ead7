/**
 * Reads a store's own texts, in which typos are not corrected and much comes again: each word, and each phrase with the words that settle
 * where it ends, is looked up once.
 */
import { type Meant, meantBy, textOf } from './forms.ts';
import type { Entry, Lexicon, Meaning } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { longestAt } from './phrases.ts';
import type { Span } from './recognise.ts';
import { Splitter } from './splitter.ts';
import { Steps } from './steps.ts';
import type { Word } from './words.ts';

/** A span without its place, made once for all texts of a reader. */
export interface Form extends Meant {
  /** Forms are numbered from 0 on, so that what is made of them elsewhere can be kept by number. */
  readonly id: number;
}

/** A text of the store, recognised. */
export class OwnText {
  /** The numbers of its forms, in order; of each text as many words as they have bases. */
  readonly ids: readonly number[];
  /** Single blanks are all that stands between its words, and none is a possessive. */
  readonly plain: boolean;
  readonly #numbers: readonly number[];
  readonly #known: Known;
  #words: Word[] | undefined;
  #spans: Span[] | undefined;

  /**
   * @param ids the numbers of its forms
   * @param numbers the numbers of its words
   * @param known all forms and words, by their numbers
   */
  constructor(ids: readonly number[], numbers: readonly number[], plain: boolean, known: Known) {
    this.ids = ids;
    this.plain = plain;
    this.#numbers = numbers;
    this.#known = known;
  }

  /** What one of its spans says. */
  form(at: number): Form {
    return this.#known.forms[this.ids[at]!]!;
  }

  /** What its spans say, in order. */
  get forms(): Form[] {
    return this.ids.map((id) => this.#known.forms[id]!);
  }

  /** How many words one of its spans has. */
  lengthOf(at: number): number {
    return this.#known.lengths[this.ids[at]!]!;
  }

  /** How many words it has. */
  get size(): number {
    return this.#numbers.length;
  }

  /** Its words. */
  get words(): Word[] {
    return (this.#words ??= this.#numbers.map((number) => this.#known.words[number]!));
  }

  /** Its spans, as `recognise` gives them. */
  get spans(): Span[] {
    if (!this.#spans) {
      let end = 0;
      this.#spans = this.forms.map(({ text, bases, telling, meanings }) => {
        const start = end;
        end += bases.length;
        return { start, end, text, bases, telling, meanings };
      });
    }
    return this.#spans;
  }
}

/** All that a reader has met, by number. */
interface Known {
  readonly words: readonly Word[];
  readonly forms: Form[];
  /** Of each form, how many words it has. */
  readonly lengths: number[];
}

/** What of a word tells how a text is read that holds it: it has no capitals, nothing but them, nothing or a blank stands before it. */
const [LOWER, UPPER, BARE, AFTER_BLANK] = [1, 2, 4, 8];

/** Stands for the word after the last. */
const END = -1;

/** Of texts with or without capitals that tell names: what begins with a word. */
interface Begun {
  /** By the number of the word: a form, by its number plus one; a place among the steps, below 0; 0 where it was not read yet. */
  readonly by: number[];
  /** Of words that may open a phrase, where they open none and are in no table: a form as above. */
  readonly bare: number[];
}

/** Reads the texts of a store. */
export class OwnTexts {
  readonly #lexicon: Lexicon;
  readonly #splitter: Splitter;
  readonly #traits: number[] = [];
  readonly #cased: Begun = { by: [], bare: [] };
  readonly #caseless: Begun = { by: [], bare: [] };
  /** From the word with which a phrase may begin to the words after it. */
  readonly #steps = new Steps();
  #places = 0;
  readonly #known: Known;
  /** Of phrases, in the spelling that was read last. */
  readonly #phrases = new Map<Entry, Form>();
  #last: { readonly text: string; readonly read: OwnText } | undefined;

  /** @param expand what a run of letters and marks stands for, where that is other words */
  constructor(lexicon: Lexicon, expand: (run: string) => string) {
    this.#lexicon = lexicon;
    this.#splitter = new Splitter(lexicon.baseOf, expand);
    this.#known = { words: this.#splitter.words, forms: [], lengths: [] };
  }

  /** Reads a text; what was read last is remembered. */
  read(text: string): OwnText {
    if (this.#last?.text !== text) this.#last = { text, read: this.#read(normalise(text)) };
    return this.#last.read;
  }

  #read(clean: string): OwnText {
    const splitter = this.#splitter;
    const count = splitter.read(clean);
    if (this.#traits.length < splitter.words.length) this.#meet();
    const numbers: number[] = [];
    let all = LOWER | UPPER;
    let plain = true;
    for (let at = 0; at < count; at++) {
      const number = splitter.number(at);
      numbers.push(number);
      const traits = this.#traits[number]!;
      all &= traits;
      if ((traits & (at === 0 ? BARE : AFTER_BLANK)) === 0) plain = false;
    }
    const begun = (all & LOWER) !== 0 || ((all & UPPER) !== 0 && count > 2) ? this.#caseless : this.#cased;
    const ids: number[] = [];
    const { lengths } = this.#known;
    for (let at = 0; at < count; ) {
      const id = this.#formAt(numbers, at, begun);
      ids.push(id);
      at += lengths[id]!;
    }
    return new OwnText(ids, numbers, plain, this.#known);
  }

  /** Takes in words that are new. */
  #meet(): void {
    const { words } = this.#splitter;
    for (let number = this.#traits.length; number < words.length; number++) {
      const { text, lower, gap, possessive } = words[number]!;
      const before = possessive ? 0 : gap === '' ? BARE : gap === ' ' ? AFTER_BLANK : 0;
      this.#traits.push((text === lower ? LOWER : 0) | (text === text.toUpperCase() ? UPPER : 0) | before);
      for (const { by, bare } of [this.#cased, this.#caseless]) {
        by.push(0);
        bare.push(0);
      }
    }
  }

  /** The number of the form that begins at a word. */
  #formAt(numbers: readonly number[], at: number, begun: Begun): number {
    let found = begun.by[numbers[at]!]!;
    for (let i = at + 1; found < 0; i++) found = this.#steps.after(-found, i < numbers.length ? numbers[i]! : END);
    return found > 0 ? found - 1 : this.#look(numbers, at, begun).id;
  }

  /** Looks up what begins at a word, and remembers it. */
  #look(numbers: readonly number[], at: number, begun: Begun): Form {
    const words = numbers.map((number) => this.#splitter.words[number]!);
    const form = this.#formOf(words, numbers, at, begun);
    const settled = settledBy(words, at, this.#lexicon);
    const number = numbers[at]!;
    if (settled === 1) begun.by[number] = form.id + 1;
    else {
      let place = (begun.by[number] ||= -++this.#places);
      for (let i = at + 1; i < at + settled; i++) {
        const step = i < numbers.length ? numbers[i]! : END;
        let next = this.#steps.after(-place, step);
        if (next === 0) {
          next = i === at + settled - 1 ? form.id + 1 : -++this.#places;
          this.#steps.add(-place, step, next);
        }
        place = next;
      }
    }
    return form;
  }

  #formOf(words: readonly Word[], numbers: readonly number[], at: number, begun: Begun): Form {
    const phrase = longestAt(words, at, this.#lexicon, begun === this.#caseless);
    if (!phrase) {
      const form = (begun.bare[numbers[at]!] ||= this.#make(words, at, at + 1, []).id + 1);
      return this.#known.forms[form - 1]!;
    }
    const { length, meanings, entry } = phrase;
    const before = entry && this.#phrases.get(entry);
    if (before?.meanings === meanings && before.text === textOf(words, at, at + length)) return before;
    const form = this.#make(words, at, at + length, meanings);
    if (entry) this.#phrases.set(entry, form);
    return form;
  }

  #make(words: readonly Word[], start: number, end: number, meanings: readonly Meaning[]): Form {
    const { text, bases, telling } = meantBy(words, start, end, meanings, this.#lexicon);
    // Written out, all forms are alike to V8, which reads them some ten times as fast.
    const form = { id: this.#known.forms.length, text, bases, telling, meanings };
    this.#known.forms.push(form);
    this.#known.lengths.push(bases.length);
    return form;
  }
}

/** How many words are looked at to find the phrase that begins at a word. */
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
