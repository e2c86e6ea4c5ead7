/** "which came first, the signing or the patrol?", "was that before or after the patrols?": two events on the calendar. */
import { type Interval, intervalOf } from '../../facts/index.ts';
import type { Profile } from '../../matching/index.ts';
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

/** The two sides of the question: around "or", or the thread's last fact and what the question names. */
function sidesOf(task: Task): [Profile, Profile] | undefined {
  const { question, thread, index } = task;
  const text = question.text.replace(/\?+$/u, '');
  if (/\bbefore or after\b|\bearlier or later\b|\bafter or before\b/iu.test(text)) {
    const [left, right] = text.split(/\b(?:before or after|earlier or later(?: than)?|after or before)\b/iu) as [
      string,
      string,
    ];
    const kept = thread?.facts[0] ? index.byId(thread.facts[0]) : undefined;
    const a = left.trim().split(/\s+/u).length > 2 ? (task.sideOf(left)?.profile ?? kept) : kept;
    const b = task.sideOf(right)?.profile;
    return a && b ? [a, b] : undefined;
  }
  const after =
    /[,:-]\s*([^,:]+?)\s*,?\s+or\s+(.+)$/iu.exec(text) ??
    /(?:first|earlier|later|last)[,:]?\s+(.+?)\s+or\s+(.+)$/iu.exec(text) ??
    /^(?:was|did|were|is)\s+(.+?)\s+or\s+(.+)$/iu.exec(text);
  const [a, b] = [after?.[1], after?.[2]].map((part) => (part ? task.sideOf(part)?.profile : undefined));
  return a && b ? [a, b] : undefined;
}

export const order: Kind = (task) => {
  const { question, composer } = task;
  const beforeOrAfter = /\b(?:before or after|earlier or later|after or before)\b/iu.test(question.text);
  if (question.asked.form !== 'order' && !beforeOrAfter) return undefined;
  const sides = sidesOf(task);
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
