/** The gate over what a fact has of its event: the day of an event is not that of everything its facts speak of. */
import type { Frame } from '../profile.ts';
import { type Conflict, type Gate, OPEN } from './gate.ts';

/**
 * "when did A invade B": a fact that tells so only in passing ("the backdrop was the invasion"), and has no day of its own, could
 * only give that of its event. What a fact tells of first is its event's own.
 */
export const lent: Gate = ({ question: { asked, roles } }) => {
  const role = roles[0];
  if (!role || role.classes.length === 0 || !asked.wants.includes('date') || asked.form === 'yes-no') return null;
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: asked.noun ?? asked.form }];
  const tells = ({ classes }: Frame) => role.classes.some((c) => classes.has(c));
  return ({ fact, frames }) => {
    if (fact.when?.length || !frames.some(tells)) return OPEN;
    const first = frames[0]!;
    return frames.some((f) => tells(f) && (f === first || provokes(f, first))) ? OPEN : conflict;
  };
};

/** Whether one deed is done to those who do the other: the flight that alarms somebody is of the day of the alarm. */
function provokes(deed: Frame, other: Frame): boolean {
  for (const id of other.doers) if (deed.patients.has(id)) return true;
  return false;
}
