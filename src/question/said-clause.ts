/** What whoever is asked for is to have said: "which official held that …", "who argued that …". */
import type { Span } from '../lookup/index.ts';
import type { Asked } from './question.ts';
import type { Reading } from './reading.ts';

/** The spans of the clause that the one asked for said; none where it is not somebody who said something that is asked for. */
export function saidClauseIn(q: Reading, content: readonly Span[], { form, head, wants }: Asked): ReadonlySet<Span> {
  const who = form === 'who' || ((form === 'which' || form === 'what') && wants.includes('person'));
  const embeds = who ? q.first('embeds') : -1;
  // The clause is said only where a verb of saying, or of holding something to be so, opens it.
  const opens = q.is(embeds - 1, 'say') || q.is(embeds - 1, 'holds');
  if (embeds < 0 || !opens || (head !== null && embeds < head.end)) return new Set();
  return new Set(content.filter((s) => s.start > embeds));
}
