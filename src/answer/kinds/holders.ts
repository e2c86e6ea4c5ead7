/** "names of the two defence chiefs": the fact that has as many people of that office in one part is meant, not the first that has one. */
import { type Candidate, onlyWith } from '../../matching/index.ts';
import type { Kind, Task } from '../task.ts';
import { single } from './single.ts';

/** A fact that explains less of the question than this tells of others. */
const ENOUGH = 0.6;

export const holders: Kind = (task) => {
  const { question, matches } = task;
  const { first } = matches.clean;
  if (!question.holders || question.denies || question.asked.form === 'yes-no') return undefined;
  if (!first || hasAll(task, first)) return undefined;
  // Many facts tell of the same two: the one that is asked for in these words is meant.
  const [best] = matches.clean.all
    .filter((c) => hasAll(task, c))
    .sort((a, b) => b.evidence.annotation - a.evidence.annotation);
  return best ? single({ ...task, matches: onlyWith(matches, best) }, best) : undefined;
};

/** Whether those who do what a fact tells are as many as are asked for, each in such an office. */
function hasAll({ question: { holders: asked }, index, store }: Task, { profile, evidence }: Candidate): boolean {
  if (evidence.coverage < ENOUGH || evidence.fits === false) return false;
  const people = new Set(
    profile.fact.who?.flatMap(({ entity }) =>
      entity && store.entities.get(entity)?.kind === 'person' ? [entity] : [],
    ),
  );
  const held = (person: string) => asked!.offices.some((office) => index.officesOf(person).has(office));
  return people.size === asked!.count && [...people].every((p) => asked!.offices.length === 0 || held(p));
}
