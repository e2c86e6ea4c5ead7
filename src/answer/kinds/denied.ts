/** "NAME never said it, right?": a claim that something was not so, held against the facts that say that it was. */
import { wordClass } from '../../facts/index.ts';
import type { Profile } from '../../matching/index.ts';
import { contradictionIn } from '../contradiction.ts';
import type { Kind, Task } from '../task.ts';
import { NOT_SO, YES } from '../wording.ts';

export const denied: Kind = (task) => {
  const { question, composer } = task;
  if (question.deniedClaim === null) return undefined;
  const answer = task.answerTo(question.deniedClaim);
  const contrary = answer ? undefined : contradictionIn(task.understood(question.deniedClaim).matches);
  const best = answer?.best ?? contrary;
  if (!best) return undefined;
  const { profile } = best;
  const agrees = contrary !== undefined || isDenial(task, profile);
  const says = composer.says(profile.fact, 'lead');
  const dated = composer.dated(profile.fact, says.text);
  const clauses = [composer.remark(agrees ? YES : NOT_SO), says];
  return { clauses: dated ? [...clauses, dated] : clauses, facts: [profile] };
};

/** Whether a fact itself says that something was not so. */
function isDenial({ store }: Task, { fact, words }: Profile): boolean {
  return fact.polarity === 'denied' || [...wordClass(store, 'negation')].some((word) => words.has(word));
}

/** Whether a fact could answer the question only by what it does not say: the claim denies, and the fact does not. */
export function isUndenied(task: Task, profile: Profile): boolean {
  return task.question.deniedClaim !== null && !isDenial(task, profile);
}
