/**
 * A list of options that a question chooses from: "A, B, C: which of these did NAME not mention?", "which of A, B or C …", "who said it: A
 * or B?", "one of these was not there: A, B, C. Which?", "A and B both speak here. Which of them …?". With what is asked of them, without
 * the list and without its negation.
 */
import { means, type Span } from '../lookup/index.ts';
import { leavesOutAt } from './omission.ts';
import { quotationsIn } from './quotations.ts';
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** One of the options, as written. */
export interface Option {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** What a question chooses from. */
export interface Options {
  readonly items: readonly Option[];
  /** Asks for those that are not so. */
  readonly negated: boolean;
  /** What is asked of them, in the affirmative. */
  readonly rest: string;
}

/** The words of a list, and the items in it. */
interface Listing {
  readonly from: number;
  readonly to: number;
  readonly items: readonly Option[];
  /** Words that only point to the list, or ask again. */
  readonly idle?: ReadonlySet<number>;
}

/** What asks again after a list has at most so many words ("Which one is it?"). */
const AGAIN = 4;

/** An option of more words than this is a clause. */
const LONGEST = 5;

/** Between the auxiliary and "not" stand at most so many words. */
const DENYING = 6;

/** Finds the options, or null where the question offers none. */
export function findOptions(q: Reading): Options | null {
  const listing = opening(q) ?? amongNames(q) ?? closing(q) ?? amid(q) ?? spokenOf(q);
  if (!listing) return null;
  const asking = q.words.map((_, i) => i).filter((i) => i < listing.from || i >= listing.to);
  const asks = (i: number) => q.is(i, 'what') || q.is(i, 'who');
  // "'…': A or B?" asks for nothing else than who it was.
  const whose = !asking.some(asks) && listing.to === q.words.length && isOfDoers(q, listing);
  if (!whose && !asking.some(asks)) return null;
  const dropped = denied(q, asking);
  const kept = asking.filter((i) => (!dropped.has(i) || q.is(i, 'auxiliary')) && !listing.idle?.has(i));
  const rest = kept.map((i) => affirmed(q, i)).join(' ');
  if (whose) return { items: listing.items, negated: false, rest: quotes(q) ? `who said ${rest}` : `who ${rest}` };
  return { items: listing.items, negated: dropped.size > 0, rest: kept.some(asks) ? rest : `which ${rest}` };
}

/** Whether one of those who are listed can have done what stands before, in no sentence that asks by its verb. */
function isOfDoers(q: Reading, listing: Listing): boolean {
  const acts = (item: Option) =>
    isNamed(item) && item.spans.every((s) => s.meanings.some((m) => m.startsWith('e:') && q.acts(m.slice(2))));
  return hasOr(q, listing) && listing.items.every(acts) && !q.is(0, 'auxiliary') && !q.is(0, 'be');
}

const quotes = (q: Reading) => quotationsIn(q).length > 0;

/** "A, B, C: which …": a list before a mark; without "or", what follows must point back to it. */
function opening(q: Reading): Listing | undefined {
  const warned = withWarning(q);
  if (warned) return warned;
  const mark = q.words.findIndex((w, i) => i > 1 && /[:;?]|\s[-–—]\s|—/u.test(w.gap));
  const listing = mark > 0 ? listIn(q, 0, mark) : undefined;
  if (!listing) return undefined;
  const asking = range(mark, q.words.length);
  return hasOr(q, listing) || pointsTo(q, mark) >= 0 || denied(q, asking).size > 0 ? listing : undefined;
}

/** "A or B, they look alike: which of them …", "A or B - careful, two men - which one …": names, and a warning before what is asked. */
function withWarning(q: Reading): Listing | undefined {
  const mark = q.words.findIndex((w, i) => i > 1 && /[,:;?(]|\s[-–—]\s|—/u.test(w.gap));
  const listing = mark > 0 ? listIn(q, 0, mark) : undefined;
  if (!listing?.items.every(isNamed) || !hasOr(q, listing)) return undefined;
  const asks = q.words.findIndex(
    (w, i) => i > mark && /[,:;?)]|\s[-–—]\s|—/u.test(w.gap) && (q.is(i, 'what') || q.is(i, 'who')),
  );
  const acts = (i: number) => q.is(i, 'wh') || (q.is(i, 'auxiliary') && !q.is(i, 'negation'));
  if (asks < 0 || range(mark, asks).some(acts)) return undefined;
  // What tells of something warns of nothing.
  const tells = q.spans.some((s) => s.start >= mark && s.end <= asks && s.meanings.some((m) => /^[evds]:/u.test(m)));
  return tells ? undefined : { ...listing, idle: new Set(range(mark, asks)) };
}

/** "who said it: A or B?": a list at the end; after less than a colon, one of names. */
function closing(q: Reading): Listing | undefined {
  for (let i = 2; i < q.words.length; i++) {
    const { gap } = q.words[i]!;
    if (!/[:;,?(–—]|\s-\s/u.test(gap)) continue;
    const listing = listIn(q, i, q.words.length);
    // "which of these did …: A, B, C?"
    const pointed = gap.includes(':') && pointsTo(q, -1, i) >= 0;
    if (!listing || !(hasOr(q, listing) || pointed)) continue;
    if (gap.includes(':') || listing.items.every(isNamed)) return listing;
  }
  return undefined;
}

/** "one of these was not there: A, B, C. Which one?", "A, B, C: one of these three was not there. Which?" */
function amid(q: Reading): Listing | undefined {
  const again = q.words.findIndex((w, i) => i > 2 && /[.!?]\s/u.test(w.gap) && (q.is(i, 'what') || q.is(i, 'who')));
  const mark = q.words.findIndex((w, i) => i > 1 && i < again && /[:;]|\s[-–—]\s|—/u.test(w.gap));
  if (mark < 0 || q.words.length - again > AGAIN) return undefined;
  const listing = listIn(q, mark, again) ?? listIn(q, 0, mark);
  if (!listing) return undefined;
  const [from, to] = listing.from === 0 ? [mark, again] : [0, mark];
  const of = pointsTo(q, from - 1, to);
  if (of < 0) return undefined;
  // "three of these four": the numbers only point.
  let end = of + 1;
  while (end < to && (q.is(end, 'those-listed') || q.is(end, 'determiner') || isNumber(q, end) || q.is(end, 'item')))
    end++;
  const asks = range(again, q.words.length).filter((i) => !q.is(i, 'auxiliary') && !q.is(i, 'negation'));
  return { ...listing, idle: new Set([...range(isNumber(q, of - 1) ? of - 1 : of, end), ...asks]) };
}

const isNumber = (q: Reading, i: number) => q.spanAt(i)?.meanings.some((m) => m[0] === '#') ?? false;

/** "which of A, B or C did …", "of A, B and C, which …" */
function amongNames(q: Reading): Listing | undefined {
  const asks = (i: number) => q.is(i, 'what') || q.is(i, 'who');
  const of = q.words.findIndex((_, i) => q.is(i, 'among') && (i === 0 || asks(i - 1) || asks(i - 2)));
  if (of < 0) return undefined;
  // "which of the three, A, B or C, did …"
  const mark = q.words.findIndex((w, i) => i > of + 1 && i < of + 4 && /[,(–—]|\s-\s/u.test(w.gap));
  const first = mark > 0 && pointsTo(q, of - 1) === of ? mark : of + 1;
  let to = first;
  while (to < q.words.length) {
    const span = q.spanAt(to);
    if (q.is(to, 'joins') || q.is(to, 'determiner')) to++;
    else if (span && isName(span)) to = span.end;
    else break;
  }
  const listing = listIn(q, first, to);
  return listing?.items.every(isNamed) ? { ...listing, from: of } : undefined;
}

/** "A and B are two men. Which of them …": two names that are joined, in the sentences before. */
function spokenOf(q: Reading): Listing | undefined {
  const to = q.words.findIndex((w, i) => i > 2 && /[.!:;]\s/u.test(w.gap) && pointsTo(q, i) >= 0);
  const pair = q.spans.flatMap((span) => {
    const next = q.spanAt(span.end + 1);
    return span.end + 1 < to && next && isName(span) && isName(next) && q.is(span.end, 'joins') ? [[span, next]] : [];
  })[0];
  return pair && { from: 0, to, items: pair.map((span) => ({ text: span.text, spans: [span] })) };
}

/** Where what stands from a word on points to a list: "of these", "of the three", "of the following"; -1 where it does not. */
function pointsTo(q: Reading, from: number, to = from + 6): number {
  return q.words.findIndex(
    (_, i) =>
      i > from &&
      i < to &&
      q.is(i, 'among') &&
      (q.is(i + 1, 'those-listed') ||
        (q.is(i + 1, 'determiner') && (isNumber(q, i + 2) || q.is(i + 2, 'those-listed')))),
  );
}

/** The items of a range of words that is a list and nothing else. */
function listIn(q: Reading, from: number, to: number): Listing | undefined {
  const items: Option[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    const inSpan = i < to && (q.spanAt(i)?.start ?? i) < i;
    const joins = i < to && q.is(i, 'joins') && !inSpan;
    const marked = i > from && i < to && /[,/]/u.test(q.words[i]!.gap) && !inSpan;
    if (i < to && !joins && !marked) {
      if (q.is(i, 'wh') || q.is(i, 'auxiliary')) return undefined;
      continue;
    }
    while (start < i && q.is(start, 'determiner')) start++;
    if (i - start > LONGEST) return undefined;
    if (i > start) items.push(itemOf(q, start, i));
    start = joins ? i + 1 : i;
  }
  return items.length > 1 ? { from, to, items } : undefined;
}

/** The words of an item; of "out of NAME's mouth" or "NAME's line", the name. */
function itemOf(q: Reading, from: number, to: number): Option {
  const spans = q.spans.filter((s) => s.start >= from && s.end <= to);
  const named = spans.filter(isName);
  const [name] = named;
  const frames = (i: number) => ['words-of', 'determiner', 'preposition', 'genitive', 'out'].some((c) => q.is(i, c));
  const framed =
    name !== undefined &&
    named.length === 1 &&
    q.words[name.end - 1]!.possessive &&
    range(from, to).every((i) => (i >= name.start && i < name.end) || frames(i));
  return framed ? { text: name.text, spans: [name] } : { text: textOf(q.words, from, to), spans };
}

const isName = (span: Span) => means(span, 'e:') || means(span, 's:');
const isNamed = (item: Option) => item.spans.length > 0 && item.spans.every(isName);
const hasOr = (q: Reading, { from, to }: Listing) => q.words.slice(from, to).some((_, k) => q.is(from + k, 'or'));

/** The words that deny: "did NAME not …", "isn't", "leaves out"; none within what somebody said. */
function denied(q: Reading, asking: readonly number[]): Set<number> {
  const found = new Set(asking.flatMap((i) => leavesOutAt(q, i)));
  // "these four names": no word of saying.
  const says = (i: number) => q.is(i, 'say') && !isNumber(q, i - 1) && !q.is(i - 1, 'those-listed');
  const auxiliary = asking.find((i) => q.is(i, 'auxiliary') || says(i));
  if (auxiliary === undefined || !q.is(auxiliary, 'auxiliary')) return found;
  for (const i of asking) {
    if (i < auxiliary) continue;
    if (i > auxiliary && (i > auxiliary + DENYING || q.is(i, 'say') || /["',;:]/u.test(q.words[i]!.gap))) break;
    if (q.is(i, 'negation')) found.add(i);
  }
  return found;
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);

/** A word without the negation in it ("didn't"), with the quotation marks around it. */
function affirmed(q: Reading, i: number): string {
  const { text, possessive, gap } = q.words[i]!;
  const marked = (gap.endsWith('"') ? '"' : '') + text;
  const closed = q.words[i + 1]?.gap.startsWith('"') ? '"' : '';
  return q.is(i, 'negation') && q.is(i, 'auxiliary')
    ? marked.replace(/n'?t$/iu, '')
    : marked + (possessive ? "'s" : '') + closed;
}
