/** Many short lists of numbers in two arrays: row `i` is `items` from `starts[i]` up to, not including, `starts[i + 1]`. */

/** Lists that are complete. Plain data. */
export interface Rows {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

/** Room for so many numbers is made at least. */
const SMALLEST = 64;

/** A row of so many numbers is sorted by putting each in its place. */
const SHORT = 40;

/** Of the room for numbers that was made, at most this share is kept without any. */
const SPARE = 1 / 8;

/** Lists that grow row by row. */
export class RowsBuilder {
  #starts: Uint32Array<ArrayBuffer>;
  #items: Uint32Array<ArrayBuffer>;
  #rows = 0;
  #length = 0;

  /**
   * Room is made as it is needed. Where it is known about how much that is, it is better made at once: V8 goes through the whole heap
   * each time that so much room was made outside of it.
   */
  constructor(rows = 63, items = 256) {
    this.#starts = new Uint32Array(rows + 1);
    this.#items = new Uint32Array(items);
  }

  /** Puts a number at the end of the row that is open. */
  push(item: number): void {
    if (this.#length === this.#items.length) this.#items = grown(this.#items);
    this.#items[this.#length++] = item;
  }

  /** Puts numbers at the end of the row that is open. */
  pushAll(items: ArrayLike<number>): void {
    for (let i = 0; i < items.length; i++) this.push(items[i]!);
  }

  /** Ends the row that is open; the next one is open then. */
  endRow(): void {
    if (++this.#rows === this.#starts.length) this.#starts = grown(this.#starts);
    this.#starts[this.#rows] = this.#length;
  }

  /** As `endRow`, with the row's numbers in order, each once, so that `findItem` can find them. */
  endSorted(): void {
    const from = this.#starts[this.#rows]!;
    const items = this.#items;
    if (this.#length - from > SHORT) items.subarray(from, this.#length).sort();
    else
      for (let i = from + 1; i < this.#length; i++) {
        const item = items[i]!;
        let at = i;
        for (; at > from && items[at - 1]! > item; at--) items[at] = items[at - 1]!;
        items[at] = item;
      }
    let end = from;
    for (let i = from; i < this.#length; i++) if (i === from || items[i] !== items[end - 1]) items[end++] = items[i]!;
    this.#length = end;
    this.endRow();
  }

  /** Adds a row with these numbers, in this order. */
  add(row: ArrayLike<number>): void {
    this.pushAll(row);
    this.endRow();
  }

  /** Adds a row whose numbers `findItem` can find: sorted, each once. */
  addSorted(row: ArrayLike<number>): void {
    this.pushAll(row);
    this.endSorted();
  }

  /** The numbers of a row, as long as no row is added. */
  row(row: number): Uint32Array {
    return this.#items.subarray(this.#starts[row]!, this.#starts[row + 1]!);
  }

  /** Where a row begins among the numbers of all rows. */
  start(row: number): number {
    return this.#starts[row]!;
  }

  /** How many numbers there are in all rows. */
  get length(): number {
    return this.#length;
  }

  /** The number at a position of all rows. */
  item(at: number): number {
    return this.#items[at]!;
  }

  /** How many rows there are. */
  get size(): number {
    return this.#rows;
  }

  /** The lists as they are now; no row is added afterwards. */
  build(): Rows {
    return { starts: trimmed(this.#starts, this.#rows + 1), items: trimmed(this.#items, this.#length) };
  }
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * array.length + SMALLEST);
  larger.set(array);
  return larger;
}

/** The first numbers of an array: copied only where that saves much. */
function trimmed(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array {
  return length < array.length * (1 - SPARE) ? array.slice(0, length) : array.subarray(0, length);
}

/** The numbers of a row, without copying them. */
export function rowOf({ starts, items }: Rows, row: number): Uint32Array {
  return items.subarray(starts[row]!, starts[row + 1]!);
}

/** Position in `items` of a number of a sorted row, or -1. */
export function findItem({ starts, items }: Rows, row: number, item: number): number {
  let low = starts[row]!;
  let high = starts[row + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = items[middle]!;
    if (found === item) return middle;
    if (found < item) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Rows by item: for each number below `size`, the rows that hold it, in order. */
export function transposed({ starts, items }: Rows, size: number): Rows {
  const turned = new Uint32Array(size + 1);
  for (let i = 0; i < items.length; i++) turned[items[i]! + 1]!++;
  for (let item = 0; item < size; item++) turned[item + 1]! += turned[item]!;
  const next = turned.slice();
  const rows = new Uint32Array(items.length);
  for (let row = 0; row + 1 < starts.length; row++)
    for (let i = starts[row]!; i < starts[row + 1]!; i++) rows[next[items[i]!]!++] = row;
  return { starts: turned, items: rows };
}
