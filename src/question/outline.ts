/** What a text is about and what it asks for, before it is settled who does what in it. */
import { means, type Span } from '../lookup/index.ts';
import { findAsked } from './asked.ts';
import { type Calendar, type Constraints, findConstraints, isInName } from './constraints.ts';
import { isHolding } from './held.ts';
import { findNumbers, isSound } from './numbers.ts';
import type { Question } from './question.ts';
import type { Reading } from './reading.ts';
import { toldByText } from './telling.ts';

/** What is asked, the spans of the text, those that it is about, and its numbers. */
export type Outline = Pick<Question, 'asked' | 'spans' | 'content' | 'numbers'>;

/**
 * Outlines a text, with its dates and the documents that it names.
 * @param now today (ISO date)
 */
export function outlineOf(q: Reading, now: string, calendar: Calendar): Outline & Omit<Constraints, 'used'> {
  const asked = findAsked(q);
  const { documents: named, taken } = documentsNamed(q);
  const { dates, mentions, documents, used } = findConstraints(q, asked, taken, now, calendar);
  const told = toldByText(q);
  const content = q.spans.filter(
    (s) =>
      !told.includes(s) &&
      (!used.has(s.start) || mentions.some((m) => isInName(s, m))) &&
      !isAsking(q, s, asked.words) &&
      !isHolding(q, asked, s.start) &&
      !isForAnother(q, s) &&
      !isPadding(s) &&
      !isSound(q, s),
  );
  return {
    asked,
    spans: q.spans,
    content,
    numbers: findNumbers(q, used),
    dates,
    documents: [...named, ...documents],
    mentions,
  };
}

/** The documents that spans name, with where, and the indices of their words. */
export function documentsNamed(q: Pick<Reading, 'spans'>): Pick<Constraints, 'documents'> & { taken: Set<number> } {
  const naming = q.spans.filter((span) => means(span, 'd:'));
  return {
    documents: naming.flatMap(({ start, meanings }) =>
      meanings.filter((m) => m.startsWith('d:')).map((m) => ({ id: m.slice(2), start })),
    ),
    taken: new Set(naming.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, k) => start + k))),
  };
}

function isAsking(q: Reading, span: Span, asking: ReadonlySet<number>): boolean {
  return (
    q.is(span.start, 'wh') ||
    (asking.has(span.start) && ['tag', 'untrue', 'puts-up'].some((part) => q.is(span.start, part))) ||
    (asking.has(span.start) && span.meanings.every((m) => m === 'l' || m.startsWith('a:')) && span.meanings.length > 0)
  );
}

function isPadding(span: Span): boolean {
  return span.meanings.length > 0 && span.meanings.every((m) => m === 'l' || m.startsWith('#:'));
}

/** "what did NAME say on behalf of NAME": where something else is done, it only says for whom. */
function isForAnother(q: Reading, span: Span): boolean {
  const isDeed = (s: Span) => q.is(s.start, 'say') || means(s, 'p:');
  return q.is(span.end - 1, 'for-another') && q.spans.some((s) => s !== span && isDeed(s));
}
