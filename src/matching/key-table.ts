/** Strings as small numbers, so that tables of facts can be arrays of numbers and comparing two strings costs nothing. */

/** A list of texts that is complete; a snapshot gives one that reads each text when it is asked for. */
export interface Texts {
  /** How many texts there are. */
  readonly size: number;
  /** The text of a number below `size`. */
  textOf(id: number): string;
}

/** A table that is complete: strings by number and numbers by string. */
export interface KeyTable extends Texts {
  /** The number of a string, or undefined when it is not in the table. */
  idOf(text: string): number | undefined;
}

/** A table of strings that are all in memory. */
class KnownKeys implements KeyTable {
  readonly #strings: readonly string[];
  /** Made when a number is first asked for: of many tables none ever is. */
  #ids: ReadonlyMap<string, number> | undefined;

  constructor(strings: readonly string[], ids?: ReadonlyMap<string, number>) {
    this.#strings = strings;
    this.#ids = ids;
  }

  get size(): number {
    return this.#strings.length;
  }

  idOf(text: string): number | undefined {
    this.#ids ??= new Map(this.#strings.map((known, id) => [known, id]));
    return this.#ids.get(text);
  }

  textOf(id: number): string {
    return this.#strings[id]!;
  }
}

/** A table of these strings, each once; the position is the number. */
export function keyTableOf(strings: readonly string[]): KeyTable {
  return new KnownKeys(strings);
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

  /** The strings alone. */
  texts(): Texts {
    return keyTableOf(this.strings);
  }

  /** The table of all strings; none is added afterwards. */
  build(): KeyTable {
    return new KnownKeys(this.strings, this.#ids);
  }
}
