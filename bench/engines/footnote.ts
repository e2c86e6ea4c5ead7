/** Footnote itself, as the app uses it. */
import { compileStore, engineOf } from '../../src/answer/index.ts';
import { keepSnapshot, NOW } from '../run/snapshot.ts';
import type { Contender, Finder } from './contender.ts';

export const footnote: Contender = {
  name: 'Footnote',
  decides: true,
  build: (made) => {
    const compiled = compileStore(made.store);
    const { ask } = engineOf(compiled);
    const find: Finder = (question, context) => {
      const answer = ask(question, { now: NOW, ...(context && { context }) });
      // A definition stands on its entity, not on a fact.
      const first = answer.thread.facts[0] ?? answer.thread.entities[0] ?? null;
      return {
        first,
        score: answer.status === 'answered' ? 1 : 0,
        isNo: answer.clauses[0]?.text === 'No.',
      };
    };
    return { find, keep: (file) => keepSnapshot(compiled, file) };
  },
};
