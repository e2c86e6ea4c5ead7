/** Names of months and weekdays, taken from date-fns (Intl takes long to start), and days counted with date-fns; all days are ISO dates without a zone. */
import {
  addDays,
  addMonths,
  type Day,
  endOfMonth,
  endOfWeek,
  endOfYear,
  format,
  getISODay,
  type Month,
  parseISO,
  startOfMonth,
  startOfWeek,
  startOfYear,
} from 'date-fns';
import { enUS } from 'date-fns/locale/en-US';
import type { Interval } from '../facts/index.ts';

const { localize } = enUS;
const months = (width: 'wide' | 'abbreviated') =>
  Array.from({ length: 12 }, (_, i) => localize.month(i as Month, { width }).toLowerCase());
/** From Monday on. */
const weekdays = (width: 'wide' | 'abbreviated') =>
  Array.from({ length: 7 }, (_, i) => localize.day(((i + 1) % 7) as Day, { width }).toLowerCase());

const MONTHS = numbered(months('wide'), months('abbreviated'));
const WEEKDAYS = numbered(weekdays('wide'), weekdays('abbreviated'));

function numbered(...lists: string[][]): Map<string, number> {
  const map = new Map<string, number>();
  for (const list of lists) list.forEach((name, i) => map.set(name, i + 1));
  return map;
}

/** Number (1–12) of a month's English name or its abbreviation ("sept" too), or undefined. */
export function monthOf(lower: string): number | undefined {
  return (
    MONTHS.get(lower) ??
    (lower.length > 3 && lower.length < 6 ? MONTHS.get(lower.slice(0, 3)) && matchLong(lower, MONTHS) : undefined)
  );
}

/** ISO number (1 Monday – 7 Sunday) of a weekday's English name or its abbreviation ("tues" too), or undefined. */
export function weekdayOf(lower: string): number | undefined {
  return WEEKDAYS.get(lower) ?? (lower.length > 3 && lower.length < 6 ? matchLong(lower, WEEKDAYS) : undefined);
}

function matchLong(prefix: string, map: ReadonlyMap<string, number>): number | undefined {
  for (const [name, number] of map) if (name.startsWith(prefix)) return number;
  return undefined;
}

/** ISO weekday (1–7) of a day. */
export function weekdayOfDay(day: string): number {
  return getISODay(parseISO(day));
}

/** The day `count` units after `day` (before it, when negative). */
export function shift(day: string, count: number, unit: 'day' | 'week' | 'month' | 'year'): string {
  const date = parseISO(day);
  const moved =
    unit === 'day'
      ? addDays(date, count)
      : unit === 'week'
        ? addDays(date, 7 * count)
        : addMonths(date, unit === 'month' ? count : 12 * count);
  return format(moved, 'yyyy-MM-dd');
}

/** The calendar day, week (from Monday), month or year that holds `day`. */
export function periodOf(day: string, unit: 'day' | 'week' | 'month' | 'year'): Interval {
  const date = parseISO(day);
  if (unit === 'day') return { from: day, to: day };
  const [from, to] =
    unit === 'week'
      ? [startOfWeek(date, { weekStartsOn: 1 }), endOfWeek(date, { weekStartsOn: 1 })]
      : unit === 'month'
        ? [startOfMonth(date), endOfMonth(date)]
        : [startOfYear(date), endOfYear(date)];
  return { from: format(from, 'yyyy-MM-dd'), to: format(to, 'yyyy-MM-dd') };
}

/** Whether the three numbers make a day of the calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1 && month <= 12;
}

/** ISO date of three numbers. */
export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
