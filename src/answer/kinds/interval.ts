/** "how many days before the signing was the patrol?", "how long after …": the time between two dated facts. */
import { differenceInCalendarDays, differenceInCalendarMonths, parseISO } from 'date-fns';
import { precisionOf } from '../../facts/index.ts';
import type { Kind } from '../task.ts';
import { sayInterval, sayNumber } from '../wording.ts';

const ASKS = /\bhow (?:many (days|weeks|months|years)|long|far apart|much (?:time|earlier|later))\b/iu;
const PARTS = /^(.*?)\b(?:between|separate|separated|from)\b(.+?)\b(?:and|to|from)\b(.+)$/iu;
const RELATION = /^(.*?)\b(?:before|after|prior to|following|earlier than|later than|ahead of)\b(.+)$/iu;

export const interval: Kind = (task) => {
  const asks = ASKS.exec(task.question.text);
  if (!asks) return undefined;
  const text = task.question.text.slice(asks.index + asks[0].length).replace(/\?+$/u, '');
  const between = PARTS.exec(text);
  const relation = RELATION.exec(text);
  const parts = between ? [between[2]!, between[3]!] : relation ? swap(relation) : undefined;
  const [a, b] = parts?.map((part) => task.sideOf(part)?.profile) ?? [];
  const [x, y] = [a?.dates[0], b?.dates[0]];
  if (!a || !b || !x || !y || a === b || a.fact.of === b.fact.of) return undefined;
  const [first, second] = x.from <= y.from ? [x, y] : [y, x];
  const exact = precisionOf(x) === 'day' && precisionOf(y) === 'day';
  const days = Math.abs(differenceInCalendarDays(parseISO(second.from), parseISO(first.from)));
  const months = Math.abs(differenceInCalendarMonths(parseISO(second.from), parseISO(first.from)));
  if (!exact && asks[1]?.startsWith('day')) return undefined;
  const count =
    asks[1] === 'months' || (!exact && !asks[1]) || days > 120
      ? `${sayNumber(months)} month${months === 1 ? '' : 's'}${exact ? ` (${days} days)` : ''}`
      : asks[1] === 'weeks'
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

/** "how many days before B was A" names B first; "how many days was A before B" names A first. */
function swap(relation: RegExpExecArray): [string, string] {
  const [, before = '', after = ''] = relation;
  if (before.trim().split(/\s+/u).length > 2) return [before, after];
  const verb = /^(.+?)\b(?:was|were|is|did|does|had|came|happened)\b(.+)$/iu.exec(after);
  return verb ? [verb[1]!, verb[2]!] : [before, after];
}
