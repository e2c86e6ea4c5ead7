/** What a question quotes: "who said 'a long border'?" asks for the fact that holds these words, not for one that says as much in others. */
import type { Span } from '../lookup/index.ts';
import type { Reading } from './reading.ts';
import { type Stretch, textOf } from './text-of.ts';

/** A quotation is no longer than this; a mark further off closes another. */
const LONGEST = 20;

/** The words between quotation marks, each as a range; what is open at the end is closed there, if it is no longer than a quotation. */
export function quotationsIn(q: Reading): Stretch[] {
  const found: Stretch[] = [];
  let from = -1;
  for (let i = 0; i <= q.words.length; i++) {
    // What stands after the last word is not kept: what is open there is closed.
    const marks = i === q.words.length ? (from >= 0 ? 1 : 0) : q.words[i]!.gap.split('"').length - 1;
    for (let k = 0; k < marks; k++) {
      if (from >= 0) {
        if (i > from && i - from <= LONGEST) found.push({ from, to: i });
        from = -1;
      } else from = i;
    }
  }
  return found;
}

/** The spans that are quoted; a single word ("the 'new' leader") may be anybody's, and what an article is called is nobody's. */
export function quotedIn(q: Reading): Set<Span> {
  const ranges = quotationsIn(q).filter((r) => r.to - r.from > 1 && !q.is(r.to, 'publication'));
  return new Set(
    ranges.length === 0 ? [] : q.spans.filter((s) => ranges.some((r) => s.start >= r.from && s.end <= r.to)),
  );
}

/** "Whose line is '…'?", "attribute this: '…'" as "who said '…'"; undefined where nobody's words are asked for so. */
export function asWhoSaid(q: Reading): string | undefined {
  if (quotationsIn(q).length === 0) return undefined;
  const whose = q.first('whose');
  const at = q.is(whose + 1, 'words-of') ? whose : q.first('author');
  if (at < 0) return undefined;
  let end = at === whose ? at + 2 : at + 1;
  while (['be', 'pronoun-thing', 'genitive', 'determiner', 'words-of', 'to'].some((part) => q.is(end, part))) end++;
  const around = [textOf(q.words, 0, at), textOf(q.words, end, q.words.length)].filter(Boolean);
  return `who said ${around.join(' ')}`;
}
