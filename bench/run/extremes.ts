/** Measures what Footnote makes of bad input: time, and length of the answers. */
import { createEngine } from '../../src/answer/index.ts';
import { EXTREMES } from '../store/extremes.ts';
import { baseStore } from './base-store.ts';
import { NOW } from './snapshot.ts';

/** Which bad input, and how large. */
export interface ExtremeOrder {
  readonly extreme: keyof typeof EXTREMES;
  readonly count: number;
}

/** What came of one question: milliseconds, and what was answered. */
export interface ExtremeAnswer {
  readonly question: string;
  readonly took: number;
  readonly characters: number;
  readonly clauses: number;
  readonly citations: number;
  readonly status: string;
  /** The first part of the answer. */
  readonly opens: string;
  /** It says how many there are beyond those it shows. */
  readonly saysMore: boolean;
}

/** What came of one bad store; times in milliseconds. */
export interface ExtremeMeasured {
  readonly name: string;
  readonly build: number;
  readonly answers: readonly ExtremeAnswer[];
}

/** Builds the store, and asks its questions once each. */
export function measureExtreme({ extreme, count }: ExtremeOrder): ExtremeMeasured {
  const { name, store, questions } = EXTREMES[extreme](baseStore(), count);
  const began = performance.now();
  const { ask } = createEngine(store);
  const build = performance.now() - began;
  const answers = questions.map((question): ExtremeAnswer => {
    // The first run counts too: nobody asks such a question twice.
    const from = performance.now();
    const answer = ask(question, { now: NOW });
    const took = performance.now() - from;
    return {
      question,
      took,
      characters: answer.text.length,
      clauses: answer.clauses.length,
      citations: answer.citations.length,
      status: answer.status,
      opens: answer.text.slice(0, 120),
      saysMore: /\bshowing \S+ of [\d,]+/iu.test(answer.text),
    };
  });
  return { name, build, answers };
}
