/** What one fact is about, while it is read: each concept as surely as it was noted at most. */
import type { ConceptRows } from './concept-rows.ts';
import type { RowsBuilder } from './rows.ts';

/** Notes of one fact after the other, in the same space. */
export class ConceptNotes {
  /** By number of the key: the code of its strength, 0 where it was not noted. */
  #codes = new Uint8Array(4_096);
  readonly #noted: number[] = [];

  /** Notes a concept by the number of its key, with the code of a strength. */
  note(key: number, code: number): void {
    if (key >= this.#codes.length) this.#grow(key);
    const before = this.#codes[key]!;
    if (before === 0) this.#noted.push(key);
    if (code > before) this.#codes[key] = code;
  }

  /** Notes several concepts with one strength. */
  noteAll(keys: readonly number[], code: number): void {
    for (let i = 0; i < keys.length; i++) this.note(keys[i]!, code);
  }

  /** Notes the numbers of a row. */
  noteRow(rows: RowsBuilder, row: number, code: number): void {
    for (let i = rows.start(row); i < rows.start(row + 1); i++) this.note(rows.item(i), code);
  }

  /** Adds what was noted as a row, and begins anew. */
  moveTo(rows: ConceptRows): void {
    rows.add(this.#noted, (key) => this.#codes[key]!);
    for (const key of this.#noted) this.#codes[key] = 0;
    this.#noted.length = 0;
  }

  #grow(key: number): void {
    const larger = new Uint8Array(2 * key);
    larger.set(this.#codes);
    this.#codes = larger;
  }
}
