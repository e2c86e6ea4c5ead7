/** Units of time: those that stand in a question, and the one that it asks for. */
import type { Asked, Question } from './question.ts';
import type { Reading } from './reading.ts';

/** The indices of the words that are units of time ("months"). */
export function findTimeUnits(q: Reading): Set<number> {
  const units = ['unit-day', 'unit-week', 'unit-month', 'unit-year'].filter(q.has);
  if (units.length === 0) return new Set();
  return new Set(q.words.flatMap((_, i) => (units.some((unit) => q.is(i, unit)) ? [i] : [])));
}

/** The unit among the words that ask ("in which month", "on what day of the week"); null where no date, or no unit, is asked for. */
export function unitAsked(q: Reading, asked: Asked): Question['unitAsked'] {
  if (!asked.wants.includes('date')) return null;
  const named = (unit: string) => [...asked.words].some((i) => q.is(i, unit));
  return named('day') || named('unit-day') || named('weekday') ? 'day' : named('unit-month') ? 'month' : null;
}
