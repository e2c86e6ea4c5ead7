/** What two facts count of the same thing: numbers of different things are not held against each other. */
import { slotValues, type Value } from '../facts/index.ts';
import { means } from '../lookup/index.ts';
import { type Candidate, keysOf, type LazyInOrder, type Profile, wordKey } from '../matching/index.ts';
import type { Question } from '../question/index.ts';
import type { Task } from './task.ts';

/** The counts of one and the other fact, of the same things (of one country, where the question names one); undefined where they share none. */
export function commonCount(task: Task, a: Profile, b: Profile): readonly [number, number] | undefined {
  const [x, y] = [countsOf(task, a), countsOf(task, b)];
  for (const [unit, one] of x)
    for (const [other, two] of y)
      if (unit === other || b.units.has(wordKey(unit)) || a.units.has(wordKey(other)))
        return [total(task, task.question, one), total(task, task.question, two)];
  return undefined;
}

/** How many a fact counts of what a question names; undefined where it counts none of it, or several things. */
export function countOf(
  task: Task,
  question: Question,
  profile: Profile,
): { readonly n: number; readonly about: boolean } | undefined {
  const named = new Set(question.content.filter((s) => !means(s, 'e:')).flatMap(keysOf));
  const counts = [...countsOf(task, profile)];
  const [values, ...others] = counts
    .filter(([, [first]]) =>
      task.understood(first!.unit!).question.content.some((s) => keysOf(s).some((k) => named.has(k))),
    )
    .map(([, of]) => of);
  if (!values || others.length > 0) return undefined;
  return { n: total(task, question, values), about: values.some((v) => v.approximate) };
}

/** Of facts of one event this near to the best, one that counts the noun that is asked for is meant. */
const NEAR = 1.5;

/** Of the facts that may answer "how many …", the nearest that counts what is asked for; else the nearest. */
export function countedIn(
  task: Task,
  { asked, content }: Question,
  clean: LazyInOrder<Candidate>,
): Candidate | undefined {
  const best = clean.first;
  const noun = asked.form === 'how-many' ? content.find((s) => s.start > Math.max(-1, ...asked.words)) : undefined;
  if (!best || best.taught || !noun) return best;
  const keys = new Set(keysOf(noun));
  const counts = ({ profile }: Candidate) =>
    (profile.fact.number ?? []).some(
      (v) => v.unit && task.understood(v.unit).question.spans.some((s) => keysOf(s).some((key) => keys.has(key))),
    );
  const isFar = (c: Candidate) => !c.taught && best.score - c.score >= NEAR;
  for (const c of clean.before(isFar)) if (c.profile.of === best.profile.of && counts(c)) return c;
  return best;
}

/** The stated counts of a fact by the noun that is counted. */
function countsOf(task: Task, { fact }: Profile): Map<string, Value[]> {
  const counts = new Map<string, Value[]>();
  // A ratio ("2.5 times") counts nothing.
  for (const value of slotValues(task.store, fact, 'number').filter((v) => Number.isInteger(v.number ?? 0))) {
    const noun = value.unit && task.understood(value.unit).question.words.at(-1)?.base;
    if (value.number === undefined || value.basis === 'inferred' || !noun) continue;
    const list = counts.get(noun);
    if (list) list.push(value);
    else counts.set(noun, [value]);
  }
  return counts;
}

/** The sum of the counts; of several, only those of the country that the question names. */
function total({ store, understood }: Task, question: Question, values: readonly Value[]): number {
  const countries = question.names.flatMap((n) =>
    n.entities.filter((id) => store.entities.get(id)?.kind === 'country'),
  );
  const own = values.filter((v) =>
    understood(v.as ?? v.unit ?? '').question.names.some((n) => n.entities.some((id) => countries.includes(id))),
  );
  return (own.length > 0 && values.length > 1 ? own : values).reduce((sum, v) => sum + v.number!, 0);
}
