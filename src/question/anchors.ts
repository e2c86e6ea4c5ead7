/** Dates counted from an event: "on the Quad summit day", "the day before the transit", "two weeks after the signing". */
import { type DatedEvent, type Interval, intervalOf } from '../facts/index.ts';
import { periodOf, shift } from './calendar.ts';
import { type EventsOf, inBoth, onlyDated } from './event-finder.ts';
import type { DateConstraint } from './question.ts';
import type { Reading } from './reading.ts';

/** A date found by an anchor, and the words it used. */
export interface Anchor extends DateConstraint {
  readonly start: number;
  readonly end: number;
}

/** A mention of one event: a run of spans that names it, alone or with its participants ("the Quad summit"). */
interface EventMention {
  readonly event: DatedEvent;
  readonly start: number;
  readonly end: number;
}

/** An event is named by no more spans than this; a longer run of names is a list. */
const LONGEST_NAME = 12;

function eventAt(q: Reading, start: number, eventsOf: EventsOf): EventMention | undefined {
  let i = start;
  while (q.is(i, 'determiner') && q.spanAt(i)?.meanings.every((m) => m === 'l')) i++;
  let candidates: readonly DatedEvent[] | undefined;
  let end = i;
  let read = 0;
  for (let span = q.spanAt(i); span && span.start === i && read < LONGEST_NAME; span = q.spanAt(i), read++) {
    const events = eventsOf(span);
    // "the BRICS summit": the summit of a body that was at none is no event of the store.
    if (events === null && candidates === undefined) return undefined;
    const named = events ?? [];
    const isEntity = span.meanings.some((m) => m.startsWith('e:'));
    if (isEntity && candidates === undefined && named.length > 0) {
      candidates = named;
      i = span.end;
      end = i;
      continue;
    }
    if (named.length > 0) candidates = candidates ? inBoth(candidates, named) : named;
    else if (!isEntity) break;
    i = span.end;
    if (named.length > 0) end = i;
  }
  const event = candidates && onlyDated(candidates);
  return event && { event, start, end };
}

const UNITS = ['day', 'week', 'month', 'year'] as const;

function unitAt(q: Reading, i: number): (typeof UNITS)[number] | undefined {
  return UNITS.find((unit) => q.is(i, `unit-${unit}`));
}

/** "the day of X", "on the date of X", "same day as X" */
function dayOf(q: Reading, i: number, eventsOf: EventsOf): Anchor | undefined {
  if (!q.is(i, 'day') || !q.is(i + 1, 'day-of')) return undefined;
  const mention = eventAt(q, i + 2, eventsOf);
  return mention && anchored(q, i, mention.end, mention.event, intervalOf(mention.event.when!.edtf!)!);
}

/** "X day", "X-day" */
function eventDay(q: Reading, i: number, eventsOf: EventsOf): Anchor | undefined {
  const mention = eventAt(q, i, eventsOf);
  if (!mention) return undefined;
  const namesDay = q.is(mention.end - 1, 'day');
  if (!namesDay && !q.is(mention.end, 'day')) return undefined;
  return anchored(
    q,
    i,
    namesDay ? mention.end : mention.end + 1,
    mention.event,
    intervalOf(mention.event.when!.edtf!)!,
  );
}

/** "(the) day before X", "two days after X", "the week of X", "the eve of X" */
function counted(
  q: Reading,
  i: number,
  eventsOf: EventsOf,
  numberAt: (i: number) => number | undefined,
): Anchor | undefined {
  const count = numberAt(i);
  const at = count === undefined ? i : i + 1;
  const unit = q.is(at, 'eve') ? 'day' : unitAt(q, at);
  if (!unit) return undefined;
  const before = q.is(at, 'eve') || q.is(at + 1, 'before');
  const after = q.is(at + 1, 'after');
  const of = q.is(at + 1, 'genitive');
  if (!before && !after && !(of && unit !== 'day')) return undefined;
  let start = at + 2;
  while (q.is(start, 'than')) start++;
  const mention = eventAt(q, start, eventsOf);
  const day = mention && intervalOf(mention.event.when!.edtf!)!;
  if (!mention || !day) return undefined;
  const steps = before ? -(count ?? 1) : after ? (count ?? 1) : 0;
  const moved = shift(before ? day.from : day.to, steps, unit);
  return anchored(
    q,
    i,
    mention.end,
    mention.event,
    unit === 'day' ? { from: moved, to: moved } : periodOf(moved, unit),
  );
}

function anchored(q: Reading, start: number, end: number, event: DatedEvent, interval: Interval): Anchor {
  let from = start;
  while (from > 0 && (q.is(from - 1, 'determiner') || q.is(from - 1, 'on-day'))) from--;
  const text = q.words
    .slice(start, end)
    .map((w) => w.text)
    .join(' ');
  return { start: from, end, text, interval, anchor: event.id };
}

/** Whether a date can be counted from an event at all: that names the day, or counts a unit of time before, after or of something. */
function canAnchor(q: Reading): boolean {
  if (!ANCHORING.some(q.has)) return false;
  return q.words.some((_, i) => q.is(i, 'day') || q.is(i, 'eve') || (unitAt(q, i) && counts(q, i + 1)));
}

const ANCHORING = ['day', 'eve', ...UNITS.map((unit) => `unit-${unit}`)];

function counts(q: Reading, i: number): boolean {
  return q.is(i, 'before') || q.is(i, 'after') || q.is(i, 'genitive');
}

/**
 * Finds the dates that the question counts from an event.
 * @param numberAt the number a word names, if any
 */
export function findAnchors(q: Reading, eventsOf: EventsOf, numberAt: (i: number) => number | undefined): Anchor[] {
  const found: Anchor[] = [];
  if (!canAnchor(q)) return found;
  // "on which day did the summit end": after the last word for a day, none is called by an event.
  const lastDay = q.words.findLastIndex((_, i) => q.is(i, 'day'));
  for (let i = 0; i < q.words.length; ) {
    const byName = () => (i <= lastDay ? eventDay(q, i, eventsOf) : undefined);
    const anchor = dayOf(q, i, eventsOf) ?? counted(q, i, eventsOf, numberAt) ?? byName();
    if (anchor) found.push(anchor);
    i = anchor ? anchor.end : i + 1;
  }
  return found;
}
