/** Days and intervals: EDTF in, inclusive ISO days out. The edtf library reads the notation. */
import edtf from 'edtf';

/** An inclusive interval of days; both ends are ISO dates (YYYY-MM-DD). */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/** How exactly an interval is known. */
export type Precision = 'day' | 'month' | 'year' | 'range';

const read = new Map<string, Interval | undefined>();

/**
 * The days an EDTF expression covers ("2021-10" is the whole month).
 * @returns undefined when the text is not EDTF.
 */
export function intervalOf(text: string): Interval | undefined {
  let interval = read.get(text);
  if (interval === undefined && !read.has(text)) read.set(text, (interval = parse(text)));
  return interval;
}

function parse(text: string): Interval | undefined {
  if (isCalendarDay(text)) return { from: text, to: text };
  try {
    const value = edtf(text);
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    return { from: day(value.min), to: day(value.max) };
  } catch {
    return undefined;
  }
}

/** Most dates are plain days; the grammar of all of EDTF takes a thousand times as long to read one. */
function isCalendarDay(text: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/u.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** How exactly the interval is known: a day, a calendar month, a calendar year, or another range. */
export function precisionOf({ from, to }: Interval): Precision {
  if (from === to) return 'day';
  if (from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && isLastOfMonth(to)) return 'month';
  if (from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31')) return 'year';
  return 'range';
}

function isLastOfMonth(day: string): boolean {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;
}

/** Whether two intervals share a day. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Whether `inner` lies wholly in `outer`. */
export function within(inner: Interval, outer: Interval): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
