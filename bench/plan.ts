/** How much of everything a run measures: enough to say something, and all of it in about six minutes on a machine with nothing else to do. */
import type { EXTREMES } from './store/extremes.ts';

/** The most questions that a contender is asked at each size. */
export const QUESTIONS = 1_000;

/** Up to this many events a slow contender can be asked enough questions to judge its answers; it gets the time for it. */
const SMALL = 1_000;

/** Seconds of asking, up to so many events and beyond. */
const SECONDS: Readonly<Record<string, readonly [small: number, larger: number]>> = {
  Footnote: [30, 15],
  'fuse.js bitap': [5, 5],
  'fuse.js tokens': [72, 18],
  'MiniSearch fuzzy': [24, 12],
  'Orama tolerance 1': [30, 10],
  'linear scan': [16, 8],
};

/** Seconds after which a contender is asked no further question, those included on which its cut-off is tuned. */
export function secondsFor(contender: string, events: number): number {
  const [small, larger] = SECONDS[contender] ?? [20, 10];
  return events <= SMALL ? small : larger;
}

/** Before its answers are timed, a contender is asked so many other questions, or as many as it answers in these seconds: an app that runs for weeks is warm. */
export const WARM = { questions: 6_000, seconds: 12 } as const;

/** Of that time, tuning takes at most this share. */
export const TUNED = 0.4;

/** So many processes run at once where a figure of seconds is enough: contenders too slow for a second question, and bad inputs. */
export const AT_ONCE = 2;

/** Seconds after which a process is given up: for one contender at one size (`slow`: that is asked once), one bad input, one part of the reference. */
export const LIMITS = { contender: 240, slow: 120, bad: 90, reference: 180, load: 60 } as const;

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
