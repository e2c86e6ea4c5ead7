/** Footnote itself, as the app uses it. */
import { createEngine } from '../../src/answer/index.ts';
import type { Contender } from './contender.ts';

/** Today, for relative dates. */
export const NOW = '2026-01-15';

export const footnote: Contender = {
  name: 'Footnote',
  decides: true,
  build: (made) => {
    const { ask } = createEngine(made.store);
    return (question, context) => {
      const answer = ask(question, { now: NOW, ...(context && { context }) });
      // A definition stands on its entity, not on a fact.
      const first = answer.thread.facts[0] ?? answer.thread.entities[0] ?? null;
      return {
        first,
        score: answer.status === 'answered' ? 1 : 0,
        isNo: answer.clauses[0]?.text === 'No.',
      };
    };
  },
};
