/** What a reader makes of the words and phrases of a store's own texts, each once however many texts hold it. */
import type { Form, OwnText } from './own-texts.ts';

/** What is made of forms of one reader of texts. */
export class ByForm<Made extends object | string | boolean | number> {
  readonly #make: (form: Form) => Made;
  readonly #made: (Made | undefined)[] = [];

  /** @param make makes it, of nothing but the words and the meanings of a form */
  constructor(make: (form: Form) => Made) {
    this.#make = make;
  }

  /** Gives what is made of a form of a text. */
  of(text: OwnText, at: number): Made {
    const id = text.ids[at]!;
    const before = this.#made[id];
    if (before !== undefined) return before;
    const made = this.#make(text.form(at));
    // Without gaps, the list stays a plain array.
    while (this.#made.length < id) this.#made.push(undefined);
    this.#made[id] = made;
    return made;
  }
}
