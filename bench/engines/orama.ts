/** Orama: BM25 over radix trees, with a tolerance of one edit. */
import { create, insertMultiple, search } from '@orama/orama';
import { type Contender, type Finder, joined, perWord } from './contender.ts';

export const orama: Contender = {
  name: 'Orama tolerance 1',
  decides: false,
  build: async (_, records) => {
    const db = create({ schema: { id: 'string', says: 'string', asked: 'string', event: 'string' } as const });
    await insertMultiple(db, [...records], 1_000);
    const find: Finder = async (question, context) => {
      const term = joined(question, context);
      const { hits } = await search(db, {
        term,
        properties: ['says', 'asked', 'event'],
        tolerance: 1,
        limit: 1,
      });
      return { first: hits[0]?.id ?? null, score: perWord(hits[0]?.score ?? 0, term) };
    };
    return { find };
  },
};
