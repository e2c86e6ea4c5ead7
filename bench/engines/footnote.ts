/** Footnote itself, as the app uses it. */
import { type Answer, compileStore, engineOf } from '../../src/answer/index.ts';
import type { Store } from '../../src/facts/index.ts';
import { keepSnapshot, NOW } from '../run/snapshot.ts';
import type { Contender, Finder } from './contender.ts';

/** Id of the fact that an answer stands on first; of a definition, that of its entity. */
export function standsOn({ thread, clauses }: Answer, store: Store): string | undefined {
  const [entity] = thread.entities;
  const gist = entity === undefined ? undefined : store.entities.get(entity)?.gist;
  const defines =
    gist !== undefined && clauses[0]?.text.toLowerCase().startsWith(gist.replace(/\.$/u, '').toLowerCase());
  return defines ? entity : (thread.facts[0] ?? entity);
}

export const footnote: Contender = {
  name: 'Footnote',
  decides: true,
  build: (made) => {
    const compiled = compileStore(made.store);
    const { ask } = engineOf(compiled);
    const find: Finder = (question, context) => {
      const answer = ask(question, { now: NOW, ...(context && { context }) });
      return {
        first: standsOn(answer, made.store) ?? null,
        score: answer.status === 'answered' ? 1 : 0,
        isNo: answer.clauses[0]?.text === 'No.',
      };
    };
    return { find, keep: (file) => keepSnapshot(compiled, file) };
  },
};
