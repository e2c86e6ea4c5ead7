/** The plainest thing that works: every record is looked at, and the one that shares the most of the rare words wins. */
import { type Contender, type Finder, joined } from './contender.ts';

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

export const scan: Contender = {
  name: 'linear scan',
  decides: false,
  build: (_, records) => {
    const rows = records.map((r) => ({ id: r.id, words: wordsOf(`${r.says} ${r.asked} ${r.event}`) }));
    const frequency = new Map<string, number>();
    for (const { words } of rows) for (const w of words) frequency.set(w, (frequency.get(w) ?? 0) + 1);
    const weight = (w: string) => Math.log(1 + rows.length / (frequency.get(w) ?? rows.length));
    const find: Finder = (question, context) => {
      const asked = [...wordsOf(joined(question, context))].map((w) => [w, weight(w)] as const);
      const all = asked.reduce((sum, [, n]) => sum + n, 0);
      let first: string | null = null;
      let best = 0;
      for (const { id, words } of rows) {
        let met = 0;
        for (const [w, n] of asked) if (words.has(w)) met += n;
        if (met > best) [best, first] = [met, id];
      }
      return { first, score: best / all };
    };
    return { find };
  },
};
