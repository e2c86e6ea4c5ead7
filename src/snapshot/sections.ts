/** Arrays of numbers in one run of bytes, each at a multiple of 8, so that they are used where they stand and not copied. */

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Float64Array } as const;

/** An array that a section can be. */
export type Section = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Where a section stands. */
export interface SectionRef {
  readonly array: keyof typeof KINDS;
  readonly at: number;
  readonly length: number;
}

const ALIGNED = 8;

/** Collects sections to be written one after the other. */
export class SectionsWriter {
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  /** Adds an array. @throws when it is of another type */
  add(array: Section): SectionRef {
    const { name } = array.constructor;
    if (!(name in KINDS)) throw new TypeError(`A snapshot holds no ${name}`);
    const at = this.#length;
    const padding = (ALIGNED - (array.byteLength % ALIGNED)) % ALIGNED;
    this.#pieces.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), new Uint8Array(padding));
    this.#length += array.byteLength + padding;
    return { array: name as keyof typeof KINDS, at, length: array.length };
  }

  /** All bytes, in order. */
  get pieces(): readonly Uint8Array[] {
    return this.#pieces;
  }
}

/**
 * Gives the array of a section, without copying it.
 * @param bytes all sections, beginning at a multiple of 8 of their buffer
 */
export function sectionOf(bytes: Uint8Array, { array, at, length }: SectionRef): Section {
  return new KINDS[array](bytes.buffer as ArrayBuffer, bytes.byteOffset + at, length);
}
