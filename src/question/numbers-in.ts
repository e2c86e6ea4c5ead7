/** The numbers in a curator's own text, found without outlining all of it. */
import { type Store, wordClass } from '../facts/index.ts';
import { ByForm, type OwnText } from '../lookup/index.ts';
import { findAsked } from './asked.ts';
import { type Calendar, findConstraints } from './constraints.ts';
import { findNumbers, numberOf } from './numbers.ts';
import { documentsNamed } from './outline.ts';
import type { Reader } from './reading.ts';

/** What of a span tells whether a text has numbers, and which of them are parts of dates. */
interface Traits {
  readonly number: number | undefined;
  readonly opensDate: boolean;
  readonly namesDocument: boolean;
}

const NONE: readonly number[] = [];

/**
 * Makes a reader of the numbers that the outline of a text has.
 * @param now today (ISO date)
 */
export function createNumberReader(
  store: Store,
  reader: Reader,
  now: string,
  calendar: Calendar,
): (text: OwnText) => readonly number[] {
  const sounds = wordClass(store, 'sound');
  const traits = new ByForm<Traits>((form) => ({
    number: numberOf(form),
    opensDate: form.text.split(' ').some((word) => reader.dates.canOpen(word.toLowerCase())),
    namesDocument: form.meanings.some((m) => m.startsWith('d:')),
  }));
  const outlined = (text: OwnText): number[] => {
    const q = reader.read(text);
    const { used } = findConstraints(q, findAsked(q), documentsNamed(text).taken, now, calendar);
    return findNumbers(q, used).map(({ value }) => value);
  };
  return (text) => {
    const { ids } = text;
    let counts = false;
    let namesDocument = false;
    for (let i = 0; i < ids.length; i++) {
      const { number, namesDocument: names } = traits.of(text, i);
      if (number !== undefined) counts = true;
      if (names) namesDocument = true;
    }
    if (!counts) return NONE;
    if (namesDocument || reader.countsTime(text)) return outlined(text);
    // Without a unit of time, only dates use numbers up.
    const { words } = text;
    const free: number[] = [];
    let start = 0;
    /** Where the last date ends. */
    let end = 0;
    for (let i = 0; i < ids.length; i++) {
      const { number, opensDate } = traits.of(text, i);
      const next = start + text.lengthOf(i);
      let used = start < end;
      if (opensDate)
        for (let at = Math.max(start, end); at < next; at = Math.max(at + 1, end)) {
          end = at + (reader.dates.at(words, at, now)?.length ?? 0);
          if (start < end && at === start) used = true;
        }
      if (number !== undefined && !used) {
        // A figure may be written for a word, which the words around it tell.
        if (start > 0 && sounds.has(text.form(i).text)) return outlined(text);
        free.push(number);
      }
      start = next;
    }
    return free;
  };
}
