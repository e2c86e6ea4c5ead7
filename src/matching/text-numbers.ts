/** Spans as numbers, while facts are read: what a word, a phrase or a short text says is looked up once. */
import { ByForm, type Form } from '../lookup/index.ts';
import type { Understander } from '../question/index.ts';
import { strengthCode } from './codes.ts';
import type { ConceptRows } from './concept-rows.ts';
import type { KeyTableBuilder } from './key-table.ts';
import type { EntitiesOf, EntityNumbers, Gathered } from './known-entities.ts';
import { isKey, wordKey } from './profile.ts';
import type { RowsBuilder } from './rows.ts';

/** A name that can mean more than this does not tell whom a fact is about; its values do. */
const AMBIGUOUS = 100;

const SURE = strengthCode(1);
/** A verb of a text need not be what happens in it. */
const BY_VERB = strengthCode(0.6);

/** So many texts are remembered. */
const KEPT = 30_000;

/** What a text says of a fact that holds it. */
interface SpanNumbers {
  /** All keys by which its spans can be met; those of words alone; those of neither words, names nor what reports seldom give. */
  readonly keys: readonly number[];
  readonly wordKeys: readonly number[];
  readonly classKeys: readonly number[];
  /** Of the keys, those that the fact is about, surely and by a verb. */
  readonly sure: readonly number[];
  readonly verbs: readonly number[];
  /** Its words. */
  readonly words: readonly number[];
  /** Whom it names. */
  readonly entities: readonly EntityNumbers[];
}

/** Looks up what texts say, for the table that grows. */
export class TextNumbers {
  readonly #understander: Understander;
  readonly #keys: KeyTableBuilder;
  readonly #entitiesOf: EntitiesOf;
  readonly #forms = new ByForm((form) => this.#read(form));
  readonly #texts = new Map<string, readonly SpanNumbers[]>();

  constructor(understander: Understander, keys: KeyTableBuilder, entitiesOf: EntitiesOf) {
    this.#understander = understander;
    this.#keys = keys;
    this.#entitiesOf = entitiesOf;
  }

  /** The spans of a text that comes again: a name, a value, what is counted. */
  ofValue(text: string): readonly SpanNumbers[] {
    let numbers = this.#texts.get(text);
    if (!numbers) {
      numbers = this.#understander.own(text).forms.map((form) => this.of(form));
      if (this.#texts.size >= KEPT) this.#texts.clear();
      this.#texts.set(text, numbers);
    }
    return numbers;
  }

  /** The numbers of a span. */
  of(form: Form): SpanNumbers {
    return this.#forms.of(form);
  }

  #read({ meanings, telling, bases }: Form): SpanNumbers {
    const wordKeys = telling.map((base) => this.#keys.add(wordKey(base)));
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
    const words = bases.map((base) => this.#keys.add(base));
    return {
      keys: [...keys, ...wordKeys],
      wordKeys,
      classKeys,
      sure: [...sure, ...wordKeys],
      verbs,
      words,
      entities: named.flatMap((id) => this.#entitiesOf(id) ?? []),
    };
  }
}

/**
 * Notes what a fact is about that holds a span.
 * @param words takes the numbers of its words
 * @param about takes the entities that it names
 */
export function noteSpan(span: SpanNumbers, concepts: ConceptRows, words: RowsBuilder, about: Gathered): void {
  concepts.noteAll(span.sure, SURE);
  concepts.noteAll(span.verbs, BY_VERB);
  words.pushAll(span.words);
  about.addAll(span.entities);
}
