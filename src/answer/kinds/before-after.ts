/** "was that before or after the patrols?", "did A come before B?", "on the same day as B?": how two things lie on the calendar. */
import { differenceInCalendarDays, parseISO } from 'date-fns';
import { type Interval, precisionOf } from '../../facts/index.ts';
import type { Profile } from '../../matching/index.ts';
import type { Sides } from '../../question/index.ts';
import { dayOf } from '../day-of.ts';
import { datedPair } from '../side-of.ts';
import type { Composition, Kind, Task } from '../task.ts';
import { tellsOrder, toldOrder, toldPlace } from '../told-order.ts';
import { NO, sayNumber, YES } from '../wording.ts';

type Place = 'before' | 'after' | 'same-day';

const SAID: Readonly<Record<Place, string>> = {
  before: 'Before',
  after: 'After',
  'same-day': 'On the same day',
};

/** Relations that a yes/no question claims. */
const CLAIMED: ReadonlySet<string> = new Set(['before', 'after', 'same-day']);

export const beforeAfter: Kind = (task) => {
  for (const sides of task.question.sides) {
    const claims = CLAIMED.has(sides.relation);
    // "was it NAME who spoke the day before?": it is asked who spoke, not when.
    if (claims && task.question.attribution?.alone) continue;
    if (!claims && sides.relation !== 'before-or-after') continue;
    const asTold = claims ? claimAsTold(task, sides) : undefined;
    if (asTold) return asTold;
    const facts = factsOf(task, sides, claims);
    const [x, y] = facts?.map((p) => dayOf(task.store, p)) ?? [];
    const place = x && y && placeOf(x, y);
    if (!facts || !place) continue;
    const { composer } = task;
    const days = place === 'same-day' ? '' : sayApart(x, y);
    const told = !claims && place === 'same-day' ? toldOrder(task) : undefined;
    const lines = facts.filter((p) => p !== told);
    const verdict = claims ? [composer.remark(sides.relation === place ? YES : NO)] : [];
    return {
      clauses: [
        ...verdict,
        told ? composer.says(told.fact, 'lead') : composer.remark(`${SAID[place]}${days}.`),
        ...lines.flatMap((p) => composer.datedLine(p.fact)),
      ],
      facts: told ? [told, ...lines] : lines,
    };
  }
  return undefined;
};

/** A claim that a fact confirms or denies in its own words ("A was announced after B"). */
function claimAsTold(task: Task, { relation, first, second }: Sides): Composition | undefined {
  const told = first === null || relation === 'same-day' ? undefined : toldOrder(task);
  const place = told && toldPlace(task, told, first!, second);
  if (!place) return undefined;
  const { composer } = task;
  return { clauses: [composer.remark(place === relation ? YES : NO), composer.says(told.fact, 'lead')], facts: [told] };
}

/** Whether a question claims that one thing came before or after another, and a fact tells of no order: it does not say yes. */
export function isUnplaced({ question, store, sideOf }: Task, profile: Profile): boolean {
  if (question.asked.form !== 'yes-no' || tellsOrder(store, profile)) return false;
  const isOrder = ({ relation }: Sides) => relation === 'before' || relation === 'after';
  return question.sides.some((s) => isOrder(s) && s.first !== null && sideOf(s.second, { dated: true }) !== undefined);
}

/** Where the first lies from the second; undefined where their dates do not tell. */
function placeOf(x: Interval, y: Interval): Place | undefined {
  if (x.to < y.from) return 'before';
  if (y.to < x.from) return 'after';
  return x.from === y.from && x.from === x.to && y.from === y.to ? 'same-day' : undefined;
}

/** ", by four days", where both are known to the day and not months apart. */
function sayApart(x: Interval, y: Interval): string {
  if (precisionOf(x) !== 'day' || precisionOf(y) !== 'day') return '';
  const days = Math.abs(differenceInCalendarDays(parseISO(x.from), parseISO(y.from)));
  return days > 31 ? '' : `, by ${sayNumber(days)} day${days === 1 ? '' : 's'}`;
}

/** The facts of both sides (`sure`: neither can be anything else); of what was spoken of before, the thread's last fact. */
function factsOf({ thread, index, sideOf }: Task, sides: Sides, sure: boolean): [Profile, Profile] | undefined {
  const [one, other] =
    sides.first === null
      ? [undefined, sideOf(sides.second, { dated: true })]
      : datedPair(sideOf, sides.first, sides.second);
  if (sure && !(one?.sure && other?.sure)) return undefined;
  const kept = sides.relation === 'before-or-after' && thread?.facts[0] ? index.byId(thread.facts[0]) : undefined;
  const [a, b] = [one?.profile ?? kept, other?.profile];
  return a && b && a !== b ? [a, b] : undefined;
}
