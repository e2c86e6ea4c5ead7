/** What a reader makes of the words and phrases of a store's own texts, each once however many texts hold it. */
import type { Form } from './own-texts.ts';

/** What is made of forms of one reader of texts. */
export class ByForm<Made extends object | string | boolean | number> {
  readonly #make: (form: Form) => Made;
  readonly #made: (Made | undefined)[] = [];

  /** @param make makes it, of nothing but the words and the meanings of a form */
  constructor(make: (form: Form) => Made) {
    this.#make = make;
  }

  /** Gives what is made of a form. */
  of(form: Form): Made {
    const before = this.#made[form.id];
    if (before !== undefined) return before;
    const made = this.#make(form);
    // Without gaps, the list stays a plain array.
    while (this.#made.length < form.id) this.#made.push(undefined);
    this.#made[form.id] = made;
    return made;
  }
}
