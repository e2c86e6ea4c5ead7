/** Wall-clock times in IANA zones, with the hours that clocks skip and repeat. */
import { tzOffset } from '@date-fns/tz';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Gives a zone's name as IANA writes it ("europe/berlin" → "Europe/Berlin"), or null when there is no such zone. */
export function knownZone(name: string): string | null {
  // An offset is no zone: it knows no summer time.
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** Gives the local calendar day of an instant (epoch ms) as "2026-05-24". */
export function localDay(instant: number, zone: string): string {
  return new Date(instant + offset(instant, zone)).toISOString().slice(0, 10);
}

/** Gives the local time of an instant (epoch ms) as "09:00". */
export function localTime(instant: number, zone: string): string {
  return new Date(instant + offset(instant, zone)).toISOString().slice(11, 16);
}

/** Gives the day `days` after `day`, both as "2026-05-24". */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Gives the ISO weekday of a day, 1 is Monday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/**
 * Gives the instant (epoch ms) at which clocks in `zone` show `time` on `day`. A time that comes twice is taken the first
 * time; one that is skipped gives the first minute after the gap; null when the gap swallows the rest of the day (Samoa had
 * no 30 December 2011).
 */
export function instantOf(day: string, time: string, zone: string): number | null {
  const wall = Date.parse(`${day}T${time}:00Z`);
  // Whatever the clocks do that day, they follow the offset of the day before until they change, and that of the day after then.
  const before = offset(wall - DAY, zone);
  const after = offset(wall + DAY, zone);
  const candidates = [wall - before, wall - after].filter((at) => at + offset(at, zone) === wall);
  if (candidates.length > 0) return Math.min(...candidates);
  const change = changeBetween(wall - DAY - before, wall + DAY - after, zone);
  return localDay(change, zone) === day ? change : null;
}

/** The first minute in (from, to] with the offset of `to`: when the clocks changed. */
function changeBetween(from: number, to: number, zone: string): number {
  const target = offset(to, zone);
  let low = Math.floor(from / MINUTE);
  let high = Math.floor(to / MINUTE);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle * MINUTE, zone) === target) high = middle;
    else low = middle;
  }
  return high * MINUTE;
}

/** How far local clocks are ahead of UTC, in ms. */
function offset(instant: number, zone: string): number {
  return tzOffset(zone, new Date(instant)) * MINUTE;
}
