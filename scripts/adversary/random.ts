/** A seeded source of chance, so that a run can be repeated: mulberry32 (Tommy Ettinger, public domain). */

/** Chance as the generators use it. */
export interface Random {
  /** A number from 0 to below 1. */
  readonly next: () => number;
  /** An integer from 0 to below `n`. */
  readonly below: (n: number) => number;
  /** One of the items; undefined when there is none. */
  readonly pick: <T>(items: readonly T[]) => T | undefined;
  readonly chance: (share: number) => boolean;
}

/** Makes the source for a seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    below: (n) => Math.floor(next() * n),
    pick: (items) => items[Math.floor(next() * items.length)],
    chance: (share) => next() < share,
  };
}
