/** Many short lists of numbers in two arrays: row `i` is `items` from `starts[i]` up to, not including, `starts[i + 1]`. */

/** Lists that are complete. Plain data. */
export interface Rows {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

/** A row of so many numbers is sorted by putting each in its place. */
const SHORT = 40;

/** Lists that grow row by row. */
export class RowsBuilder {
  #starts = new Uint32Array(64);
  #items = new Uint32Array(256);
  #rows = 0;
  #length = 0;

  /** Adds a row with these numbers, in this order. */
  add(row: ArrayLike<number>): void {
    this.#append(row);
    this.#endRow();
  }

  /** Adds a row with the numbers of two lists, one after the other. */
  addBoth(first: ArrayLike<number>, second: ArrayLike<number>): void {
    this.#append(first);
    this.#append(second);
    this.#endRow();
  }

  #append(row: ArrayLike<number>): void {
    const { length } = row;
    while (this.#length + length > this.#items.length) this.#items = grown(this.#items);
    const items = this.#items;
    let at = this.#length;
    for (let i = 0; i < length; i++) items[at++] = row[i]!;
    this.#length = at;
  }

  #endRow(): void {
    if (++this.#rows === this.#starts.length) this.#starts = grown(this.#starts);
    this.#starts[this.#rows] = this.#length;
  }

  /** Adds a row whose numbers `findItem` can find: sorted, each once. */
  addSorted(row: ArrayLike<number>): void {
    const from = this.#length;
    this.add(row);
    const items = this.#items;
    const count = this.#length - from;
    if (count > SHORT) items.subarray(from, this.#length).sort();
    else
      for (let i = from + 1; i < from + count; i++) {
        const item = items[i]!;
        let at = i;
        for (; at > from && items[at - 1]! > item; at--) items[at] = items[at - 1]!;
        items[at] = item;
      }
    let end = from;
    for (let i = from; i < from + count; i++) if (i === from || items[i] !== items[i - 1]) items[end++] = items[i]!;
    this.#length = end;
    this.#starts[this.#rows] = end;
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

  /** The lists as they are now. */
  build(): Rows {
    return { starts: this.#starts.slice(0, this.#rows + 1), items: this.#items.slice(0, this.#length) };
  }
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
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
