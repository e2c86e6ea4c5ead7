/** What only places the matter: "before the signing", "during the summit", "on the roadmap". */
import type { Span } from '../lookup/index.ts';
import type { Reading } from './reading.ts';

/** Whether a span is the scene of something else: a preposition makes it so ("before the signing", "on the roadmap"). */
export function isScene(q: Reading, span: Span): boolean {
  const at = beforeOf(q, span);
  // "who took part in X", "the date of X": X is what is asked about.
  if (q.is(at, 'preposition') && q.is(at - 1, 'asked-of')) return false;
  return ['before', 'after', 'during', 'preposition', 'oblique', 'with', 'aside'].some((part) => q.is(at, part));
}

/** "in Beijing": it took place there; "at the Tokyo table" only tells which table. */
export function isPlaceOf(q: Reading, span: Span): boolean {
  const at = beforeOf(q, span);
  return q.is(at, 'inside') && !q.is(at, 'of');
}

/** The index of the word before a span, past articles. */
export function beforeOf(q: Reading, span: Span): number {
  let at = span.start - 1;
  while (q.is(at, 'determiner')) at--;
  return at;
}
