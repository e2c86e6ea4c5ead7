/** "give a timeline of the joint drills and patrols", "list all joint drills": the events of a kind in order of time. */
import type { Profile } from '../../matching/index.ts';
import { weekdayOfDay } from '../../question/index.ts';
import { shownOf } from '../shown-of.ts';
import type { Kind, Task } from '../task.ts';

/** More lines than this are no longer an answer. */
const MOST = 8;

/** The events of the kinds and names asked for, each by the fact that tells it, oldest first. */
interface Told {
  /** At most so many as were wanted. */
  readonly profiles: readonly Profile[];
  /** How many there are. */
  readonly total: number;
}

/**
 * Finds the events that the question asks for.
 * @param most so many are given
 * @param spans where kinds and events are named; without those that only date the question, unless told otherwise
 */
export function eventsAsked(task: Task, most: number, spans = task.question.content): Told {
  const { question, index } = task;
  const kinds = new Set(spans.flatMap((s) => s.meanings.filter((m) => m.startsWith('k:')).map((m) => m.slice(2))));
  const named = new Set(spans.flatMap((s) => s.meanings.filter((m) => m.startsWith('v:')).map((m) => m.slice(2))));
  const enough = (profile: Profile) => {
    const fits = question.names.filter((n) => n.entities.some((id) => profile.entities.has(id))).length;
    return fits === question.names.length || (question.names.length > 1 && fits > 0);
  };
  const dates = question.dates.flatMap((d) => d.interval ?? []);
  const weekdays = question.asked.form === 'timeline' ? [] : question.dates.flatMap((d) => d.weekday ?? []);
  const keys = question.names.flatMap((n) => n.entities.map((id) => `e:${id}`));
  const found = index
    .events({ kinds, named, dates, rows: keys.length > 0 ? index.rowsWith(keys) : undefined })
    .filter(
      (told) =>
        (named.has(told.id) ||
          (((kinds.size === 0 && named.size === 0) || kinds.has(told.kind)) &&
            (keys.length === 0 || enough(index.profile(told.row))))) &&
        (question.documents.length === 0 || question.documents.includes(told.event.document)) &&
        weekdays.every((w) => told.days.from === told.days.to && weekdayOfDay(told.days.from) === w) &&
        dates.every((d) => told.days.from <= d.to && d.from <= told.days.to),
    );
  return { profiles: found.slice(0, most).map(({ row }) => index.profile(row)), total: found.length };
}

export const timeline: Kind = (task) => {
  const { question, composer } = task;
  const asksKinds = question.spans.some((s) => s.meanings.some((m) => m.startsWith('k:')));
  if (question.asked.form !== 'timeline' && !(question.asked.form === 'list' && asksKinds)) return undefined;
  const { profiles, total } = eventsAsked(task, MOST, question.spans);
  if (profiles.length < 2) return undefined;
  const clauses = profiles.flatMap((p) => composer.datedLine(p.fact));
  return { clauses: [...shownOf(composer, profiles.length, total), ...clauses], facts: profiles };
};
