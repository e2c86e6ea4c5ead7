/** How much of everything a run measures: enough to say something, and all of it in about ten minutes. */
import type { EXTREMES } from './store/extremes.ts';

/** The most questions that a contender is asked at each size. */
export const QUESTIONS = 1_000;

const SECONDS: Readonly<Record<string, number>> = {
  Footnote: 15,
  'fuse.js bitap': 5,
  'fuse.js tokens': 18,
  'MiniSearch fuzzy': 12,
  'Orama tolerance 1': 10,
  'linear scan': 8,
};

/** Up to this many events a slow contender can be asked enough questions to judge its answers; it gets the time for it. */
const [SMALL, LONGER] = [1_000, 4];

/** Seconds after which a contender is asked no further question. */
export function secondsFor(contender: string, events: number): number {
  return (SECONDS[contender] ?? 10) * (events <= SMALL ? LONGER : 1);
}

/** Seconds after which a process is given up: for one contender at one size, one bad input, one part of the reference. */
export const LIMITS = { contender: 240, bad: 60, reference: 180, load: 60 } as const;

/** The bad inputs of the issue, with their sizes. */
export const BAD: readonly { readonly extreme: keyof typeof EXTREMES; readonly count: number }[] = [
  { extreme: 'alias', count: 10_000 },
  { extreme: 'crowd', count: 5_000 },
  { extreme: 'everything', count: 10_000 },
  { extreme: 'day', count: 100_000 },
];

/** The comparison with the reference: at this size, on so many questions, by so many processes at once. */
export const REFERENCE = { events: 1_000, questions: 2_000, processes: 2 } as const;

/** Starts of a process that are timed. */
export const STARTS = 11;

/** Steady asking: over a store of this size, so many questions again and again. */
export const STEADY = { events: 10_000, questions: 2_000, seconds: 5 } as const;
