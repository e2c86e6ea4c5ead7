/** A table of numbers by two numbers: where a step leads from a place. Sequences of numbers are followed through it step by step. */

/** A slot holds the place, the step and the number. */
const SLOT = 3;

/** The table; no number in it is 0, which stands for none. */
export class Steps {
  #slots: Int32Array = new Int32Array(SLOT * 1_024);
  #last = 1_023;
  #size = 0;

  /** How many steps there are. */
  get size(): number {
    return this.#size;
  }

  /** Where a step leads; 0 where it is not in the table. @param from not 0 */
  after(from: number, step: number): number {
    const slots = this.#slots;
    for (let at = placeOf(from, step) & this.#last; ; at = (at + 1) & this.#last) {
      const slot = SLOT * at;
      if (slots[slot] === 0 || (slots[slot] === from && slots[slot + 1] === step)) return slots[slot + 2]!;
    }
  }

  /** Puts a step in that is not in the table. @param from not 0 */
  add(from: number, step: number, to: number): void {
    if (2 * ++this.#size > this.#last) this.#grow();
    this.#put(from, step, to);
  }

  #put(from: number, step: number, to: number): void {
    let at = placeOf(from, step) & this.#last;
    while (this.#slots[SLOT * at] !== 0) at = (at + 1) & this.#last;
    const slot = SLOT * at;
    this.#slots[slot] = from;
    this.#slots[slot + 1] = step;
    this.#slots[slot + 2] = to;
  }

  #grow(): void {
    const before = this.#slots;
    this.#last = 2 * this.#last + 1;
    this.#slots = new Int32Array(SLOT * (this.#last + 1));
    for (let slot = 0; slot < before.length; slot += SLOT)
      if (before[slot] !== 0) this.#put(before[slot]!, before[slot + 1]!, before[slot + 2]!);
  }
}

/** Where in a table a step is looked for first: all bits of both numbers tell. */
function placeOf(from: number, step: number): number {
  const mixed = Math.imul(from, 0x9e3779b1) ^ Math.imul(step, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
