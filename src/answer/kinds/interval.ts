/** "how many days before the signing was the patrol?", "how long after …": the time between two dated facts. */
import { differenceInCalendarDays, differenceInCalendarMonths, parseISO } from 'date-fns';
import { type Interval, precisionOf } from '../../facts/index.ts';
import type { Profile } from '../../matching/index.ts';
import type { Sides } from '../../question/index.ts';
import { dayOf } from '../day-of.ts';
import { datedPair } from '../side-of.ts';
import type { Composition, Kind, Task } from '../task.ts';
import { capitalised, sayInterval, sayKnownTo, sayNumber } from '../wording.ts';

/** Days are no longer counted as such beyond this, unless days are asked for. */
const MANY_DAYS = 120;

export const interval: Kind = (task) => {
  let unknown: Composition | undefined;
  for (const sides of task.question.sides) {
    if (sides.relation !== 'apart') continue;
    const pair = pairOf(task, sides);
    const composition = pair && timeBetween(task, pair, sides.unit ?? null);
    if (composition?.withholds === undefined && composition) return composition;
    unknown ??= composition;
  }
  return unknown;
};

/** The dated facts of both sides; "after that" is after what the thread's last answer told. */
function pairOf({ thread, index, sideOf }: Task, { first, second }: Sides): readonly [Profile, Profile] | undefined {
  const kept = first === null && thread?.facts[0] ? index.byId(thread.facts[0]) : undefined;
  const [a, b] =
    first === null
      ? [kept, sideOf(second, { dated: true })?.profile]
      : datedPair(sideOf, first, second).map((s) => s?.profile);
  return a && b ? [a, b] : undefined;
}

/** How long it is from one dated fact to the other, with both; undefined where they have no dates, or are one. */
function timeBetween(task: Task, [a, b]: readonly [Profile, Profile], unit: Sides['unit']): Composition | undefined {
  const [x, y] = [dayOf(task.store, a), dayOf(task.store, b)];
  if (!x || !y || a === b || a.fact.of === b.fact.of) return undefined;
  const [first, second] = x.from <= y.from ? [x, y] : [y, x];
  const { composer } = task;
  const lines = [a, b].flatMap((p) => {
    const says = composer.says(p.fact, 'line');
    const dated = composer.dated(p.fact, says.text);
    return dated ? [says, dated] : [says];
  });
  const known = [first, second].filter((i) => precisionOf(i) !== 'day');
  if (known.length > 0 && (unit === 'day' || unit === 'week'))
    return { clauses: [composer.remark(sayKnownTo(known))], facts: [a, b], withholds: `how many ${unit}s` };
  const count = known.length > 0 ? roughly(first, second, unit) : exactly(first, second, unit);
  const span =
    first.from === second.from && first.to === second.to
      ? `both on ${sayInterval(first)}`
      : `from ${sayInterval(first)} to ${sayInterval(second)}`;
  return { clauses: [composer.remark(`${capitalised(count)}: ${span}.`), ...lines], facts: [a, b] };
}

/** The time between two days. */
function exactly(first: Interval, second: Interval, unit: Sides['unit']): string {
  const days = Math.abs(differenceInCalendarDays(parseISO(second.from), parseISO(first.from)));
  const months = counted(monthsBetween(first, second), 'month');
  if (unit === 'week') return `${counted(Math.round(days / 7), 'week')} (${days} days)`;
  if (unit === 'day') return days > MANY_DAYS ? `${days} days (${months})` : counted(days, 'day');
  return unit === 'month' || days > MANY_DAYS ? `${months} (${days} days)` : counted(days, 'day');
}

/** The time between two dates of which one is known to the month or the year only: months of the calendar are counted. */
function roughly(first: Interval, second: Interval, unit: Sides['unit']): string {
  const years = Math.abs(Number(second.from.slice(0, 4)) - Number(first.from.slice(0, 4)));
  return unit === 'year' && years > 1
    ? `about ${counted(years, 'year')}`
    : counted(monthsBetween(first, second), 'month');
}

function monthsBetween(first: Interval, second: Interval): number {
  return Math.abs(differenceInCalendarMonths(parseISO(second.from), parseISO(first.from)));
}

const counted = (n: number, unit: string) => `${sayNumber(n)} ${unit}${n === 1 ? '' : 's'}`;
