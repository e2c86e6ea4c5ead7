/** The numbers in a curator's own text, found without outlining all of it. */
import { ByForm, type Span } from '../lookup/index.ts';
import { findAsked } from './asked.ts';
import { type Calendar, findConstraints } from './constraints.ts';
import { canOpen, dateAt } from './date-mentions.ts';
import { findNumbers, numberOf, soundsLikeWord } from './numbers.ts';
import { documentsNamed } from './outline.ts';
import type { Reader, Recognised } from './reading.ts';

/** What of a span tells whether a text has numbers, and which of them are parts of dates. */
interface Traits {
  readonly number: number | undefined;
  readonly opensDate: boolean;
  readonly namesDocument: boolean;
}

/**
 * Makes a reader of the numbers that the outline of a text has.
 * @param now today (ISO date)
 */
export function createNumberReader(reader: Reader, now: string, calendar: Calendar): (text: Recognised) => number[] {
  const traits = new ByForm<Traits>((span) => ({
    number: numberOf(span),
    opensDate: span.text.split(' ').some((word) => canOpen(word.toLowerCase())),
    namesDocument: span.meanings.some((m) => m.startsWith('d:')),
  }));
  const outlined = (text: Recognised): number[] => {
    const q = reader.read(text);
    const { used } = findConstraints(q, findAsked(q), documentsNamed(text).taken, now, calendar);
    return findNumbers(q, used).map(({ value }) => value);
  };
  return (text) => {
    const { words, spans } = text;
    const counting: Span[] = [];
    let namesDocument = false;
    for (const span of spans) {
      const { number, namesDocument: names } = traits.of(span);
      if (number !== undefined) counting.push(span);
      if (names) namesDocument = true;
    }
    if (counting.length === 0) return [];
    if (namesDocument || reader.countsTime(text)) return outlined(text);
    // Without a unit of time, only dates use numbers up.
    const used = new Set<number>();
    let end = 0;
    for (const span of spans)
      if (traits.of(span).opensDate)
        for (let at = Math.max(span.start, end); at < span.end; at = Math.max(at + 1, end)) {
          end = at + (dateAt(words, at, now)?.length ?? 0);
          for (let i = at; i < end; i++) used.add(i);
        }
    const free = counting.filter((span) => !used.has(span.start));
    return free.some(soundsLikeWord) ? outlined(text) : free.map((span) => traits.of(span).number!);
  };
}
