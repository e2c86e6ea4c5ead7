/** When a channel's digest is due. */
import type { DigestSettings, NextSlot } from '../storage/index.ts';
import { dayAfter, instantOf, localDay, weekdayOf } from './zone.ts';

/** After an outage, today's digest is still posted within this time, in ms. */
const CATCH_UP = 4 * 3_600_000;
/** A digest that is this late is not an outage, also when its day ends in the meantime, in ms. */
const ON_TIME = 15 * 60_000;

type Timing = Pick<DigestSettings, 'time' | 'zone' | 'weekdays'>;

/** Gives the first slot that is due after the instant `after` (epoch ms). `weekdays` has to name at least one day. */
export function nextSlot({ time, zone, weekdays }: Timing, after: number): NextSlot {
  // A slot moved out of a gap is later than its wall time, so yesterday's may still lie ahead.
  let slot = dayAfter(localDay(after, zone), -1);
  // Eight days hold every weekday; one more for a day that a zone skipped.
  for (let tries = 0; tries < 16; tries++, slot = dayAfter(slot, 1)) {
    if (!weekdays.includes(weekdayOf(slot))) continue;
    const at = instantOf(slot, time, zone);
    if (at !== null && at > after) return { slot, at };
  }
  throw new RangeError('a digest needs at least one weekday from 1 to 7');
}

/** What to do now about a slot: it is not due yet, due, or too late for it. */
export type Decision =
  | { readonly do: 'wait'; readonly until: number }
  | { readonly do: 'post' }
  | { readonly do: 'drop' };

/** Decides what to do at `now` (epoch ms) about the slot of a local day. */
export function decide({ time, zone }: Timing, slot: string, now: number): Decision {
  const at = instantOf(slot, time, zone);
  if (at === null) return { do: 'drop' };
  if (now < at) return { do: 'wait', until: at };
  const late = now - at;
  if (late <= ON_TIME) return { do: 'post' };
  return late <= CATCH_UP && localDay(now, zone) === slot ? { do: 'post' } : { do: 'drop' };
}
