/** The ways to write a date: absolute, partial, weekdays, and relative to today. */
import type { Word } from '../lookup/index.ts';
import { isDay, isoDay, monthOf, periodOf, shift, weekdayOf } from './calendar.ts';
import type { DateMention } from './date-mentions.ts';
import type { DateWords } from './date-words.ts';

/** A date that begins at a word, and how many words it has. */
export type Found = Omit<DateMention, 'start' | 'end' | 'text'> & { readonly length: number };

/** A way to write a date: tried at every word, the first that fits wins. */
type Rule = (words: readonly Word[], at: number, now: string, say: DateWords) => Found | undefined;

const isOf = (words: ReadonlySet<string>, w: Word | undefined) => w !== undefined && words.has(w.lower);
const dayNumber = (w: Word | undefined): number | undefined => {
  const match = w && /^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(w.lower);
  const day = match ? Number(match[1]) : Number.NaN;
  return day >= 1 && day <= 31 ? day : undefined;
};
const yearNumber = (w: Word | undefined): number | undefined => {
  if (!w) return undefined;
  if (/^(?:19|20)\d\d$/u.test(w.lower)) return Number(w.lower);
  return /^\d\d$/u.test(w.lower) && w.gap.endsWith("'") ? 2000 + Number(w.lower) : undefined;
};
const yearAfter = (words: readonly Word[], at: number, say: DateWords): [number | undefined, number] => {
  const skip = isOf(say.beforeYear, words[at]) ? 1 : 0;
  const year = yearNumber(words[at + skip]) ?? shortYear(words[at + skip]);
  return year === undefined ? [undefined, 0] : [year, skip + 1];
};

/** "24 nov 21": two figures right after a day and a month are its year. */
const shortYear = (w: Word | undefined): number | undefined =>
  w && /^[12]\d$/u.test(w.lower) && w.gap.trim() === '' ? 2000 + Number(w.lower) : undefined;

/** "2022-05-24", "2022-05" */
const iso: Rule = (words, at) => {
  const match = /^(\d{4})-(\d\d)(?:-(\d\d))?$/u.exec(words[at]!.lower);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  if (!isDay(year, month, day)) return undefined;
  return { length: 1, interval: periodOf(isoDay(year, month, day), match[3] ? 'day' : 'month') };
};

/** "24/05/2022", "24.5.22"; "04/05/2022" has two readings */
const slashed: Rule = (words, at) => {
  const match = /^(\d{1,2})[/.](\d{1,2})[/.](\d{2}|\d{4})$/u.exec(words[at]!.lower);
  if (!match) return undefined;
  const [a, b] = [Number(match[1]), Number(match[2])];
  const year = Number(match[3]) + (match[3]!.length === 2 ? 2000 : 0);
  const readings = [
    ...new Set([isDay(year, b, a) && isoDay(year, b, a), isDay(year, a, b) && isoDay(year, a, b)]),
  ].filter((d) => typeof d === 'string');
  if (readings.length === 2) return { length: 1, ambiguous: [readings[0]!, readings[1]!] };
  return readings[0] ? { length: 1, interval: { from: readings[0], to: readings[0] } } : undefined;
};

/** "24/5": a day over a month, where no other reading is one; "24/7" is no day. */
const dayOverMonth: Rule = (words, at) => {
  const [first, second] = [words[at]!, words[at + 1]];
  if (
    second?.gap !== '/' ||
    !/^(?:1[3-9]|2\d|3[01])$/u.test(first.lower) ||
    !/^(?:0?[1-9]|1[0-2])$/u.test(second.lower)
  )
    return undefined;
  const [day, month] = [Number(first.lower), Number(second.lower)];
  return day === 24 && month === 7 ? undefined : dated(day, month, [undefined, 0], 2);
};

/** "24 May 2022", "the 24th of May", "24 May" */
const dayMonth: Rule = (words, at, _now, say) => {
  const day = dayNumber(words[at]);
  const of = isOf(say.genitive, words[at + 1]) ? 1 : 0;
  const month = monthOf(words[at + 1 + of]?.lower ?? '');
  if (day === undefined || month === undefined) return undefined;
  return dated(day, month, yearAfter(words, at + 2 + of, say), 2 + of);
};

/** "May 24, 2022", "May 24th", "May 2022", "November '21", "in May" */
const monthFirst: Rule = (words, at, _now, say) => {
  const word = words[at]!;
  const month = monthOf(word.lower);
  if (month === undefined) return undefined;
  const the = isOf(say.article, words[at + 1]) ? 1 : 0;
  const day = dayNumber(words[at + 1 + the]);
  if (day !== undefined && yearNumber(words[at + 1 + the]) === undefined)
    return eitherYear(dated(day, month, yearAfter(words, at + 2 + the, say), 2 + the), month, words[at + 1 + the]!);
  const [year, length] = yearAfter(words, at + 1, say);
  if (year !== undefined && yearNumber(words[at + length]) !== undefined)
    return { length: 1 + length, interval: periodOf(isoDay(year, month, 1), 'month') };
  return isMeant(words, at, say.doubtfulMonth, say.beforeMonth)
    ? { length: 1, anyYear: String(month).padStart(2, '0') }
    : undefined;
};

/** "may", "march" and "sun" are words of their own: only after a word that says so, or with a capital inside a sentence, a month or a day is meant. */
function isMeant(
  words: readonly Word[],
  at: number,
  doubtful: ReadonlySet<string>,
  sayingSo: ReadonlySet<string>,
): boolean {
  const word = words[at]!;
  return !doubtful.has(word.lower) || isOf(sayingSo, words[at - 1]) || (word.capital && at > 0);
}

/** "Nov 21": the 21st, or the month of 2021. */
function eitherYear(found: Found | undefined, month: number, word: Word): Found | undefined {
  if (!found?.anyYear || !/^[1-3]\d$/u.test(word.lower)) return found;
  return { ...found, orInterval: periodOf(isoDay(2000 + Number(word.lower), month, 1), 'month') };
}

function dated(
  day: number,
  month: number,
  [year, more]: [number | undefined, number],
  length: number,
): Found | undefined {
  if (!isDay(year ?? 2020, month, day)) return undefined;
  if (year === undefined) return { length, anyYear: isoDay(2020, month, day).slice(5) };
  const iso = isoDay(year, month, day);
  return { length: length + more, interval: { from: iso, to: iso } };
}

/** "2014", "in 2022" */
const bareYear: Rule = (words, at) => {
  const year = yearNumber(words[at]);
  return year === undefined ? undefined : { length: 1, interval: periodOf(isoDay(year, 1, 1), 'year') };
};

/** "on Friday", "Tues", "that Monday" */
const weekday: Rule = (words, at, now, say) => {
  const word = words[at]!;
  const number = isMeant(words, at, say.doubtfulWeekday, say.beforeWeekday) ? weekdayOf(word.lower) : undefined;
  if (number === undefined || (say.capitalWeekday.has(word.lower) && !word.capital)) return undefined;
  const following = [dayOverMonth, dayMonth, monthFirst].map((rule) => words[at + 1] && rule(words, at + 1, now, say));
  const date = following.find(Boolean);
  if (date && (date.interval || date.anyYear)) return { ...date, length: date.length + 1, weekday: number };
  return { length: 1, weekday: number };
};

/** "yesterday", "today", "tomorrow" */
const nearToday: Rule = (words, at, now, say) => {
  const days = say.days.get(words[at]!.lower);
  if (days === undefined) return undefined;
  const day = shift(now, days, 'day');
  return { length: 1, interval: { from: day, to: day }, relative: true };
};

/** "last November", "this year", "last month", "three weeks ago" */
const counted: Rule = (words, at, now, say) => {
  const [first, second] = [words[at]!.lower, words[at + 1]?.lower ?? ''];
  const step = say.steps.get(first);
  if (step !== undefined) {
    const month = monthOf(second);
    if (month !== undefined) {
      const year = Number(now.slice(0, 4));
      const past = isoDay(year, month, 1) < `${now.slice(0, 8)}01` ? year : year - 1;
      const chosen = step === -1 ? past : step === 0 ? year : past + 1;
      return { length: 2, interval: periodOf(isoDay(chosen, month, 1), 'month'), relative: true };
    }
    const unit = say.periods.get(second);
    if (unit)
      return { length: 2, interval: periodOf(shift(now, step, unit), unit), relative: true, counts: { step, unit } };
  }
  const count = Number(first);
  const unit = say.units.get(second);
  if (unit && isOf(say.ago, words[at + 2]) && count > 0)
    return { length: 3, interval: periodOf(shift(now, -count, unit), unit), relative: true };
  return undefined;
};

/** All ways to write a date, most specific first. */
export const DATE_RULES: readonly Rule[] = [
  iso,
  slashed,
  dayOverMonth,
  dayMonth,
  monthFirst,
  weekday,
  bareYear,
  nearToday,
  counted,
];
