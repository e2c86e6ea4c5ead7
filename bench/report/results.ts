/** All that one run of the bench measured; what `.cache/bench.json` holds. */
import type { ExtremeMeasured } from '../run/extremes.ts';
import type { Measured } from '../run/measure.ts';
import type { Agreement } from '../run/reference.ts';
import type { Loaded } from '../run/snapshot.ts';

/** A contender (or another part of the run) that took too long. */
export interface Unfinished {
  readonly what: string;
  readonly events: number;
  readonly seconds: number;
}

/** The figures of a run; times in milliseconds, memory in bytes. */
export interface Results {
  /** ISO time of the start. */
  readonly at: string;
  readonly node: string;
  readonly cpu: string;
  readonly commit: string;
  readonly seed: number;
  readonly sizes: readonly number[];
  readonly measured: readonly Measured[];
  /** What was given up after so many seconds. */
  readonly unfinished: readonly Unfinished[];
  /** The compiled store of the largest size. */
  readonly loaded: (Loaded & { readonly events: number }) | null;
  readonly startUp: { readonly bare: number; readonly ask: number; readonly beyond: number } | null;
  /** Questions per second of one process and of two at once. */
  readonly perSecond: { readonly events: number; readonly one: number; readonly two: number } | null;
  readonly extremes: readonly ExtremeMeasured[];
  readonly reference: Agreement | null;
}

/** What was measured of a contender at a size. */
export function figuresOf(results: Results, contender: string, events: number): Measured | undefined {
  return results.measured.find((m) => m.contender === contender && m.events === events);
}
