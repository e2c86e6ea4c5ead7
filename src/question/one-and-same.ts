/**
 * Two who are held against each other: "the minister in 2021 and the one in 2022: same man?", "who spoke for NAME in A and in B
 * respectively?", "NAME and NAME, is that one person or two?" With the documents of each setting that is named.
 */
import type { Store } from '../facts/index.ts';
import { means, type Span } from '../lookup/index.ts';
import type { DocumentDays } from './document-days.ts';
import { findOffices } from './heads.ts';
import type { Asked, DateConstraint, Question } from './question.ts';
import type { Reading } from './reading.ts';

/** A time or a text that the question names. */
export interface Setting {
  /** As written. */
  readonly text: string;
  /** Ids of the documents that bear or cover the time, tell of the event, or are named. */
  readonly documents: readonly string[];
}

/** What is asked of two. */
export interface Pairing {
  /** Whether they are one and the same, or who each of them is. */
  readonly asks: 'same' | 'each';
  /** Where the two are met, in the order of the text. */
  readonly settings: readonly Setting[];
  /** "in both reports", "in these articles": wherever they are told of. */
  readonly everywhere: boolean;
  /** The offices that it names, with whose they are. */
  readonly offices: Question['offices'];
  /** Whoever speaks for the body that is named is meant, whatever his office. */
  readonly speaksFor: boolean;
  /** The earlier one stands first, wherever the question names them. */
  readonly byTime: boolean;
  /** Spans that ask whether they are the same, or each. */
  readonly asking: ReadonlySet<Span>;
}

/** Between "same" and whom it is said of stand at most so many words. */
const FAR = 5;

/** What settings are read from. */
interface Grounds {
  readonly store: Store;
  readonly days: DocumentDays;
  readonly dates: readonly DateConstraint[];
  /** The documents that are named, with where. */
  readonly documents: readonly { readonly id: string; readonly start: number }[];
}

/** Finds what a question asks of two who hold an office or are named; null where it asks for neither. */
export function pairingIn(q: Reading, { form }: Asked, grounds: Grounds): Pairing | null {
  const offices = findOffices(q, NOBODY);
  const speaksFor = offices.length === 0 && q.has('speaks-for');
  const same = sameIn(q);
  // "which of the two said it" asks for one of them.
  if ((same.size === 0 && offices.length === 0 && !speaksFor) || pointsToOne(q)) return null;
  const isAsked = [...same].some((s) => asksHere(q, s.start));
  const settings = settingsIn(q, grounds);
  const told = isAsked ? NOBODY : eachIn(q);
  const two = isAsked ? NOBODY : twoOf(q, offices, same);
  // "two spokesmen are quoted: who said it?" asks for one of them too.
  const asksBoth = settings.length > 1 || q.words.filter((_, i) => q.is(i, 'who')).length > 1;
  const ofTwoTimes = settings.length > 1 && (offices.length > 0 || speaksFor);
  const apart = asksBoth && (two.size > 0 || ofTwoTimes || (form === 'compare' && offices.length > 0));
  if (!isAsked && told.size === 0 && !apart) return null;
  const everywhere = everywhereIn(q);
  const idle = q.spans.filter((s) =>
    ['order', 'negation', 'compare', 'speaks-for', 'words-of'].some((part) => q.is(s.start, part)),
  );
  return {
    asks: isAsked ? 'same' : 'each',
    offices,
    settings,
    everywhere: everywhere.length > 0 || (settings.length < 2 && apart),
    speaksFor,
    byTime: settings.length < 2 || q.has('order'),
    asking: new Set([...same, ...told, ...two, ...everywhere, ...idle]),
  };
}

/** "which of them", "which of the two" */
function pointsToOne(q: Reading): boolean {
  return q.words.some(
    (_, i) =>
      q.is(i, 'among') && (q.is(i + 1, 'those-listed') || (q.is(i + 1, 'determiner') && q.is(i + 2, 'those-listed'))),
  );
}

/** Whether the clause of a word asks, and does not tell: it opens with an auxiliary, or ends with a question mark or with the text. */
function asksHere(q: Reading, at: number): boolean {
  const parts = (i: number) => /[.?!:;]|\s-\s/u.test(q.words[i]!.gap);
  let from = at;
  while (from > 0 && !parts(from)) from--;
  while (q.is(from, 'opener')) from++;
  const to = q.words.findIndex((_, i) => i > at && parts(i));
  return q.is(from, 'auxiliary') || to < 0 || q.words[to]!.gap.includes('?');
}

const NOBODY: ReadonlySet<Span> = new Set();

/** "the same man", "one person or two", "different spokesmen", "is the minister of 2021 the one of 2022" */
function sameIn(q: Reading): ReadonlySet<Span> {
  const found = new Set<Span>();
  const add = (from: number, to: number) => {
    for (let i = from; i < to; i++) if (q.spanAt(i)) found.add(q.spanAt(i)!);
  };
  for (let i = q.first('sameness'); i >= 0; i = q.first('sameness', i + 1)) {
    const at = somebodyAfter(q, i + 1);
    if (at !== undefined) for (const k of [i, at]) add(k, k + 1);
    // "was the minister the same in both years"
    else if (q.is(i, 'same') && q.is(0, 'auxiliary') && followsOffice(q, i)) add(i, i + 1);
  }
  // "one man or two"
  for (let i = q.first('or'); i >= 0; i = q.first('or', i + 1))
    if (isNumber(q, i + 1, 2) && isSomebody(q, i - 1) && isNumber(q, i - 2, 1)) add(i - 2, i + 2);
  const one = q.words.findIndex((_, i) => i > 2 && q.is(i, 'the-one') && q.is(i + 2, 'the-one-of'));
  if (one > 0 && q.is(0, 'be') && q.spans.some((s) => s.end < one && means(s, 'f:'))) add(one, one + 2);
  return found;
}

/** The word for somebody that "same" or "different" is said of: right after it, or after the name of whose office it is. */
function somebodyAfter(q: Reading, from: number): number | undefined {
  for (let i = from; i < from + FAR && i < q.words.length; ) {
    if (i > from && /[,.;:?!]/u.test(q.words[i]!.gap)) return undefined;
    if (isSomebody(q, i)) return i;
    const span = q.spanAt(i);
    if (!span || !(means(span, 'e:') || span.meanings.some((m) => q.governing.has(m)))) return undefined;
    i = span.end;
  }
  return undefined;
}

/** "was the Ministry's spokesman the same": an office stands right before. */
function followsOffice(q: Reading, i: number): boolean {
  const before = q.is(i - 1, 'determiner') ? i - 2 : i - 1;
  const span = q.spanAt(before);
  return span !== undefined && (means(span, 'f:') || means(span, 'e:'));
}

function isSomebody(q: Reading, i: number): boolean {
  const span = q.spanAt(i);
  return (
    q.is(i, 'one') || (span?.start === i && (means(span, 'f:') || (means(span, 'a:person') && !means(span, 'e:'))))
  );
}

const isNumber = (q: Reading, i: number, n: number) => q.spanAt(i)?.meanings.includes(`#:${n}`) ?? false;

/** "respectively", "who was each", "name them in that order" */
function eachIn(q: Reading): ReadonlySet<Span> {
  return new Set(
    q.words.flatMap((_, i) => (q.is(i, 'respective') ? [q.spanAt(i)!, q.spanAt(i + 1) ?? q.spanAt(i)!] : [])),
  );
}

/** "two spokesmen of the Ministry", "the two different Ministry spokesmen": the word that counts them, or tells them apart. */
function twoOf(q: Reading, offices: Question['offices'], apart: ReadonlySet<Span>): ReadonlySet<Span> {
  const found = new Set(apart);
  for (const { span } of offices)
    for (let i = span.start - 1; i >= Math.max(0, span.start - FAR); i--) {
      const before = q.spanAt(i)!;
      if (isNumber(q, i, 2)) found.add(before);
      if (!means(before, 'e:') && !q.is(i, 'sameness')) break;
    }
  return found;
}

/** "in both years", "in each of the stories": all times that are told of. */
function everywhereIn(q: Reading): readonly Span[] {
  const isTime = (i: number) => q.is(i, 'unit-year') || q.is(i, 'publication');
  return q.words.flatMap((_, i) =>
    isTime(i) && [1, 2, 3].some((k) => q.is(i - k, 'every') || q.is(i - k, 'those-listed')) ? [q.spanAt(i)!] : [],
  );
}

/** The settings in the order of the text; what can be of one document is one setting. */
function settingsIn(q: Reading, { store, days, dates, documents }: Grounds): Setting[] {
  const told = [
    ...documents.map(({ id, start }) => ({ text: q.spanAt(start)!.text, start, documents: [id] })),
    ...dates.flatMap(({ text, start, interval, orInterval }) => {
      const period = orInterval ?? interval;
      return period ? [{ text, start, documents: days.within(period) }] : [];
    }),
    ...q.spans.flatMap(({ text, start, meanings }) => {
      const events = meanings.flatMap((m) => (m.startsWith('v:') ? (store.events.get(m.slice(2)) ?? []) : []));
      return events.length > 0 ? [{ text, start, documents: [...new Set(events.map((e) => e.document))] }] : [];
    }),
  ].sort((a, b) => a.start - b.start);
  const settings: Setting[] = [];
  for (const { text, documents } of told) {
    const last = settings.at(-1);
    const common = last?.documents.filter((id) => documents.includes(id)) ?? [];
    if (last && common.length > 0) settings.splice(-1, 1, { ...last, documents: common });
    else settings.push({ text, documents });
  }
  return settings;
}
