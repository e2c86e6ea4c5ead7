/** What every kind of answer works with, and what it gives. */
import type { Store } from '../facts/index.ts';
import type { FactIndex, Matches, Profile, ThreadState } from '../matching/index.ts';
import type { Question } from '../question/index.ts';
import type { Clause } from './answer.ts';
import type { Composer } from './compose.ts';

/** One question on its way to an answer. */
export interface Task {
  readonly store: Store;
  readonly index: FactIndex;
  readonly question: Question;
  readonly matches: Matches;
  readonly composer: Composer;
  readonly thread: ThreadState | undefined;
  /** Matches another text as a question of its own, with the same thread: for questions of two sides. */
  readonly matchText: (text: string) => Matches;
}

/** A composed answer and the facts it stands on, the main one first. */
export interface Composition {
  readonly clauses: readonly Clause[];
  readonly facts: readonly Profile[];
}

/** A kind of answer: gives a composition when the question is of its kind and the store supports it. */
export type Kind = (task: Task) => Composition | undefined;

/** The spans that are neither names, dates nor the kind's own words: what is still to be explained. */
export function isBare(task: Task): boolean {
  return task.question.content.every((s) => s.meanings.some((m) => m.startsWith('e:')) || s.meanings.includes('l'));
}
