/** What a thread keeps of a turn. */
import type { Profile } from '../matching/index.ts';
import type { Question } from '../question/index.ts';
import type { ThreadContext } from './answer.ts';

/** A thread keeps at most so many entities of a turn. */
const KEPT = 100;

/** What the next turn may refer to: takes the question and the facts of its answer, the main one first. */
export function keep(question: Question, facts: readonly Profile[]): ThreadContext {
  const entities = new Set([
    ...question.names.flatMap((n) => n.entities),
    ...facts.flatMap((p) => [p.fact.speaker ?? '', ...(p.fact.who ?? []).flatMap((v) => v.entity ?? [])]),
  ]);
  return {
    facts: facts.map((p) => p.fact.id),
    entities: [...entities].filter(Boolean).slice(0, KEPT),
    events: [...new Set(facts.map((p) => p.fact.of))],
    asked: question.asked.form,
    concepts: question.content.flatMap((s) => s.meanings.filter((m) => /^[eptkv]:/u.test(m))),
    date: question.dates[0]?.text ?? null,
  };
}
