/** fuse.js over whole facts: its default matcher (bitap), and its token search (TF-IDF over fuzzy words, since 7.4). */
import Fuse, { type IFuseOptions } from 'fuse.js';
import { type Contender, type Finder, joined, type SearchRecord } from './contender.ts';

const KEYS = ['says', 'asked', 'event'];

function contender(name: string, options: IFuseOptions<SearchRecord>): Contender {
  return {
    name,
    decides: false,
    build: (_, records) => {
      const fuse = new Fuse(records, { keys: KEYS, includeScore: true, ignoreLocation: true, ...options });
      const find: Finder = (question, context) => {
        const best = fuse.search(joined(question, context), { limit: 1 })[0];
        // fuse.js scores 0 (exact) to 1.
        return { first: best?.item.id ?? null, score: best ? 1 - best.score! : 0 };
      };
      return { find };
    },
  };
}

/** The default matcher; a wide threshold, as a question is no substring of a fact. */
export const fuseBitap = contender('fuse.js bitap', { threshold: 0.6 });

/** Token search: any of the words may match, ranked by how many and how rare they are. */
export const fuseTokens = contender('fuse.js tokens', { useTokenSearch: true, tokenMatch: 'any', threshold: 0.4 });
