/**
 * Holds the engine against a slow one that is obviously right: the same rules, but every fact is looked at for every question, with
 * no index to choose them and no short list. Whatever differs was lost by the choice.
 */
import { type Answer, compileStore, engineOf } from '../../src/answer/index.ts';
import { makeQuestions } from '../questions/generate.ts';
import type { BenchQuestion } from '../questions/question.ts';
import { makeStore } from '../store/generate.ts';
import { baseStore } from './base-store.ts';
import { NOW } from './snapshot.ts';

/** What to compare. */
export interface ReferenceOrder {
  readonly events: number;
  readonly seed: number;
  readonly questions: number;
  /** Of so many processes, which one this is, from 0: each takes its share of the questions. */
  readonly part: number;
  readonly parts: number;
}

/** One question to which the two answer differently. */
export interface Difference {
  readonly question: string;
  readonly alike: boolean;
  readonly chosen: string;
  readonly all: string;
}

/** How far the two agree. */
export interface Agreement {
  readonly events: number;
  readonly asked: number;
  /** The same to the letter. */
  readonly same: number;
  /** Of the others: both refuse, naming the same, and only offer other facts as the nearest. */
  readonly alike: number;
  readonly differences: readonly Difference[];
}

/** Asks both. */
export function compareWithReference({ events, seed, questions, part, parts }: ReferenceOrder): Agreement {
  const made = makeStore(baseStore(), { events, seed });
  const own = makeQuestions(made, questions, seed + 1).filter((_, i) => i % parts === part);
  const compiled = compileStore(made.store);
  const [fast, slow] = [engineOf(compiled), engineOf(compiled, undefined, 'all')];
  const put = (ask: typeof fast.ask, { text, context }: BenchQuestion) =>
    ask(text, { now: NOW, ...(context && { context }) });
  const differences = own.flatMap((question): Difference[] => {
    const [chosen, all] = [put(fast.ask, question), put(slow.ask, question)];
    if (sameAnswer(chosen, all)) return [];
    const alike = all.status === 'abstained' && JSON.stringify(chosen.reason) === JSON.stringify(all.reason);
    return [{ question: question.text, alike, chosen: chosen.text, all: all.text }];
  });
  const alike = differences.filter((d) => d.alike).length;
  return { events, asked: own.length, same: own.length - differences.length, alike, differences };
}

/** Whether a reader gets the same: the status, the text, the footnotes, and what a refusal names and offers. */
function sameAnswer(a: Answer, b: Answer): boolean {
  const shown = ({ status, text, citations, reason, nearest }: Answer) =>
    JSON.stringify([status, text, citations, reason, nearest]);
  return shown(a) === shown(b);
}

/** Puts the parts together. */
export function together(parts: readonly Agreement[]): Agreement {
  return {
    events: parts[0]?.events ?? 0,
    asked: parts.reduce((sum, p) => sum + p.asked, 0),
    same: parts.reduce((sum, p) => sum + p.same, 0),
    alike: parts.reduce((sum, p) => sum + p.alike, 0),
    differences: parts.flatMap((p) => p.differences),
  };
}
