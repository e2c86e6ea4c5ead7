/** The plain kind: the best fact, with near accounts on lines of their own when several fit equally. */
import { type Candidate, holdsQuoted } from '../../matching/index.ts';
import type { Clause } from '../answer.ts';
import type { Composition, Task } from '../task.ts';
import { NO, YES } from '../wording.ts';

/** Facts whose score is this close to the best are further readings of the question. */
const CLOSE = 0.9;

/** Where the decision is a near thing, facts a little further off are readings too. */
const UNSURE = 2;

/** At most this many readings. */
const READINGS = 3;

/** Composes the answer from the best candidate and those that fit about as well. */
export function single(task: Task, best: Candidate, sure = true): Composition {
  const { composer, question, matches, index } = task;
  const clauses: Clause[] = [];
  if (question.asked.form === 'yes-no' && !question.chooses)
    clauses.push(composer.remark(best.profile.fact.polarity === 'denied' ? NO : YES));
  const lead = question.asked.form === 'yes-no' ? undefined : composer.lead(best.profile.fact, question);
  if (lead) clauses.push(lead);
  clauses.push(composer.says(best.profile.fact, lead ? 'context' : 'lead'));
  const facts = [best.profile];
  const isFar = (c: Candidate) => best.score - c.score > (sure ? CLOSE : UNSURE);
  const isQuoted = holdsQuoted(question, best.profile);
  for (const other of matches.clean.before((c) => !c.taught && isFar(c))) {
    if (other === matches.clean.first || (isQuoted && !holdsQuoted(question, other.profile))) continue;
    if (
      facts.length >= READINGS ||
      (best.taught && !other.taught) ||
      isFar(other) ||
      other.evidence.coverage < best.evidence.coverage - 0.1
    )
      break;
    clauses.push(composer.says(other.profile.fact, 'line'));
    facts.push(other.profile);
  }
  for (const id of best.profile.fact.context ?? []) {
    const context = index.byId(id);
    if (!context || facts.includes(context)) continue;
    clauses.push(composer.says(context.fact, 'context'));
    facts.push(context);
  }
  const dated = composer.dated(best.profile.fact, clauses.map((c) => c.text).join(' '));
  if (dated) clauses.push(dated);
  return { clauses: [...clauses.filter((c) => c.role !== 'line'), ...clauses.filter((c) => c.role === 'line')], facts };
}

/** "No.": the fact agrees with all of a yes/no question but one thing of which only one can be. */
export function contradicted(task: Task, nearest: Candidate): Composition {
  const { composer } = task;
  const clauses = [composer.remark(NO), composer.says(nearest.profile.fact, 'lead')];
  const dated = composer.dated(nearest.profile.fact, clauses.map((c) => c.text).join(' '));
  return { clauses: dated ? [...clauses, dated] : clauses, facts: [nearest.profile] };
}
