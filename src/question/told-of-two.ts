/** "two agencies: the one that reported it, and the one whose initials close it", "X's premier and its defence minister - both names": each is described, and both are asked for. */
import type { Span } from '../lookup/index.ts';
import { numberAt } from './numbers.ts';
import type { Part } from './question.ts';
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** So many things may be described one after the other. */
const MOST = 4;

/** The question for each of the things that are described, as parts of the message; none where it describes no two. */
export function partsDescribed(q: Reading): Part[] {
  return [countedIn(q), officesIn(q)].find((parts) => parts.length > 1) ?? [];
}

const partOf = (text: string, whole: string): Part => ({ text, whole: [whole], pronoun: null, shares: 'topic' });

/** "two agencies: the one that …, and the one whose …. Name both.": a number of things, and as many descriptions. */
function countedIn(q: Reading): Part[] {
  const mark = q.words.findIndex((w, i) => i > 1 && /[:;,]|\s[-–—]/u.test(w.gap) && describes(q, i));
  if (mark < 0) return [];
  const noun = q.spanAt(mark - 1);
  const count = noun && numberAt(q, noun.start - 1);
  if (!noun?.meanings.some((m) => m.startsWith('a:')) || !count || count < 2 || count > MOST) return [];
  const ends = q.words.findIndex((w, i) => i > mark && /[.?!;]["')]*\s/u.test(w.gap));
  const to = ends < 0 ? q.words.length : ends;
  const starts = q.words.flatMap((w, i) =>
    i >= mark && i < to && describes(q, i) && (i === mark || q.is(i - 1, 'joiner') || /[,;]/u.test(w.gap)) ? [i] : [],
  );
  if (starts.length !== count) return [];
  return starts.map((from, n) => {
    const next = starts[n + 1];
    const end = next === undefined ? to : q.is(next - 1, 'joiner') ? next - 1 : next;
    const clause = textOf(q.words, from + 2, end);
    return partOf(`${textOf(q.words, from, end)}`, `which ${noun.bases.join(' ')} ${clause}`);
  });
}

/** "the one that", "the other whose": words for one of those counted, and a clause of its own. */
function describes(q: Reading, i: number): boolean {
  return (q.is(i, 'the-one') || q.is(i, 'other-of-two')) && (q.is(i + 2, 'relative') || q.is(i + 2, 'wh'));
}

/** "the premier of X and its defence minister - both names": two offices, and the names of both. */
function officesIn(q: Reading): Part[] {
  const naming = q.first('naming');
  if (naming < 0 || !q.words.some((_, i) => Math.abs(i - naming) <= REACH && q.is(i, 'every'))) return [];
  const offices = q.spans.filter((s) => isHolder(q, s));
  const [one, other] = offices;
  if (!one || !other || offices.length > 2) return [];
  const joiner = q.words.findIndex(
    (w, i) => i >= one.end && i < other.start && (q.is(i, 'joiner') || /[&+]/u.test(w.gap)),
  );
  if (joiner < 0) return [];
  const second = q.is(joiner, 'joiner') ? joiner + 1 : joiner;
  const from = q.words.findLastIndex(
    (w, i) => i <= one.start && (i === 0 || /[:;]|\s[-–—]/u.test(w.gap) || opens(q, i - 1)),
  );
  const end = q.words.findIndex((w, i) => i >= other.end && /[,:;.?!]|\s[-–—]/u.test(w.gap));
  const to = end < 0 ? q.words.length : end;
  const owner = q.spans.find((s) => s.start >= from && s.end <= joiner && s.meanings.some((m) => m.startsWith('e:')));
  const owned = q.is(second, 'own-pronoun') && owner;
  // "X's foreign minister" may be known as one name: its first word says whose.
  const ownerEnd = owner === one ? one.start + 1 : owner?.end;
  const rest = textOf(q.words, owned ? second + 1 : second, to);
  const items = [textOf(q.words, from, joiner), owned ? `${textOf(q.words, owner.start, ownerEnd!)} ${rest}` : rest];
  return items.map((item) => partOf(item, `who is ${item}`));
}

/** A word for the names stands at most so far from "both". */
const REACH = 3;

/** "its minister", or "the minister of X" as one who is known. */
function isHolder(q: Reading, { meanings }: Span): boolean {
  return meanings.some((m) => m.startsWith('f:') || (m.startsWith('e:') && q.isPerson(m.slice(2))));
}

/** What stands before the first of the two, and only asks. */
function opens(q: Reading, i: number): boolean {
  return ['naming', 'every', 'genitive', 'list', 'identify', 'order-to'].some((part) => q.is(i, part));
}
