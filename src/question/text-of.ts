/** Words put together again as text, and stretches of them. */
import type { Word } from '../lookup/index.ts';

/** Words of a question, from one index up to another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Text of the words from `from` on, up to `to`, with what stands between them; a quotation that one end cuts is closed there. */
export function textOf(words: readonly Word[], from: number, to: number): string {
  const text = words
    .slice(from, to)
    .map((w, k, all) => {
      // "both countries' statement": the apostrophe stands between the words.
      const owns = w.possessive && !all[k + 1]?.gap.startsWith("'");
      return (k === 0 ? '' : w.gap) + w.text + (owns ? "'s" : '');
    })
    .join('');
  if (from >= to) return '';
  const opens = words[from]!.gap.endsWith('"');
  const closes = words[to]?.gap.startsWith('"') ?? false;
  if (text.split('"').length % 2 === 0) return opens ? `"${text}` : `${text}"`;
  return opens && closes ? `"${text}"` : text;
}
