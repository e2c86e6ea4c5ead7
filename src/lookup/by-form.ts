/** What a reader makes of the words and phrases of a lexicon, each once however many texts hold it. */
import type { Span } from './recognise.ts';

/** So many are remembered. */
const KEPT = 200_000;

/** What is made of spans, by their forms. */
export class ByForm<Made extends object | string | boolean> {
  readonly #make: (span: Span) => Made;
  readonly #made: (Made | undefined)[] = [];

  /** @param make makes it, of nothing but the words and the meanings of a span */
  constructor(make: (span: Span) => Made) {
    this.#make = make;
  }

  /** Gives what is made of a span. */
  of(span: Span): Made {
    const id = span.form?.id ?? KEPT;
    const before = this.#made[id];
    if (before !== undefined) return before;
    const made = this.#make(span);
    if (id < KEPT) {
      // Without gaps, the list stays a plain array.
      while (this.#made.length < id) this.#made.push(undefined);
      this.#made[id] = made;
    }
    return made;
  }
}
