/** "how many days before the signing was the patrol?", "how long after …": the time between two dated facts. */
import { differenceInCalendarDays, differenceInCalendarMonths, parseISO } from 'date-fns';
import { precisionOf } from '../../facts/index.ts';
import type { Profile } from '../../matching/index.ts';
import type { Sides } from '../../question/index.ts';
import { dayOf } from '../day-of.ts';
import { datedPair } from '../side-of.ts';
import type { Composition, Kind, Task } from '../task.ts';
import { sayInterval, sayNumber } from '../wording.ts';

export const interval: Kind = (task) => {
  for (const { relation, first, second, unit } of task.question.sides) {
    if (relation !== 'apart' || first === null) continue;
    const [a, b] = datedPair(task.sideOf, first, second);
    const composition = a && b && timeBetween(task, [a.profile, b.profile], unit ?? null);
    if (composition) return composition;
  }
  return undefined;
};

/** How long it is from one dated fact to the other, with both; undefined where their dates do not tell. */
function timeBetween(task: Task, [a, b]: readonly [Profile, Profile], unit: Sides['unit']): Composition | undefined {
  const [x, y] = [dayOf(task.store, a), dayOf(task.store, b)];
  if (!x || !y || a === b || a.fact.of === b.fact.of) return undefined;
  const [first, second] = x.from <= y.from ? [x, y] : [y, x];
  const exact = precisionOf(x) === 'day' && precisionOf(y) === 'day';
  const days = Math.abs(differenceInCalendarDays(parseISO(second.from), parseISO(first.from)));
  const months = Math.abs(differenceInCalendarMonths(parseISO(second.from), parseISO(first.from)));
  if (!exact && unit === 'day') return undefined;
  const years = Math.abs(Number(second.from.slice(0, 4)) - Number(first.from.slice(0, 4)));
  const count =
    unit === 'year' && years > 1 && !exact
      ? `about ${sayNumber(years)} years`
      : unit === 'month' || (!exact && !unit) || days > 120
        ? `${sayNumber(months)} month${months === 1 ? '' : 's'}${exact ? ` (${days} days)` : ''}`
        : unit === 'week'
          ? `${sayNumber(Math.round(days / 7))} weeks (${days} days)`
          : `${sayNumber(days)} day${days === 1 ? '' : 's'}`;
  const { composer } = task;
  return {
    clauses: [
      composer.remark(
        `${count.charAt(0).toUpperCase()}${count.slice(1)}: from ${sayInterval(first)} to ${sayInterval(second)}.`,
      ),
      ...[a, b].flatMap((p) => {
        const says = composer.says(p.fact, 'line');
        const dated = composer.dated(p.fact, says.text);
        return dated ? [says, dated] : [says];
      }),
    ],
    facts: [a, b],
  };
}
