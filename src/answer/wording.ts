/** Every phrase that the engine says in its own voice; facts speak for themselves. */
import { format, parseISO } from 'date-fns';
import { type Interval, precisionOf } from '../facts/index.ts';
import type { Operation } from '../question/index.ts';
import type { ReasonKind } from './answer.ts';

/** Joins with commas and "and". */
export function listed(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** First letter in upper case. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Ends with a full stop, unless it ends a sentence already. */
export function sentence(text: string): string {
  const said = capitalised(text.trim());
  return /[.!?…]["')\]]*$/u.test(said) ? said : `${said}.`;
}

/** Which of two things it was, as the question says it, that came first, or later. */
export function sayFirst(item: string, later: boolean): string {
  return sentence(`${item} came ${later ? 'later' : 'first'}`);
}

/** An interval as a reader writes it: "Tuesday 24 May 2022", "October 2021", "2014", "15 to 21 November 2021". */
export function sayInterval(interval: Interval): string {
  const from = parseISO(interval.from);
  switch (precisionOf(interval)) {
    case 'day':
      return format(from, 'EEEE d MMMM yyyy');
    case 'month':
      return format(from, 'MMMM yyyy');
    case 'year':
      return format(from, 'yyyy');
    default:
      return `${format(from, 'd MMMM yyyy')} to ${format(parseISO(interval.to), 'd MMMM yyyy')}`;
  }
}

/** Counts in words up to ten, then in figures. */
export function sayNumber(n: number): string {
  return ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][n] ?? String(n);
}

const FAILED: Readonly<Record<ReasonKind, (failed: string) => string>> = {
  'not-recorded': (failed) => `The documents don't say: "${failed}" is not recorded in them.`,
  'no-such-event': (failed) => `The documents don't say: they report no such thing for "${failed}".`,
  'unknown-name': (failed) => `The documents don't say: they do not mention "${failed}".`,
  'false-premise': (failed) => `The documents don't say that: "${failed}" does not agree with what they report.`,
  'off-topic': () => 'That is not something these documents cover. I answer questions about the events they report.',
  'not-understood': () =>
    "The documents don't say this in these words. I read questions in English about the events they report.",
};

/** The first sentence of a refusal. */
export function sayRefusal(kind: ReasonKind, failed: string): string {
  return FAILED[kind](failed.length > 80 ? `${failed.slice(0, 77)}…` : failed);
}

/** Says which part of a message the documents do not answer. */
export function sayUnanswered(part: string): string {
  return `The documents don't say: "${part}".`;
}

export const CLOSEST = 'The closest they come:';
export const YES = 'Yes.';
export const NO = 'No.';
export const AS_WRITTEN = 'The documents say so too.';
/** Of a claim that something was not so, where a plain "no" could mean either. */
export const NOT_SO = 'Not so.';
export const EMPTY_QUESTION = 'There is no question to read. Write one in words, for example: who attended the summit?';
export const TOO_LONG = 'That is too long to read as one question. Ask it in a sentence or two.';

/** Asks which day an ambiguous date means. */
export function sayAmbiguousDate(text: string, readings: readonly [string, string]): string {
  const [a, b] = readings.map((day) => format(parseISO(day), 'd MMMM yyyy'));
  return `Does ${text} mean ${a} or ${b}? Please write the month in letters.`;
}

/** "ASEAN: what is reported names BRICS and the G-20." */
export function sayOthers(others: readonly string[], held: readonly string[]): string {
  return `${listed(others)}: what is reported names ${listed(held)}.`;
}

/** "The West Pacific Ocean: named by the ministry, not by the minister." */
export function sayOnlyOne(values: readonly string[], names: string, leavesOut: string): string {
  return sentence(`${listed(values)}: named by ${names}, not by ${leavesOut}`);
}

/** "Both name the Sea of Japan." */
export function sayBoth(values: readonly string[]): string {
  return sentence(`Both name ${listed(values)}`);
}

/** "The Sea of Japan, in all three." */
export function sayCommon(values: readonly string[], events: number): string {
  return sentence(`${listed(values)}, in ${events === 2 ? 'both' : 'all of them'}`);
}

/** "The same: NAME." */
export function saySame(name: string): string {
  return sentence(`The same: ${name}`);
}

/** "Not the same, but two: NAME and NAME." */
export function sayApart(names: readonly string[]): string {
  return sentence(`Not the same, but ${sayNumber(names.length)}: ${listed(names)}`);
}

/** "NAME, then NAME." */
export function sayEach(names: readonly string[]): string {
  return sentence(names.join(', then '));
}

/** "The same number: four in each.", "Not the same number: ten and four." */
export function sayNumbers(x: number, y: number): string {
  return x === y
    ? `The same number: ${sayNumber(x)} in each.`
    : `Not the same number: ${sayNumber(x)} and ${sayNumber(y)}.`;
}

/** "Six: ten less four.", "About 14 in all: four and ten." */
export function sayReckoned(operation: Operation, a: number, b: number, about: boolean): string {
  const said = (n: number) => `${about ? 'about ' : ''}${sayNumber(n)}`;
  if (operation === 'more' || operation === 'fewer') return sayNumbers(a, b);
  if (operation === 'sum') return `${capitalised(said(a + b))} in all: ${sayNumber(a)} and ${sayNumber(b)}.`;
  const [more, less] = a < b ? [b, a] : [a, b];
  return `${capitalised(said(more - less))}: ${sayNumber(more)} less ${sayNumber(less)}.`;
}

/** 'The documents do not agree with "north".' */
export function sayAmended(slips: readonly string[]): string {
  return `The documents do not agree with ${listed(slips.map((s) => `"${s}"`))}.`;
}

/** "The documents date it no closer than October 2021." */
export function sayKnownTo(dates: readonly Interval[]): string {
  return `The documents give no closer date than ${listed(dates.map(sayInterval))}.`;
}

/** "showing 8 of 100,000" */
export function sayPart(shown: number, total: number): string {
  return `showing ${sayNumber(shown)} of ${sayNumber(total)}`;
}

/** "Showing 8 of 100,000: name a day, a place or who took part to see fewer." */
export function sayShownOf(shown: number, total: number): string {
  const said = sayPart(shown, total);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}: name a day, a place or who took part to see fewer.`;
}
