/** A table of strings whose numbers are found by a hash that is stored with them: opening it puts no string in a map. */
import type { KeyTable } from '../matching/index.ts';
import { PackedTexts, packTexts, type TextRun } from './packed-texts.ts';

/** The table. A number plus one stands in the first free slot from that of its string's hash on; 0 is a free slot. */
export interface KeyRun extends TextRun {
  readonly slots: Uint32Array;
}

/** So many strings that were asked for are remembered. */
const REMEMBERED = 100_000;

/** Puts strings, each once, into a table; the position is the number. @throws as `packTexts` */
export function packKeys(strings: readonly string[]): KeyRun {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * strings.length + 1)));
  strings.forEach((text, id) => {
    let slot = hashOf(text) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = id + 1;
  });
  return { ...packTexts(strings), slots };
}

/** A table that was packed. */
export class PackedKeys extends PackedTexts implements KeyTable {
  readonly #slots: Uint32Array;
  /** Numbers by string, -1 for one that is not in the table. */
  readonly #asked = new Map<string, number>();

  constructor(run: KeyRun) {
    super(run);
    this.#slots = run.slots;
  }

  idOf(text: string): number | undefined {
    let id = this.#asked.get(text);
    if (id === undefined) {
      if (this.#asked.size >= REMEMBERED) this.#asked.clear();
      this.#asked.set(text, (id = this.#find(text)));
    }
    return id < 0 ? undefined : id;
  }

  #find(text: string): number {
    const last = this.#slots.length - 1;
    for (let slot = hashOf(text) & last; this.#slots[slot] !== 0; slot = (slot + 1) & last) {
      const id = this.#slots[slot]! - 1;
      if (this.textOf(id) === text) return id;
    }
    return -1;
  }
}

/** FNV-1a over the text's code units, mixed so that its low bits depend on all. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
