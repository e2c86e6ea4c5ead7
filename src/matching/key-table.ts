/** Strings as small numbers, so that tables of facts can be arrays of numbers and comparing two strings costs nothing. */

/** A table that is complete: strings by number and numbers by string. */
export class KeyTable {
  readonly #strings: readonly string[];
  readonly #ids = new Map<string, number>();

  /** @param strings all strings, each once; the position is the number */
  constructor(strings: readonly string[]) {
    this.#strings = strings;
    for (let id = 0; id < strings.length; id++) this.#ids.set(strings[id]!, id);
  }

  /** How many strings there are. */
  get size(): number {
    return this.#strings.length;
  }

  /** The number of a string, or undefined when it is not in the table. */
  idOf(text: string): number | undefined {
    return this.#ids.get(text);
  }

  /** The string of a number that this table gave. */
  textOf(id: number): string {
    return this.#strings[id]!;
  }
}

/** A table that grows while facts are read. */
export class KeyTableBuilder {
  readonly strings: string[] = [];
  readonly #ids = new Map<string, number>();

  /** The number of a string; a new one is put in. */
  add(text: string): number {
    let id = this.#ids.get(text);
    if (id === undefined) {
      id = this.strings.length;
      this.#ids.set(text, id);
      this.strings.push(text);
    }
    return id;
  }
}
