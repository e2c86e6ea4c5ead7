/** Anniversaries. */

/**
 * Gives how many years ago, to the day, an event was on `day` ("2026-05-24"), or null. Only events whose day is known
 * have anniversaries; of several days it is the first. One of 29 February is on 28 February in other years.
 */
export function yearsAgo(when: string | null, day: string): number | null {
  const match = /^(\d{4})-(\d\d-\d\d)(\/\d{4}-\d\d-\d\d)?$/.exec(when ?? '');
  if (!match) return null;
  const year = Number(day.slice(0, 4));
  const years = year - Number(match[1]);
  const monthDay = match[2] === '02-29' && !isLeap(year) ? '02-28' : match[2];
  return years > 0 && monthDay === day.slice(5) ? years : null;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
