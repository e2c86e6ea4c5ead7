/** The numbers in a curator's own text, found without outlining all of it. */
import { findAsked } from './asked.ts';
import { type Calendar, findConstraints } from './constraints.ts';
import { findDates } from './date-mentions.ts';
import { findNumbers, numberOf, soundsLikeWord } from './numbers.ts';
import { documentsNamed } from './outline.ts';
import type { Reader, Recognised } from './reading.ts';

/** Gives the numbers that the outline of a text has. @param now today (ISO date) */
export function numbersIn(reader: Reader, text: Recognised, now: string, calendar: Calendar): number[] {
  const counting = text.spans.filter((span) => numberOf(span) !== undefined);
  if (counting.length === 0) return [];
  const { taken } = documentsNamed(text);
  if (reader.countsTime(text.words) || counting.some(soundsLikeWord)) {
    const q = reader.read(text);
    return findNumbers(q, findConstraints(q, findAsked(q), taken, now, calendar).used).map(({ value }) => value);
  }
  // Without a unit of time, only dates use numbers up.
  const used = new Set(taken);
  for (const { start, end } of findDates(text.words, now))
    if (!taken.has(start)) for (let i = start; i < end; i++) used.add(i);
  return counting.flatMap((span) => (used.has(span.start) ? [] : numberOf(span)!));
}
