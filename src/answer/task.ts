/** What every kind of answer works with, and what it gives. */
import type { Store } from '../facts/index.ts';
import type { Candidate, FactIndex, Matches, Profile, ThreadState } from '../matching/index.ts';
import type { Question } from '../question/index.ts';
import type { Clause } from './answer.ts';
import type { Composer } from './compose.ts';
import type { Side, Sought } from './side-of.ts';

/** A part of a question with the fact that answers it. */
export interface Answered {
  readonly best: Candidate;
  readonly question: Question;
}

/** One question on its way to an answer. */
export interface Task {
  readonly store: Store;
  readonly index: FactIndex;
  readonly question: Question;
  readonly matches: Matches;
  readonly composer: Composer;
  readonly thread: ThreadState | undefined;
  /** The matches of the same question where this much of it is otherwise: of these dates only, of one document only. */
  readonly matching: (otherwise: Partial<Question>) => Matches;
  /** The fact that a part of the question is about, taken as a question of its own; undefined when it names none clearly. */
  readonly sideOf: (text: string, sought?: Sought) => Side | undefined;
  /** A text taken as a question of its own, and what matches it. */
  readonly understood: (text: string) => { readonly question: Question; readonly matches: Matches };
  /** The fact that answers a part of the question (`after`: as a follow-up to that fact), or undefined when that part would be refused. */
  readonly answerTo: (text: string, after?: Profile) => Answered | undefined;
  /** The nearest fact, where it is near enough to answer the question alone. */
  readonly sure: Candidate | undefined;
  /** What a fact says of a part of the question, taken as a follow-up to it; undefined where it does not say it. */
  readonly saidOf: (text: string, profile: Profile) => Answered | undefined;
  /** The facts nearest to a part of the question that is refused, taken as a follow-up to a fact. */
  readonly nearTo: (text: string, after: Profile) => readonly Candidate[];
}

/** A composed answer and the facts it stands on, the main one first. */
export interface Composition {
  readonly clauses: readonly Clause[];
  readonly facts: readonly Profile[];
  /** The part of the question for which the documents have nothing: it is refused, the clauses say why, and the facts are the nearest. */
  readonly withholds?: string;
}

/** A kind of answer: gives a composition when the question is of its kind and the store supports it. */
export type Kind = (task: Task) => Composition | undefined;
