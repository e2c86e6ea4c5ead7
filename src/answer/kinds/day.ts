/** "what happened on 23 November 2021?": everything of one day or month, when nothing else narrows the question. */
import { within, wordClass } from '../../facts/index.ts';
import type { Profile } from '../../matching/index.ts';
import type { Wanted } from '../../question/index.ts';
import { shownOf } from '../shown-of.ts';
import type { Kind, Task } from '../task.ts';
import { eventsAsked } from './timeline.ts';

/** Whoever asks for these asks of one thing. */
const VALUES: ReadonlySet<Wanted> = new Set(['place', 'number', 'reason', 'person', 'country', 'agency', 'vessel']);

/** More lines than this are no longer an answer. */
const MOST = 6;

export const day: Kind = (task) => {
  const { question, composer, thread } = task;
  // "what date was that Friday?" is about the thread, not about all Fridays.
  if (thread?.facts.length && question.refersBack) return undefined;
  if (
    (question.dates.length === 0 && (thread?.facts.length || !asksAll(task))) ||
    question.numbers.length > 0 ||
    question.speakers.length > 0 ||
    // "which city was he in on Monday" asks for one value, not for all that happened.
    question.asked.wants.some((w) => VALUES.has(w)) ||
    ['yes-no', 'who', 'why', 'where', 'how-many'].includes(question.asked.form)
  )
    return undefined;
  const open = question.content.filter(
    (s) =>
      !s.meanings.includes('l') &&
      (s.meanings.some((m) => m.startsWith('t:') || m.startsWith('n:')) ||
        !s.meanings.some((m) => m.startsWith('e:') || m.startsWith('a:') || m.startsWith('c:'))),
  );
  if (open.length > 0) return undefined;
  const asked = eventsAsked(task, MOST);
  const days = question.dates.flatMap((d) => d.interval ?? []);
  // What is known to the month only is not claimed for a day.
  const isOf = ({ dates }: Profile) => days.length === 0 || dates.some((d) => days.some((day) => within(d, day)));
  const profiles = asked.profiles.filter(isOf);
  if (profiles.length === 0) return undefined;
  const total = asked.total - (asked.profiles.length - profiles.length);
  return {
    clauses: [
      ...shownOf(composer, profiles.length, total),
      ...profiles.flatMap((p) => {
        const says = composer.says(p.fact, profiles.length > 1 ? 'line' : 'lead');
        const dated = question.asked.wants.includes('date') ? composer.dated(p.fact, says.text) : undefined;
        return dated ? [says, dated] : [says];
      }),
    ],
    facts: profiles,
  };
};

/** "what happened?": of anything, any day. */
function asksAll({ question, store }: Task): boolean {
  const happens = wordClass(store, 'happen');
  return (
    question.asked.form === 'what' &&
    question.spans.every((s) => s.meanings.includes('l')) &&
    question.spans.some((s) => happens.has(s.text.toLowerCase()))
  );
}
