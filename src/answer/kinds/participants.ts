/** "who took part in the transit?": those whom the record of the event names, where no single fact says that they took part. */
import type { Kind, Task } from '../task.ts';
import { listed } from '../wording.ts';

/** Of an event that is told at length, so many facts are kept for what is asked next. */
const KEPT = 3;

export const participants: Kind = (task) => {
  const { question, store, index, composer, sure } = task;
  if (!question.asksParticipants || sure || question.dates.length > 0 || question.negated) return undefined;
  const id = eventOf(task);
  const named = (id ? store.events.get(id)?.participants : undefined) ?? [];
  if (!id || named.length === 0) return undefined;
  const names = named.map((v) => ({ name: v.as ?? store.entities.get(v.entity ?? '')?.name ?? '', role: v.role }));
  // Where each has a part of its own, it is said: who is attacked takes no part as the attacker does.
  const apart = new Set(names.map((n) => n.role)).size > 1;
  const says = names.map(({ name, role }) => (apart && role ? `${name} (${role})` : name));
  const facts = index.about(id).slice(0, KEPT);
  const lead = composer.cited(
    listed(says),
    named.flatMap((v) => v.evidence ?? []),
    'lead',
  );
  return { clauses: [lead, ...facts.slice(0, 1).map((p) => composer.says(p.fact, 'context'))], facts };
};

/** The event that the question names and no other, or the one that the thread is about. */
function eventOf({ question, thread }: Task): string | undefined {
  const named = question.content.map((s) => s.meanings.flatMap((m) => (m.startsWith('v:') ? [m.slice(2)] : [])));
  const ids = [...new Set(named.flat())];
  return ids.length > 0 ? (ids.length === 1 ? ids[0] : undefined) : question.refersBack ? thread?.events[0] : undefined;
}
