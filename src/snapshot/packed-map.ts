/** Maps and sets by packed strings: what stands under a string is read when it is asked for. */
import { type KeyRun, PackedKeys, packKeys } from './packed-keys.ts';
import { PackedRecords, packRecords } from './packed-records.ts';
import type { TextRun } from './packed-texts.ts';

/** A map as bytes: its keys, and its values in the same order. */
export interface MapRun {
  readonly keys: KeyRun;
  readonly values: TextRun;
}

/** Packs a map whose values are plain data. @throws as `packTexts` */
export function packMap(map: ReadonlyMap<string, unknown>): MapRun {
  return { keys: packKeys([...map.keys()]), values: packRecords([...map.values()]) };
}

/** A map that was packed; in the order in which it was made. */
export class PackedMap<T> implements ReadonlyMap<string, T> {
  readonly #keys: PackedKeys;
  readonly #values: PackedRecords<T>;

  /** @param revive makes a value of what its JSON holds, where they differ */
  constructor({ keys, values }: MapRun, revive?: (json: unknown) => T) {
    this.#keys = new PackedKeys(keys);
    this.#values = new PackedRecords(values, revive);
  }

  get size(): number {
    return this.#keys.size;
  }

  has(key: string): boolean {
    return this.#keys.idOf(key) !== undefined;
  }

  get(key: string): T | undefined {
    const id = this.#keys.idOf(key);
    return id === undefined ? undefined : this.#values.at(id);
  }

  keys(): MapIterator<string> {
    return textsOf(this.#keys);
  }

  values(): MapIterator<T> {
    return this.#values.all().values();
  }

  *entries(): MapIterator<[string, T]> {
    const values = this.#values.all();
    for (let id = 0; id < values.length; id++) yield [this.#keys.textOf(id), values[id]!];
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }

  forEach(each: (value: T, key: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [key, value] of this) each(value, key, this);
  }
}

/** A set of strings that was packed; in the order in which it was made. */
export class PackedSet implements ReadonlySet<string> {
  readonly #keys: PackedKeys;

  constructor(run: KeyRun) {
    this.#keys = new PackedKeys(run);
  }

  get size(): number {
    return this.#keys.size;
  }

  has(text: string): boolean {
    return this.#keys.idOf(text) !== undefined;
  }

  keys(): SetIterator<string> {
    return textsOf(this.#keys);
  }

  values(): SetIterator<string> {
    return textsOf(this.#keys);
  }

  *entries(): SetIterator<[string, string]> {
    for (const text of this) yield [text, text];
  }

  [Symbol.iterator](): SetIterator<string> {
    return textsOf(this.#keys);
  }

  forEach(each: (value: string, same: string, set: ReadonlySet<string>) => void): void {
    for (const text of this) each(text, text, this);
  }
}

function* textsOf(keys: PackedKeys): Generator<string, undefined> {
  for (let id = 0; id < keys.size; id++) yield keys.textOf(id);
  return undefined;
}
