/** Whom or what a later part of a message means by "he" or "its": "who signed it, and what is his rank?" */
import { type Entity, wordClass } from '../../facts/index.ts';
import type { Part } from '../../question/index.ts';
import type { Answered, Task } from '../task.ts';

/** The part with the name of whom the answer before it is about in place of its pronoun; undefined where that is not one. */
export function namedIn(task: Task, { pronoun }: Part, before: Answered): string | undefined {
  const meant = pronoun ? theOne(task, before, pronoun.person ? 'person' : 'vessel') : undefined;
  return pronoun && meant
    ? `${pronoun.before} ${meant.name}${pronoun.owns ? "'s" : ''} ${pronoun.after}`.trim()
    : undefined;
}

/** "who spoke, and in what capacity?": a part without a pronoun, asked of the person whom the answer before it gives. */
export function ofWhom(task: Task, { text, pronoun, whole }: Part, before: Answered): string | undefined {
  const meant = pronoun || whole.length === 0 ? undefined : theOne(task, before, 'person');
  return meant ? `${meant.name}: ${text}` : undefined;
}

/** Who the person is whom an answer gives, where a part asks for no more than an office: what the store says of people. */
export function officeOf(task: Task, { text }: Part, before: Answered): Entity | undefined {
  const { content } = task.understood(text).question;
  const office = wordClass(task.store, 'office-word');
  const rest = content.filter((s) => !s.meanings.some((m) => office.has(m)));
  const person =
    rest.length < content.length && rest.every((s) => s.meanings.includes('l'))
      ? theOne(task, before, 'person')
      : undefined;
  return person?.gist && person.evidence ? person : undefined;
}

/** The one person (or ship) that a fact tells of, beside those whom the question named. */
function theOne({ store }: Task, { best, question }: Answered, kind: string): Entity | undefined {
  const { fact } = best.profile;
  const told = new Set([fact.speaker, fact.of, ...[...(fact.who ?? []), ...(fact.thing ?? [])].map((v) => v.entity)]);
  const all = [...told].filter((id): id is string => id !== undefined && store.entities.get(id)?.kind === kind);
  const named = new Set(question.names.flatMap((n) => n.entities));
  const asked = all.filter((id) => !named.has(id));
  const [meant, ...others] = asked.length > 0 ? asked : all;
  return meant && others.length === 0 ? store.entities.get(meant) : undefined;
}
