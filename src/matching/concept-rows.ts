/** The concepts of facts, row by row, each with the code of its strength. */
import { type Rows, RowsBuilder, rowOf } from './rows.ts';

/** Rows that are complete: `strengths` holds a code for each item. */
export interface StrongRows {
  readonly rows: Rows;
  readonly strengths: Uint8Array;
}

/** Rows that grow. */
export class ConceptRows {
  readonly #rows = new RowsBuilder();
  #strengths = new Uint8Array(1_024);

  /**
   * Adds a row, sorted.
   * @param keys the numbers of its concepts
   * @param codeOf gives the code of the strength of each
   */
  add(keys: readonly number[], codeOf: (key: number) => number): void {
    const from = this.#rows.length;
    this.#rows.addSorted(keys);
    this.#makeRoom();
    for (let i = from; i < this.#rows.length; i++) this.#strengths[i] = codeOf(this.#rows.item(i));
  }

  /** Adds a row of others as it is. */
  copy({ rows, strengths }: StrongRows, row: number): void {
    const from = this.#rows.length;
    this.#rows.add(rowOf(rows, row));
    this.#makeRoom();
    this.#strengths.set(strengths.subarray(rows.starts[row]!, rows.starts[row + 1]!), from);
  }

  #makeRoom(): void {
    while (this.#rows.length > this.#strengths.length) {
      const larger = new Uint8Array(2 * this.#strengths.length);
      larger.set(this.#strengths);
      this.#strengths = larger;
    }
  }

  /** The rows as they are now. */
  build(): StrongRows {
    return { rows: this.#rows.build(), strengths: this.#strengths.slice(0, this.#rows.length) };
  }
}
