/** "what date was the Friday of the patrol?": the calendar day of a weekday that the question gives; the weekday tells which event is meant. */
import { type Candidate, onlyWith } from '../../matching/index.ts';
import type { Kind } from '../task.ts';
import { single } from './single.ts';

/** A word of the question is the fact's own from this strength (0–1) on. */
const OWN = 0.5;

/** Facts whose scores are this near to the best must be of the same day. */
const NEAR = 2;

export const weekday: Kind = (task) => {
  const { question, matches } = task;
  const { asked, dates } = question;
  if (!asked.wants.includes('date') || !dates.some((d) => d.weekday !== undefined && !d.interval)) return undefined;
  const fitting = matches.clean.where((c) => c.profile.dates.length > 0 && holdsAll(c));
  const [best] = fitting;
  if (!best || best.evidence.explained.every((e) => asksDate(e.span.meanings))) return undefined;
  const days = new Set(
    fitting
      .filter((c) => best.score - c.score < NEAR)
      .map(({ profile: { dates } }) => `${dates[0]!.from} ${dates[0]!.to}`),
  );
  return days.size === 1 ? single({ ...task, matches: onlyWith(matches, best) }, best) : undefined;
};

/** Whether the fact holds every word of the question but those that ask for the day. */
function holdsAll({ evidence }: Candidate): boolean {
  return evidence.explained.every(
    (e) => e.strength >= OWN || e.span.meanings.includes('l') || asksDate(e.span.meanings),
  );
}

function asksDate(meanings: readonly string[]): boolean {
  return meanings.includes('a:date');
}
