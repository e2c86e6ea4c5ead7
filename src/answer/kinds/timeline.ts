/** "give a timeline of the joint drills and patrols", "list all joint drills": the events of a kind in order of time. */
import { intervalOf } from '../../facts/index.ts';
import type { Profile } from '../../matching/index.ts';
import type { Kind, Task } from '../task.ts';

/** More lines than this are no longer an answer. */
const MOST = 8;

/** Each event of the kinds and names asked for, with the fact that tells it, oldest first. */
export function eventsAsked(task: Task): Profile[] {
  const { question, store, index } = task;
  const kinds = new Set(
    question.spans.flatMap((s) => s.meanings.filter((m) => m.startsWith('k:')).map((m) => m.slice(2))),
  );
  const named = new Set(
    question.spans.flatMap((s) => s.meanings.filter((m) => m.startsWith('v:')).map((m) => m.slice(2))),
  );
  const enough = (profile: Profile) => {
    const fits = question.names.filter((n) => n.entities.some((id) => profile.entities.has(id))).length;
    return fits === question.names.length || (question.names.length > 1 && fits > 0);
  };
  const told: { day: string; profile: Profile }[] = [];
  for (const event of store.events.values()) {
    const day = event.when?.edtf && intervalOf(event.when.edtf);
    const profile = index.postings(`v:${event.id}`).find((p) => p.fact.of === event.id);
    if (!day || !profile || event.status !== 'occurred') continue;
    if (!named.has(event.id) && (kinds.size > 0 || named.size > 0) && !kinds.has(event.kind)) continue;
    if (!named.has(event.id) && !enough(profile)) continue;
    if (question.documents.length > 0 && !question.documents.includes(event.document)) continue;
    if (!question.dates.every((d) => !d.interval || (day.from <= d.interval.to && d.interval.from <= day.to))) continue;
    told.push({ day: day.from, profile });
  }
  return told
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.profile.order - b.profile.order))
    .map((t) => t.profile);
}

export const timeline: Kind = (task) => {
  const { question, composer } = task;
  const asksKinds = question.spans.some((s) => s.meanings.some((m) => m.startsWith('k:')));
  if (question.asked.form !== 'timeline' && !(question.asked.form === 'list' && asksKinds)) return undefined;
  const profiles = eventsAsked(task).slice(0, MOST);
  if (profiles.length < 2) return undefined;
  const clauses = profiles.flatMap((p) => {
    const says = composer.says(p.fact, 'line');
    const dated = composer.dated(p.fact, says.text);
    return dated ? [says, dated] : [says];
  });
  return { clauses, facts: profiles };
};
