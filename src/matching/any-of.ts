/** Whether two sets meet, when one of them may be absurdly large: an alias that ten thousand entities have. */
import type { Holds } from './profile.ts';

/** So many names are asked for one by one; of more, it is the other set that is gone through. */
const MANY = 64;

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The list as a set, made once for each list. */
function asSet(names: readonly string[]): ReadonlySet<string> {
  let set = sets.get(names);
  if (!set) sets.set(names, (set = new Set(names)));
  return set;
}

/** Whether one of the names is held, and passes a test where there is one. */
export function holdsAny(holds: Holds<string>, names: readonly string[], passes?: (name: string) => boolean): boolean {
  if (names.length <= MANY) {
    for (const name of names) if (holds.has(name) && (!passes || passes(name))) return true;
    return false;
  }
  const wanted = asSet(names);
  for (const value of holds.values()) if (wanted.has(value) && (!passes || passes(value))) return true;
  return false;
}
