/** What facts are about, row by row: each concept as surely as it was noted at most. */
import { type Rows, RowsBuilder, transposed } from './rows.ts';

/** Rows that are complete: `strengths` holds a code for each item. */
export interface StrongRows {
  readonly rows: Rows;
  readonly strengths: Uint8Array;
}

/** Rows that grow. Their numbers stand in the order in which they were noted. */
export class ConceptRows {
  readonly #rows: RowsBuilder;
  #strengths: Uint8Array;
  /** Of the row that is open, by number of the key: the code of its strength, 0 where it was not noted. */
  #codes = new Uint8Array(4_096);

  /** @param items about how many numbers there will be */
  constructor(rows: number, items: number) {
    this.#rows = new RowsBuilder(rows, items);
    this.#strengths = new Uint8Array(items);
  }

  /** Notes a concept in the row that is open: by the number of its key, with the code of a strength. */
  note(key: number, code: number): void {
    if (key >= this.#codes.length) this.#codes = grown(this.#codes, 2 * key);
    const before = this.#codes[key]!;
    if (before === 0) this.#rows.push(key);
    if (code > before) this.#codes[key] = code;
  }

  /** Notes several concepts with one strength. */
  noteAll(keys: readonly number[], code: number): void {
    for (let i = 0; i < keys.length; i++) this.note(keys[i]!, code);
  }

  /** Notes the numbers of a row of others. */
  noteRow(rows: RowsBuilder, row: number, code: number): void {
    for (let i = rows.start(row); i < rows.start(row + 1); i++) this.note(rows.item(i), code);
  }

  /** Ends the row that is open; the next one is open then. */
  endRow(): void {
    const from = this.#rows.start(this.#rows.size);
    this.#rows.endRow();
    if (this.#rows.length > this.#strengths.length) this.#strengths = grown(this.#strengths, 2 * this.#rows.length);
    for (let i = from; i < this.#rows.length; i++) {
      const key = this.#rows.item(i);
      this.#strengths[i] = this.#codes[key]!;
      this.#codes[key] = 0;
    }
  }

  /** The rows as they are now; none is added afterwards. */
  build(): StrongRows {
    return { rows: this.#rows.build(), strengths: this.#strengths.subarray(0, this.#rows.length) };
  }
}

function grown(array: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(array);
  return larger;
}

/** Rows by item, as `transposed`: all rows of the result are sorted. */
export function turned({ rows, strengths }: StrongRows, size: number): StrongRows {
  const byItem = transposed(rows, size);
  const next = byItem.starts.slice();
  const ofItems = new Uint8Array(strengths.length);
  for (let i = 0; i < strengths.length; i++) ofItems[next[rows.items[i]!]!++] = strengths[i]!;
  return { rows: byItem, strengths: ofItems };
}
