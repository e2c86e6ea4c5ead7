/** When a fact took place, for answers that set facts in order of time. */
import { type Interval, intervalOf, type Store } from '../facts/index.ts';
import type { Profile } from '../matching/index.ts';

/** The days of a fact, or of the event it is about; undefined where neither has any. */
export function dayOf(store: Store, profile: Profile): Interval | undefined {
  const when = store.events.get(profile.fact.of)?.when?.edtf;
  return profile.dates[0] ?? (when ? intervalOf(when) : undefined);
}
