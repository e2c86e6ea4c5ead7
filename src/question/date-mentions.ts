/** Recognises dates in a question. */
import type { Interval, Store } from '../facts/index.ts';
import type { Word } from '../lookup/index.ts';
import { monthOf, weekdayOf } from './calendar.ts';
import { DATE_RULES, type Found } from './date-rules.ts';
import { dateWordsOf } from './date-words.ts';

/** A date a question names. */
export interface DateMention {
  /** Words from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
  /** The days it covers; a day without a year has `anyYear`. */
  readonly interval?: Interval;
  /** Month and day without a year ("24 May"), as MM-DD, or MM alone for a month. */
  readonly anyYear?: string;
  /** Another reading: "Nov 21" can be the month of 2021. */
  readonly orInterval?: Interval;
  /** ISO weekday 1–7, for a bare weekday. */
  readonly weekday?: number;
  /** Two readings (04/05/2022): day first, month first. */
  readonly ambiguous?: readonly [string, string];
  /** Counted from today: a document may use the same words of its own day. */
  readonly relative?: boolean;
  /** Of such a date, what it counts: so many units from today ("last week": -1). */
  readonly counts?: { readonly step: number; readonly unit: 'week' | 'month' | 'year' };
}

/** Finds the dates in texts; `now` is today as an ISO date. */
export interface DateReader {
  /** Whether a date can begin with this word: all rules ask for a figure, a month, a weekday or a word of theirs. */
  readonly canOpen: (lower: string) => boolean;
  /** The date that begins at a word, and how many words it has. */
  readonly at: (words: readonly Word[], at: number, now: string) => Found | undefined;
  /** The dates in a question's words. */
  readonly find: (words: readonly Word[], now: string) => DateMention[];
}

/** So many words that were asked lately are remembered: a text has few that are new. */
const OPENERS_KEPT = 20_000;

/** Makes the reader of dates of a store. */
export function createDateReader(store: Store): DateReader {
  const say = dateWordsOf(store);
  const openers = new Map<string, boolean>();
  const canOpen = (lower: string): boolean => {
    let can = openers.get(lower);
    if (can === undefined) {
      can =
        /^\d/u.test(lower) ||
        say.days.has(lower) ||
        say.steps.has(lower) ||
        monthOf(lower) !== undefined ||
        weekdayOf(lower) !== undefined;
      if (openers.size >= OPENERS_KEPT) openers.clear();
      openers.set(lower, can);
    }
    return can;
  };
  const dateAt = (words: readonly Word[], at: number, now: string): Found | undefined => {
    if (canOpen(words[at]!.lower))
      for (const rule of DATE_RULES) {
        const found = rule(words, at, now, say);
        if (found) return found;
      }
    return undefined;
  };
  return {
    canOpen,
    at: dateAt,
    find: (words, now) => {
      const found: DateMention[] = [];
      for (let at = 0; at < words.length; ) {
        const match = dateAt(words, at, now);
        if (!match) {
          at++;
          continue;
        }
        const { length, ...date } = match;
        const text = words
          .slice(at, at + length)
          .map((w) => w.text)
          .join(' ');
        found.push({ ...date, start: at, end: at + length, text });
        at += length;
      }
      return found;
    },
  };
}
