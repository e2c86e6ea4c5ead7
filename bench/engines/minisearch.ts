/** MiniSearch: BM25+ over an inverted index, with fuzzy terms. */
import MiniSearch from 'minisearch';
import { type Contender, type Finder, joined, perWord, type SearchRecord } from './contender.ts';

export const miniSearch: Contender = {
  name: 'MiniSearch fuzzy',
  decides: false,
  build: (_, records) => {
    const search = new MiniSearch<SearchRecord>({ fields: ['says', 'asked', 'event'] });
    search.addAll(records);
    const find: Finder = (question, context) => {
      // 0.2 edits per letter, as its documentation advises.
      const text = joined(question, context);
      const best = search.search(text, { fuzzy: 0.2, combineWith: 'OR' })[0];
      return { first: best ? String(best.id) : null, score: perWord(best?.score ?? 0, text) };
    };
    return { find };
  },
};
