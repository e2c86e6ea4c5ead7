/** What only places the matter: "before the signing", "during the summit", "on the roadmap". */
import { means, type Span } from '../lookup/index.ts';
import type { Reading } from './reading.ts';

/** Whether a span is the scene of something else: a preposition makes it so ("before the signing", "on the roadmap"). */
export function isScene(q: Reading, span: Span): boolean {
  if (qualifiesEvent(q, span)) return true;
  const at = beforeOf(q, span);
  // "who took part in X", "the date of X": X is what is asked about.
  if (q.is(at, 'preposition') && q.is(at - 1, 'asked-of')) return false;
  return ['before', 'after', 'during', 'preposition', 'oblique', 'with', 'aside'].some((part) => q.is(at, part));
}

/** "the summit-day drill": an event's day, or an event right before another, only tells which. */
function qualifiesEvent(q: Reading, span: Span): boolean {
  if (!means(span, 'v:') || means(span, 'e:')) return false;
  if (span.end > span.start + 1 && q.is(span.end - 1, 'day')) return true;
  const next = q.spanAt(span.end);
  return next !== undefined && /^[\s-]$/u.test(q.words[span.end]!.gap) && (means(next, 'v:') || means(next, 'k:'));
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
