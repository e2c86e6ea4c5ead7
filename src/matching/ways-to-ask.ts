/** The ways to ask that curators noted, as numbers, and how near a question is to one. Each text is kept once, however many facts it serves. */
import { ByForm } from '../lookup/index.ts';
import type { Understander } from '../question/index.ts';
import { bitOf, maskOf } from './codes.ts';
import type { ConceptRows } from './concept-rows.ts';
import { KeyTableBuilder, type Texts } from './key-table.ts';
import { type IsArticle, wordingOf, wordNumbers } from './own-words.ts';
import { type Rows, RowsBuilder } from './rows.ts';
import type { TextNumbers } from './text-numbers.ts';

/** The table of all ways to ask. Plain data. */
export interface AskTable {
  readonly texts: Texts;
  /** Form in which each asks: a number of the table's strings. */
  readonly forms: Uint32Array;
  /** Bits of the values it wants. */
  readonly wants: Uint16Array;
  /** The spans of way `i` are those from `spanStarts[i]` up to, not including, `spanStarts[i + 1]`. */
  readonly spanStarts: Uint32Array;
  /** The keys of each span. */
  readonly spans: Rows;
  /** What each span costs that the question does not hold. */
  readonly costs: Float64Array;
}

/** What a span weighs at least. */
const LIGHTEST = 0.3;
/** A span of the way to ask that the question does not hold counts for this much of its weight. */
const LEFT_OVER = 0.7;

/** Reads ways to ask, each text once. */
export class AskTableBuilder {
  readonly #understander: Understander;
  readonly #keys: KeyTableBuilder;
  readonly #texts: TextNumbers;
  readonly #ids = new KeyTableBuilder();
  readonly #forms: number[] = [];
  readonly #wants: number[] = [];
  readonly #wordings: number[] = [];
  readonly #words: ByForm<readonly number[]>;
  readonly #spanStarts: number[] = [0];
  readonly #spans = new RowsBuilder();
  /** What all spans of each way to ask say, of those too that only ask: numbers of forms. */
  readonly #said = new RowsBuilder();

  constructor(understander: Understander, keys: KeyTableBuilder, texts: TextNumbers, isArticle: IsArticle) {
    this.#words = new ByForm((form) => wordNumbers(form, isArticle));
    this.#understander = understander;
    this.#keys = keys;
    this.#texts = texts;
  }

  /** The number of a way to ask; a new one is read and put in. */
  add(text: string): number {
    const id = this.#ids.add(text);
    if (id === this.#forms.length) this.#put(text);
    return id;
  }

  #put(text: string): void {
    const read = this.#understander.own(text);
    const { form, wants, isContent } = this.#understander.shapeOf(read);
    this.#texts.meet(read);
    for (let i = 0; i < read.ids.length; i++) {
      this.#said.push(read.ids[i]!);
      if (!isContent[i]) continue;
      this.#texts.pushKeys(read.ids[i]!, this.#spans);
      this.#spans.endRow();
    }
    this.#said.endRow();
    this.#forms.push(this.#keys.add(form));
    this.#wants.push(maskOf(wants));
    this.#wordings.push(wordingOf(read.ids.map((_, at) => this.#words.of(read, at))));
    this.#spanStarts.push(this.#spans.size);
  }

  /** Puts the keys of all spans of a way to ask, of those too that only ask, into the row that is open. */
  pushKeys(ask: number, rows: RowsBuilder): void {
    for (let i = this.#said.start(ask); i < this.#said.start(ask + 1); i++)
      this.#texts.pushKeys(this.#said.item(i), rows);
  }

  /** Notes the words of a way to ask with one strength, and its classes with another. */
  note(ask: number, concepts: ConceptRows, words: number, classes: number): void {
    for (let i = this.#said.start(ask); i < this.#said.start(ask + 1); i++)
      this.#texts.noteWords(this.#said.item(i), concepts, words, classes);
  }

  /** The words of a way to ask as a number. */
  wordingOf(ask: number): number {
    return this.#wordings[ask]!;
  }

  /** Whether a number is asked for. */
  wantsNumber(ask: number): boolean {
    return (this.#wants[ask]! & bitOf('number')) !== 0;
  }

  /** The bits of the values that a fact must have one of to be asked in this way (a mere thing is none); undefined for any fact. */
  fillsOf(text: string): number | undefined {
    const wants = this.#wants[this.add(text)]!;
    return wants === 0 ? undefined : wants & ~bitOf('thing');
  }

  /**
   * The table.
   * @param frequency how many facts have a key
   * @param facts how many facts there are
   */
  build(frequency: (key: number) => number, facts: number): AskTable {
    const spans = this.#spans.build();
    const costs = new Float64Array(this.#spans.size);
    for (let span = 0; span < costs.length; span++) {
      let heaviest = LIGHTEST;
      for (let i = spans.starts[span]!; i < spans.starts[span + 1]!; i++)
        heaviest = Math.max(heaviest, rarityOf(frequency(spans.items[i]!), facts));
      costs[span] = heaviest * LEFT_OVER;
    }
    return {
      texts: this.#ids.texts(),
      forms: Uint32Array.from(this.#forms),
      wants: Uint16Array.from(this.#wants),
      spanStarts: Uint32Array.from(this.#spanStarts),
      spans,
      costs,
    };
  }
}

/** Inverse document frequency of a concept; 0 for one that no fact has. */
export function rarityOf(frequency: number, facts: number): number {
  return frequency === 0 ? 0 : Math.log(1 + facts / frequency);
}
