/** Finds whom a question describes, so that the rest can be asked of the one it means. */
import { type Store, slotValues } from '../facts/index.ts';
import { closure, type Profile } from '../matching/index.ts';
import { type Description, type Question, textOf } from '../question/index.ts';
import type { Composer } from './compose.ts';
import type { Answered, Composition } from './task.ts';

/** A question with a name in place of the description, and the fact that tells whose name it is. */
export interface Named {
  readonly text: string;
  readonly fact: Profile | undefined;
}

/**
 * Puts a name in place of a description; undefined where the documents do not tell of one alone.
 * @param answerTo the fact that answers a question, or undefined where it would be refused
 */
export function nameDescribed(
  question: Question,
  description: Description,
  store: Store,
  answerTo: (text: string) => Answered | undefined,
): Named | undefined {
  const { from, to } = description;
  const found = 'clause' in description ? byClause(description, store, answerTo) : byEvent(description, store);
  const [only, ...others] = found?.ids ?? [];
  if (!only || others.length > 0) return undefined;
  const name = store.entities.get(only)!.name;
  const rest = [textOf(question.words, 0, from), name, textOf(question.words, to, question.words.length)];
  return { text: rest.filter(Boolean).join(' '), fact: found?.fact };
}

/** An answer with facts told beside it that it does not tell already. */
export function withFacts(composition: Composition, beside: readonly Profile[], composer: Composer): Composition {
  const added = beside.filter((p) => !composition.facts.includes(p));
  if (added.length === 0) return composition;
  const clauses = [...composition.clauses, ...added.map((p) => composer.says(p.fact, 'context'))];
  return { ...composition, clauses, facts: [...composition.facts, ...added] };
}

interface Found {
  readonly ids: readonly string[];
  readonly fact: Profile | undefined;
}

/** Of whom the clause is true, asked as a question. */
function byClause(
  { noun, clause }: Extract<Description, { clause: string }>,
  store: Store,
  answerTo: (text: string) => Answered | undefined,
): Found | undefined {
  const answered = answerTo(`which ${noun} ${clause}`);
  if (!answered) return undefined;
  const { fact } = answered.best.profile;
  const wants: readonly string[] = answered.question.asked.wants;
  const ids = slotValues(store, fact, 'who').flatMap((v) => v.entity ?? []);
  return { ids: ids.filter((id) => wants.includes(store.entities.get(id)!.kind)), fact: answered.best.profile };
}

/** Which country took part in the event beside the one that is named, by itself or by a body of its own. */
function byEvent({ besides, events }: Extract<Description, { events: readonly string[] }>, store: Store): Found {
  const took = events.flatMap((id) => store.events.get(id)?.participants ?? []).flatMap((v) => v.entity ?? []);
  const countries = [...closure(store, took)].filter((id) => store.entities.get(id)?.kind === 'country');
  const own = closure(store, besides);
  const isIn = countries.some((id) => own.has(id));
  return { ids: isIn ? countries.filter((id) => !own.has(id)) : [], fact: undefined };
}
