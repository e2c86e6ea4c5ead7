/** The gate over dates, with interval logic: a fact known to the month is not claimed for a day. */
import { type Interval, intervalOf, overlaps, type Store, within } from '../../facts/index.ts';
import { means } from '../../lookup/index.ts';
import { type DateConstraint, periodOf, shift, weekdayOfDay } from '../../question/index.ts';
import type { Profile } from '../profile.ts';
import { type Conflict, failing, type Gate, OPEN } from './gate.ts';

/** A date must fit the fact's; a fact known to the month is not claimed for a day. */
export const dates: Gate = ({ store, question }) => {
  if (question.dates.length === 0) return null;
  // The day that a document bears is that of its text; of a choice, the day may be of the other half.
  const takesReport = question.namesText || question.chooses;
  return (profile) => {
    let found: Conflict[] | undefined;
    for (const date of question.dates) {
      const verdict = fitsDate(date, profile, store, takesReport || date.anchor !== undefined);
      if (verdict !== 'fits') (found ??= []).push({ kind: verdict, failed: date.text });
    }
    return found ?? OPEN;
  };
};

/** "in which month": a fact known to the year only does not say. */
export const granularity: Gate = ({ question }) => {
  const unit = question.unitAsked;
  if (!unit) return null;
  const isFine = (days: Interval) =>
    unit === 'day' ? days.from === days.to : days.from.slice(0, 7) === days.to.slice(0, 7);
  const conflict: readonly Conflict[] = [{ kind: 'finer-date', failed: question.asked.noun ?? unit }];
  return (profile) => (profile.dates.length === 0 || profile.dates.some(isFine) ? OPEN : conflict);
};

/** Whether a date that is asked for can be the fact's: no, or only of a time that the fact is not known so closely to. */
export function fitsDate(
  date: DateConstraint,
  profile: Profile,
  store: Store,
  takesReport: boolean,
): 'fits' | 'date' | 'finer-date' {
  // A date that the fact's own words hold ("in 2014") is in it, whenever the fact itself took place.
  if (!date.relative && date.bases?.length && date.bases.every((b) => profile.words.has(b))) return 'fits';
  if (date.relative && date.bases?.every((b) => profile.concepts.has(`w:${b}`))) return 'fits';
  if (isCountedFromDocument(date, profile, store)) return 'fits';
  if (profile.dates.length === 0) {
    if (date.open) return 'fits';
    // A weekday or a day without a year cannot be held against the day of a report; nothing says that the fact fits it.
    const asked = date.interval ?? date.orInterval;
    if (!asked) return 'date';
    const document = store.documents.get(profile.fact.document)!;
    const reported = [document.published, document.covers].filter((d) => d !== null);
    const month = asked.from.slice(0, 7);
    if (asked.from === asked.to) return takesReport && reported.includes(asked.from) ? 'fits' : 'date';
    return reported.some((d) => d.startsWith(month) || d.slice(0, 4) === yearOf(asked)) ? 'fits' : 'date';
  }
  let finer = false;
  for (const days of profile.dates) {
    if (date.orInterval && within(days, date.orInterval)) return 'fits';
    if (date.weekday !== undefined && days.from !== days.to) {
      finer = true;
      continue;
    }
    if (date.weekday !== undefined && weekdayOfDay(days.from) !== date.weekday) continue;
    if (
      date.anyYear !== undefined &&
      !days.from.slice(5).startsWith(date.anyYear) &&
      !days.to.slice(5).startsWith(date.anyYear)
    )
      continue;
    if (date.interval) {
      if (!overlaps(days, date.interval)) continue;
      if (!within(days, date.interval)) {
        finer = true;
        continue;
      }
    }
    return 'fits';
  }
  return finer ? 'finer-date' : 'date';
}

/** "last week" of a fact whose document speaks of a week, and counts it from its own day. */
function isCountedFromDocument({ counts, bases }: DateConstraint, profile: Profile, store: Store): boolean {
  const unit = bases?.at(-1);
  if (!counts || unit === undefined || !profile.concepts.has(`w:${unit}`)) return false;
  const { published, covers } = store.documents.get(profile.fact.document)!;
  const day = intervalOf(published ?? covers);
  if (!day || day.from !== day.to) return false;
  const period = periodOf(shift(day.from, counts.step, counts.unit), counts.unit);
  return profile.dates.some((days) => within(days, period));
}

function yearOf({ from, to }: Interval): string | undefined {
  return from.slice(5) === '01-01' && to.slice(5) === '12-31' ? from.slice(0, 4) : undefined;
}

/** "the sorties during the summit": what took place on another day was not then. */
export const meanwhile: Gate = ({ store, question }) => {
  const dated = question.meanwhile.flatMap((span) => {
    const days = span.meanings.flatMap((m) =>
      m.startsWith('v:') ? (intervalOf(store.events.get(m.slice(2))?.when?.edtf ?? '') ?? []) : [],
    );
    return days.length > 0 ? [{ span, days }] : [];
  });
  if (dated.length === 0) return null;
  return ({ dates }) =>
    dates.length === 0
      ? OPEN
      : failing(
          dated,
          ({ days }) => !days.some((day) => dates.some((own) => overlaps(own, day))),
          ({ span }) => ({ kind: 'date', failed: span.text }),
        );
};

/** "when was the offensive": a fact of another event that only mentions it has its own event's day to give, not that of the offensive. */
export const occasion: Gate = ({ question: { asked, content, scenes, asides } }) => {
  if (!asked.wants.includes('date') || asked.form === 'yes-no') return null;
  const happening = content.filter((s) => !means(s, 'e:') && !scenes.has(s) && !asides.has(s));
  // "the date of the patrol that clashed with the summit": one of several may be meant.
  if (happening.some((s) => means(s, 'k:') && !means(s, 'v:'))) return null;
  const events = happening
    .filter((s) => means(s, 'v:'))
    .flatMap((s) => s.meanings.filter((m) => m.startsWith('v:')).map((m) => m.slice(2)));
  if (events.length === 0) return null;
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: asked.noun ?? asked.form }];
  return ({ fact }) => (fact.when?.length || events.includes(fact.of) ? OPEN : conflict);
};
