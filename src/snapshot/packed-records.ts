/** Records as JSON, read one by one when they are asked for. */
import { packTexts, type TextRun, textIn } from './packed-texts.ts';

/** So many records are read at once when all are wanted. */
const TOGETHER = 1_000;

/** Puts records one after the other, each as JSON with a comma behind it. @throws as `packTexts` */
export function packRecords(records: readonly unknown[]): TextRun {
  return packTexts(records.map((record) => `${JSON.stringify(record)},`));
}

/** Records that were packed. */
export class PackedRecords<T> {
  readonly #run: TextRun;
  readonly #read: (T | undefined)[];
  readonly #revive: (json: unknown) => T;
  #complete = false;

  /** @param revive makes the record of what its JSON holds, where they differ */
  constructor(run: TextRun, revive: (json: unknown) => T = (json) => json as T) {
    this.#run = run;
    this.#read = new Array(run.starts.length - 1);
    this.#revive = revive;
  }

  /** How many records there are. */
  get size(): number {
    return this.#run.starts.length - 1;
  }

  /** The record at a position below `size`; the same object every time. */
  at(position: number): T {
    const { bytes, starts } = this.#run;
    return (this.#read[position] ??= this.#revive(
      JSON.parse(textIn(bytes, starts[position]!, starts[position + 1]! - 1)),
    ));
  }

  /** All records, in order. */
  all(): readonly T[] {
    if (!this.#complete) {
      const { bytes, starts } = this.#run;
      for (let from = 0; from < this.size; from += TOGETHER) {
        const to = Math.min(from + TOGETHER, this.size);
        const group = JSON.parse(`[${textIn(bytes, starts[from]!, starts[to]! - 1)}]`) as unknown[];
        for (let i = from; i < to; i++) this.#read[i] ??= this.#revive(group[i - from]);
      }
      this.#complete = true;
    }
    return this.#read as readonly T[];
  }
}

/** Packed records as a list: one that is asked for by its position is read alone, and all when anything else is asked. */
export function listOf<T>(records: PackedRecords<T>): readonly T[] {
  return new Proxy([] as readonly T[], {
    get: (_, name) => {
      if (name === 'length') return records.size;
      const position = typeof name === 'string' ? Number(name) : Number.NaN;
      if (Number.isInteger(position))
        return position >= 0 && position < records.size ? records.at(position) : undefined;
      const all = records.all();
      const value: unknown = Reflect.get(all, name);
      // A method goes over the records themselves, which is faster than through this.
      return typeof value === 'function' && name !== 'constructor' ? value.bind(all) : value;
    },
    has: (_, name) => name in records.all(),
    ownKeys: () => Reflect.ownKeys(records.all()),
    getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(records.all(), name),
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
  });
}
