/** "how many days before the signing was the patrol?", "how long after …": the time between two dated facts. */
import { differenceInCalendarDays, differenceInCalendarMonths, parseISO } from 'date-fns';
import { precisionOf } from '../../facts/index.ts';
import type { Kind } from '../task.ts';
import { sayInterval, sayNumber } from '../wording.ts';

export const interval: Kind = (task) => {
  const sides = task.question.sides.find((s) => s.relation === 'apart');
  if (!sides) return undefined;
  const { first: one, second: other, unit } = sides;
  const [a, b] = [one, other].map((part) => (part ? task.sideOf(part)?.profile : undefined));
  const [x, y] = [a?.dates[0], b?.dates[0]];
  if (!a || !b || !x || !y || a === b || a.fact.of === b.fact.of) return undefined;
  const [first, second] = x.from <= y.from ? [x, y] : [y, x];
  const exact = precisionOf(x) === 'day' && precisionOf(y) === 'day';
  const days = Math.abs(differenceInCalendarDays(parseISO(second.from), parseISO(first.from)));
  const months = Math.abs(differenceInCalendarMonths(parseISO(second.from), parseISO(first.from)));
  if (!exact && unit === 'day') return undefined;
  const count =
    unit === 'month' || (!exact && !unit) || days > 120
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
};
