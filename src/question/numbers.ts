/** The numbers that words name. */
import type { Span } from '../lookup/index.ts';
import type { Reading } from './reading.ts';

/** The number that the span beginning at a word names, in words or in figures; undefined where it names none. */
export function numberAt(q: Reading, i: number): number | undefined {
  const span = q.spanAt(i);
  return span?.start === i ? numberOf(span) : undefined;
}

const NINE = '9'.charCodeAt(0);

/** The number that a span is, in words or in figures; undefined where it is none. */
export function numberOf({ text, meanings }: Pick<Span, 'text' | 'meanings'>): number | undefined {
  for (const meaning of meanings) if (meaning.startsWith('#:')) return Number(meaning.slice(2));
  // Most spans are words, of which nothing more need be asked.
  if (!(text.charCodeAt(0) <= NINE)) return undefined;
  return /^\d+(?:[.,]\d+)?$/u.test(text) ? Number(text.replace(',', '.')) : undefined;
}

/** All numbers of a question, each with its span, but for the words that are used up otherwise (dates, names of documents). */
export function findNumbers(q: Reading, used: ReadonlySet<number>): { value: number; span: Span }[] {
  return q.spans.flatMap((span) => {
    const value = used.has(span.start) || isSound(q, span) ? undefined : numberAt(q, span.start);
    return value === undefined ? [] : [{ value, span }];
  });
}

/** "reply 2 the protest", "what reason 4 the patrol": a figure written for a word that sounds like it counts nothing. */
export function isSound(q: Reading, span: Span): boolean {
  return span.start > 0 && q.is(span.start, 'sound') && q.is(span.end, 'determiner');
}
