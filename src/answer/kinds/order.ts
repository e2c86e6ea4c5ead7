/** "which came first, the signing or the patrol?", "was that before or after the patrols?": two events on the calendar. */
import { type Interval, intervalOf } from '../../facts/index.ts';
import type { Profile } from '../../matching/index.ts';
import type { Sides } from '../../question/index.ts';
import type { Kind, Task } from '../task.ts';
import { sayInterval } from '../wording.ts';

/** Compares two days or intervals: the sentence that says which came first, or undefined when a date is missing. */
function compareDays(x: Interval | undefined, y: Interval | undefined): string | undefined {
  if (!x || !y) return undefined;
  if (x.to < y.from) return `The first came earlier: ${sayInterval(x)} is before ${sayInterval(y)}.`;
  if (y.to < x.from) return `The second came earlier: ${sayInterval(y)} is before ${sayInterval(x)}.`;
  return x.from === y.from && x.to === y.to ? `Both fall on ${sayInterval(x)}.` : undefined;
}

/** The day of a fact, or of the event it is about. */
function dayOf(task: Task, profile: Profile): Interval | undefined {
  const when = task.store.events.get(profile.fact.of)?.when?.edtf;
  return profile.dates[0] ?? (when ? intervalOf(when) : undefined);
}

/** The facts of two sides; of what was spoken of before, the thread's last fact. */
function factsOf({ thread, index, sideOf }: Task, sides: Sides): [Profile, Profile] | undefined {
  const kept = sides.relation === 'before-or-after' && thread?.facts[0] ? index.byId(thread.facts[0]) : undefined;
  const a = (sides.first === null ? undefined : sideOf(sides.first)?.profile) ?? kept;
  const b = sideOf(sides.second)?.profile;
  return a && b ? [a, b] : undefined;
}

export const order: Kind = (task) => {
  const { question, composer } = task;
  const beforeOrAfter = question.sides.find((s) => s.relation === 'before-or-after');
  const asked = beforeOrAfter ?? question.sides.find((s) => s.relation === 'or');
  if (!asked || (question.asked.form !== 'order' && !beforeOrAfter)) return undefined;
  const sides = factsOf(task, asked);
  if (!sides || sides[0] === sides[1]) return undefined;
  const days = new Map(sides.map((p) => [p, dayOf(task, p)] as const));
  const [x, y] = [days.get(sides[0]), days.get(sides[1])];
  if (!x || !y || !compareDays(x, y)) return undefined;
  const sorted = [...sides].sort((a, b) => (days.get(a)!.from < days.get(b)!.from ? -1 : 1));
  const clauses = sorted.flatMap((p) => {
    const says = composer.says(p.fact, 'line');
    const dated = composer.dated(p.fact, says.text);
    return dated ? [says, dated] : [says];
  });
  const relation = x.to < y.from ? 'Before.' : y.to < x.from ? 'After.' : 'On the same day.';
  return { clauses: [composer.remark(beforeOrAfter ? relation : 'Earliest first:'), ...clauses], facts: sorted };
};
