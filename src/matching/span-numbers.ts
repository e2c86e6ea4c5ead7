/** Spans as numbers, while facts are read: what each meaning, each word and each short text says is looked up once. */
import type { Meaning, Span } from '../lookup/index.ts';
import { strengthCode } from './codes.ts';
import type { ConceptNotes } from './concept-notes.ts';
import type { KeyTableBuilder } from './key-table.ts';
import type { EntitiesOf, EntityNumbers } from './known-entities.ts';
import { isKey, wordKey } from './profile.ts';

/** A name that can mean more than this does not tell whom a fact is about; its values do. */
const AMBIGUOUS = 100;

const SURE = strengthCode(1);
/** A verb of a text need not be what happens in it. */
const BY_VERB = strengthCode(0.6);

/** So many lists of meanings are remembered: most are those of a phrase, which come again. */
const KEPT = 100_000;

/** What a list of meanings says of a fact that holds it. */
interface MeaningNumbers {
  /** All keys among them. */
  readonly keys: readonly number[];
  /** Those that the fact is about, surely and by a verb. */
  readonly sure: readonly number[];
  readonly verbs: readonly number[];
  readonly entities: readonly EntityNumbers[];
}

/** Looks spans up for the table that grows. */
export class SpanNumbers {
  readonly #keys: KeyTableBuilder;
  readonly #entitiesOf: EntitiesOf;
  readonly #meanings = new Map<readonly Meaning[], MeaningNumbers>();
  /** By base: its own number, and that of its key. */
  readonly #bases = new Map<string, readonly [number, number]>();

  constructor(keys: KeyTableBuilder, entitiesOf: EntitiesOf) {
    this.#keys = keys;
    this.#entitiesOf = entitiesOf;
  }

  /** The numbers of all keys by which a span can be met, in the order of `keysOf`. */
  keysOf(span: Span): number[] {
    const keys = span.meanings.length > 0 ? [...this.#meaningsOf(span.meanings).keys] : [];
    for (const base of span.telling) keys.push(this.#baseOf(base)[1]);
    return keys;
  }

  /** Adds the numbers of the keys of a span's words. */
  addWordKeys(span: Span, to: number[]): void {
    for (const base of span.telling) to.push(this.#baseOf(base)[1]);
  }

  /**
   * Notes what a fact is about that holds this span.
   * @param words takes the numbers of its words
   * @param about takes the entities that it names
   */
  note(span: Span, notes: ConceptNotes, words: number[], about: EntityNumbers[]): void {
    for (const base of span.bases) words.push(this.#baseOf(base)[0]);
    if (span.meanings.length > 0) {
      const { sure, verbs, entities } = this.#meaningsOf(span.meanings);
      notes.noteAll(sure, SURE);
      notes.noteAll(verbs, BY_VERB);
      for (const entity of entities) about.push(entity);
    }
    for (const base of span.telling) notes.note(this.#baseOf(base)[1], SURE);
  }

  #baseOf(base: string): readonly [number, number] {
    let numbers = this.#bases.get(base);
    if (!numbers) this.#bases.set(base, (numbers = [this.#keys.add(base), this.#keys.add(wordKey(base))]));
    return numbers;
  }

  #meaningsOf(meanings: readonly Meaning[]): MeaningNumbers {
    let numbers = this.#meanings.get(meanings);
    if (!numbers) {
      const keys = meanings.filter(isKey);
      const names = keys.filter((key) => key.startsWith('e:'));
      const tellsWho = meanings.length <= AMBIGUOUS;
      const add = (key: string) => this.#keys.add(key);
      numbers = {
        keys: keys.map(add),
        sure: keys.filter((key) => !key.startsWith('p:') && (tellsWho || !key.startsWith('e:'))).map(add),
        verbs: keys.filter((key) => key.startsWith('p:')).map(add),
        entities: tellsWho ? names.map((key) => this.#entitiesOf(key.slice(2))).filter((e) => e.known) : [],
      };
      if (this.#meanings.size >= KEPT) this.#meanings.clear();
      this.#meanings.set(meanings, numbers);
    }
    return numbers;
  }
}
