/** The dates that a question gives, as constraints on the fact, and the documents that it names by their day. */
import { means, type Span } from '../lookup/index.ts';
import { findAnchors } from './anchors.ts';
import { periodOf, shift } from './calendar.ts';
import type { DateMention } from './date-mentions.ts';
import type { DocumentDays } from './document-days.ts';
import type { EventsOf } from './event-finder.ts';
import { numberAt } from './numbers.ts';
import type { Asked, DateConstraint } from './question.ts';
import type { Reading } from './reading.ts';
import { supposedIn } from './scenes.ts';

/** What is found in a question about dates. */
export interface Constraints {
  /** The dates that the fact must fit, anchored ones first. */
  readonly dates: readonly DateConstraint[];
  /** All dates mentioned as such, in order, without those counted from an event. */
  readonly mentions: readonly DateMention[];
  /** The documents that a date names, each with the index of its first word. */
  readonly documents: readonly { readonly id: string; readonly start: number }[];
  /** Indices of the words that are used up: by these dates, and those that were used before. */
  readonly used: ReadonlySet<number>;
}

/** What of a store dates are read with. */
export interface Calendar {
  readonly eventsOf: EventsOf;
  readonly days: DocumentDays;
}

/**
 * Reads the dates of a question, as constraints.
 * @param asked what is asked for: "the date of X" gives no date
 * @param taken indices of the words that are used up already
 * @param now today (ISO date)
 */
export function findConstraints(
  q: Reading,
  asked: Asked,
  taken: ReadonlySet<number>,
  now: string,
  { eventsOf, days }: Calendar,
): Constraints {
  const used = new Set(taken);
  const take = (from: number, to: number) => {
    for (let i = from; i < to; i++) used.add(i);
  };
  const dates: DateConstraint[] = [];
  const documents: { id: string; start: number }[] = [];
  const push = (date: DateConstraint & { end: number }, isKnown = true) => {
    const settled = isKnown ? openEnded(q, date) : date;
    if (settled) dates.push(settled);
  };
  const supposed = supposedIn(q);
  for (const anchor of findAnchors(q, eventsOf, (i) => numberAt(q, i))) {
    // "the date of X" asks for the date; it does not give one.
    const { head } = asked;
    if (head && asked.wants.includes('date') && head.end > anchor.start && head.start < anchor.end) continue;
    if (supposed.some(({ from, to }) => anchor.start >= from && anchor.end <= to)) continue;
    if ([...Array(anchor.end - anchor.start).keys()].some((k) => used.has(anchor.start + k))) continue;
    take(anchor.start, anchor.end);
    push({ ...anchor, bases: [] });
  }
  const mentions = q.dates.find(q.words, now).filter((d) => !used.has(d.start));
  const offered = offeredOf(q, mentions);
  for (const mention of mentions) {
    take(mention.start, mention.end);
    if (isSetAside(q, mention)) continue;
    const next = q.is(mention.end, 'publication') || q.is(mention.end, 'text-part');
    const month = mention.anyYear?.length === 2 ? days.monthNamed(mention.anyYear) : undefined;
    const period = mention.interval ?? mention.orInterval ?? (month ? periodOf(`${month}-01`, 'month') : undefined);
    const clause = period && publicationClause(q, mention.start);
    if (period && (next || clause !== undefined)) {
      const fitting = days.within(period);
      if (fitting.length > 0) {
        documents.push(...fitting.map((id) => ({ id, start: mention.start })));
        if (q.is(mention.end, 'publication')) take(mention.end, mention.end + 1);
        else take(clause!, mention.start);
        continue;
      }
    }
    if (supposed.some(({ from, to }) => mention.start >= from && mention.end <= to)) continue;
    const bases = q.words.slice(mention.start, mention.end).map((w) => w.base);
    const context = asked.wants.includes('date') && isContext(q, mention);
    if (!mention.ambiguous && !context && !offered.has(mention) && !isInName(q.spanAt(mention.start), mention))
      push({ ...mention, bases }, period !== undefined);
  }
  return { dates, mentions, documents, used };
}

/** "It was not on 24 May. On which day, then?": where a date is asked for, one that a sentence before gives, or denies, is not it. */
function isContext(q: Reading, { start, end }: DateMention): boolean {
  const asking = q.has('wh')
    ? sentencesWith(q, (i) => q.is(i, 'wh'))
    : sentencesWith(q, (i) => q.is(i, 'day')).slice(-1);
  return asking.length > 0 && !asking.some(({ from, to }) => start >= from && end <= to);
}

/** "leaving the 2014 seizure aside", "not the 2022 one": a date that only tells what is not meant. */
function isSetAside(q: Reading, { start }: DateMention): boolean {
  let at = start - 1;
  while (q.is(at, 'determiner')) at--;
  return q.is(at, 'exclude') || q.is(at, 'not');
}

/** The sentences that hold a word that asks. */
function sentencesWith(q: Reading, holds: (word: number) => boolean): { from: number; to: number }[] {
  const starts = [
    0,
    ...q.words.flatMap((w, i) => (i > 0 && /[.?!;]+["')]*\s/u.test(w.gap) ? [i] : [])),
    q.words.length,
  ];
  return starts.slice(0, -1).flatMap((from, n) => {
    const to = starts[n + 1]!;
    for (let i = from; i < to; i++) if (holds(i)) return [{ from, to }];
    return [];
  });
}

/** Whether a date is only a part of what an event is called ("the Friday patrol"): the name holds for it. */
export function isInName(span: Span | undefined, { start, end }: Pick<DateMention, 'start' | 'end'>): boolean {
  return (
    span !== undefined &&
    means(span, 'v:') &&
    span.start <= start &&
    span.end >= end &&
    span.end - span.start > end - start
  );
}

/** The dates that are a choice: beside "or" or after "not", and all of a list that ends with "or" ("September, October or November"). */
function offeredOf(q: Reading, mentions: readonly DateMention[]): ReadonlySet<DateMention> {
  const isOr = (i: number) => q.is(i, 'or');
  /** By mention: whether it is in a list that goes on after it and ends with "or"; from the last on, since a list may be long. */
  const listed: boolean[] = [];
  for (let i = mentions.length - 2; i >= 0; i--) {
    const [one, next] = [mentions[i]!, mentions[i + 1]!];
    const goesOn = next.start === one.end && /,/u.test(q.words[one.end]?.gap ?? '');
    listed[i] = goesOn && (isOr(next.end) || listed[i + 1] === true);
  }
  return new Set(
    mentions.filter(({ start, end }, i) => listed[i] || isOr(end) || isOr(start - 1) || q.is(start - 1, 'not')),
  );
}

/** "before October", "since the summit day": the days on that side of the date. */
function openEnded(q: Reading, date: DateConstraint & { end: number }): DateConstraint | undefined {
  let at = date.start - 1;
  while (q.is(at, 'determiner') || q.is(at, 'preposition')) at--;
  const [before, after] = [q.is(at, 'before'), q.is(at, 'after')];
  // "the Friday before the November 2021 roadmap": the date tells which roadmap, and the fact need not be of that month.
  const dated = q.spanAt(date.end);
  if ((before || after) && dated && (means(dated, 'v:') || means(dated, 'k:'))) return undefined;
  if (!date.interval) return date;
  if (before)
    return { ...date, interval: { from: '0001-01-01', to: shift(date.interval.from, -1, 'day') }, open: true };
  if (after) return { ...date, interval: { from: shift(date.interval.to, 1, 'day'), to: '9999-12-31' }, open: true };
  return date;
}

/**
 * "the article dated 24 November 2021", "the report of May 2022", "…, reported 24 November 2021": the day is the document's.
 * @returns the index from which on the words only say so
 */
function publicationClause(q: Reading, start: number): number | undefined {
  const skips = (at: number) => q.is(at, 'determiner') || q.is(at, 'preposition') || q.is(at, 'dated');
  let at = start - 1;
  while (at > start - 5 && skips(at)) at--;
  if (at < start - 1 && q.is(at, 'publication')) return at + 1;
  while (++at < start) {
    const opens = at === 0 || /[,;:?.(–—]|\s-/u.test(q.words[at]!.gap);
    if (opens && q.is(at, 'issued')) return at;
  }
  return undefined;
}
