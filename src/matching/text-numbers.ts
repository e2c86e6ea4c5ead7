/** Spans as numbers, while facts are read: what a word, a phrase or a short text says is looked up once. */
import type { Form, OwnText } from '../lookup/index.ts';
import type { Understander } from '../question/index.ts';
import { strengthCode } from './codes.ts';
import type { ConceptRows } from './concept-rows.ts';
import type { KeyTableBuilder } from './key-table.ts';
import type { Gathered, KnownEntities } from './known-entities.ts';
import { isKey, wordKey } from './profile.ts';
import type { RowsBuilder } from './rows.ts';

/** A name that can mean more than this does not tell whom a fact is about; its values do. */
const AMBIGUOUS = 100;

const SURE = strengthCode(1);
/** A verb of a text need not be what happens in it. */
const BY_VERB = strengthCode(0.6);

/** So many texts are remembered. */
const KEPT = 30_000;

/**
 * What the forms say stands one after the other in one array. Each begins with how long its lists are, of numbers of the table that
 * grows: what a fact is about that holds it, surely (without its words); its words as keys; what such a fact is about by a verb; its
 * words; whom it names (by place); all keys by which it can be met (without its words); those of them that are neither names nor what
 * reports seldom give.
 */
const LISTS = 7;

/** Of a word: its number in the table, and that of its key; -1 where it is not in the table. */
interface KnownBase {
  word: number;
  key: number;
}

/** Looks up what texts say, for the table that grows. */
export class TextNumbers {
  readonly #understander: Understander;
  readonly #keys: KeyTableBuilder;
  readonly #entities: KnownEntities;
  /** By number of a form: where in `said` it begins; 0 where it was not read. */
  readonly #places: number[] = [];
  #said = new Int32Array(1 << 16);
  #end = 1;
  readonly #bases = new Map<string, KnownBase>();
  readonly #texts = new Map<string, OwnText>();

  constructor(understander: Understander, keys: KeyTableBuilder, entities: KnownEntities) {
    this.#understander = understander;
    this.#keys = keys;
    this.#entities = entities;
  }

  /** Reads a text that comes again: a name, a value, what is counted. */
  value(text: string): OwnText {
    let read = this.#texts.get(text);
    if (!read) {
      read = this.#understander.own(text);
      if (this.#texts.size >= KEPT) this.#texts.clear();
      this.#texts.set(text, read);
    }
    return read;
  }

  /**
   * Notes what a fact is about that holds a text.
   * @param words takes the numbers of its words
   * @param about takes the entities that it names
   */
  note(text: OwnText, concepts: ConceptRows, words: RowsBuilder, about: Gathered): void {
    const { ids } = text;
    for (let i = 0; i < ids.length; i++) {
      const place = this.#placeOf(text, i);
      const said = this.#said;
      let at = place + LISTS;
      let end = at + said[place]! + said[place + 1]!;
      for (; at < end; at++) concepts.note(said[at]!, SURE);
      for (end += said[place + 2]!; at < end; at++) concepts.note(said[at]!, BY_VERB);
      for (end += said[place + 3]!; at < end; at++) words.push(said[at]!);
      for (end += said[place + 4]!; at < end; at++) about.add(this.#entities.at(said[at]!));
    }
  }

  /** Looks up what a text says, for what is asked by the numbers of its forms. */
  meet(text: OwnText): void {
    for (let i = 0; i < text.ids.length; i++) this.#placeOf(text, i);
  }

  /** Notes the words of a form that was met with one strength, and its classes with another. */
  noteWords(form: number, concepts: ConceptRows, words: number, classes: number): void {
    const said = this.#said;
    const place = this.#places[form]!;
    let at = place + LISTS + said[place]!;
    for (const end = at + said[place + 1]!; at < end; at++) concepts.note(said[at]!, words);
    at += said[place + 2]! + said[place + 3]! + said[place + 4]! + said[place + 5]!;
    for (const end = at + said[place + 6]!; at < end; at++) concepts.note(said[at]!, classes);
  }

  /** Puts all keys by which a form that was met can be met in a question into the row that is open. */
  pushKeys(form: number, rows: RowsBuilder): void {
    const said = this.#said;
    const place = this.#places[form]!;
    const words = place + LISTS + said[place]!;
    let at = words + said[place + 1]! + said[place + 2]! + said[place + 3]! + said[place + 4]!;
    for (const end = at + said[place + 5]!; at < end; at++) rows.push(said[at]!);
    for (let i = words; i < words + said[place + 1]!; i++) rows.push(said[i]!);
  }

  /** The keys of the words of a text. */
  wordKeysOf(text: OwnText): number[] {
    const keys: number[] = [];
    for (let i = 0; i < text.ids.length; i++) {
      const place = this.#placeOf(text, i);
      const from = place + LISTS + this.#said[place]!;
      for (let at = from; at < from + this.#said[place + 1]!; at++) keys.push(this.#said[at]!);
    }
    return keys;
  }

  #placeOf(text: OwnText, at: number): number {
    const id = text.ids[at]!;
    while (this.#places.length <= id) this.#places.push(0);
    return (this.#places[id] ||= this.#put(text.form(at)));
  }

  #put({ meanings, telling, bases }: Form): number {
    const wordKeys = telling.map((base) => this.#keyOf(base));
    const [keys, classKeys, sure, verbs]: [number[], number[], number[], number[]] = [[], [], [], []];
    const named: string[] = [];
    const tellsWho = meanings.length <= AMBIGUOUS;
    for (const meaning of meanings) {
      if (!isKey(meaning)) continue;
      const key = this.#keys.add(meaning);
      keys.push(key);
      const prefix = meaning[0];
      // What reports seldom give, a fact gives only where it says so itself.
      if (prefix !== 'e' && prefix !== 'n') classKeys.push(key);
      if (prefix === 'p') verbs.push(key);
      else if (prefix !== 'e') sure.push(key);
      else if (tellsWho) {
        sure.push(key);
        named.push(meaning.slice(2));
      }
    }
    const words = bases.map((base) => this.#wordOf(base));
    const entities = named.flatMap((id) => this.#entities.of(id)?.place ?? []);
    const place = this.#end;
    const lists = [sure, wordKeys, verbs, words, entities, keys, classKeys];
    let length = LISTS;
    for (const list of lists) length += list.length;
    this.#end += length;
    if (this.#end > this.#said.length) {
      const larger = new Int32Array(2 * this.#end);
      larger.set(this.#said);
      this.#said = larger;
    }
    let at = place;
    for (const list of lists) this.#said[at++] = list.length;
    for (const list of lists) for (const number of list) this.#said[at++] = number;
    return place;
  }

  #known(base: string): KnownBase {
    let known = this.#bases.get(base);
    if (!known) this.#bases.set(base, (known = { word: -1, key: -1 }));
    return known;
  }

  #wordOf(base: string): number {
    const known = this.#known(base);
    if (known.word < 0) known.word = this.#keys.add(base);
    return known.word;
  }

  #keyOf(base: string): number {
    const known = this.#known(base);
    if (known.key < 0) known.key = this.#keys.add(wordKey(base));
    return known.key;
  }
}
