/** The two sides that a question sets against each other: "A versus B", "how long after B was A", "which came first, A or B". */

import type { Sides } from './question.ts';
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** With fewer words than this, what stands before the relation names no side. */
const LEAST = 3;

/** Words that join sides also stand inside them; no more of them are tried than this. */
const MOST_PARTINGS = 4;

/** Finds words; all look from one index on, and give -1 where there is none. */
const find = (q: Reading, part: string, from: number) => q.first(part, from);

/** The words of a range as text. */
const between = (q: Reading, from: number, to = q.words.length) => textOf(q.words, from, to);

/** Whether only space stands before a word. */
const unmarked = (q: Reading, i: number) => /^\s+$/u.test(q.words[i]?.gap ?? '');

/** Whether a range of words says enough to name a side. */
const isSide = (text: string) => text.split(/\s+/u).length >= LEAST;

/** All pairs of sides that the words of a question can be parted into, of each relation the likeliest first. */
export function findSides(q: Reading): Sides[] {
  const offered = choice(q);
  return [
    ...compared(q),
    ...apart(q),
    ...(earlierOrLater(q) ?? [...onWhichDay(q), ...claimed(q), ...(offered ? [offered] : [])]),
  ];
}

/** Parts the words from one index on at the first joining word; undefined where a side would be empty. */
function parted(q: Reading, from: number, joining: string): Pick<Sides, 'first' | 'second'> | undefined {
  const at = find(q, joining, from + 1);
  return at > 0 && at + 1 < q.words.length ? { first: between(q, from, at), second: between(q, at + 1) } : undefined;
}

/** "how does A compare with B", "the difference between A and B", "compare A and B", "A versus B" */
function compared(q: Reading): Sides[] {
  const difference = find(q, 'difference-between', 0);
  const compare = find(q, 'compare-sides', 0);
  const pairs = [
    comparing(q),
    difference < 0 ? undefined : parted(q, difference + 2, 'and'),
    compare < 0 || !unmarked(q, compare + 1) ? undefined : parted(q, compare + 1, 'and-with'),
    parted(q, 0, 'versus'),
  ];
  return pairs.flatMap((pair) => (pair ? [{ relation: 'compare', ...pair }] : []));
}

/** "how does A compare with B", "the two reports: A differs from B" */
function comparing(q: Reading): Pick<Sides, 'first' | 'second'> | undefined {
  if (!q.has('compares')) return undefined;
  const starts = [find(q, 'does', 0) + 1, q.words.findIndex((w) => w.gap.includes(':')), 0];
  for (const start of starts) {
    if (start < 0) continue;
    const verb = q.words.findIndex((_, i) => i > start && q.is(i, 'compares') && q.is(i + 1, 'compared-with'));
    if (verb > 0 && verb + 2 < q.words.length) return { first: between(q, start, verb), second: between(q, verb + 2) };
  }
  return undefined;
}

/** "how many days between A and B", "from A to B: how many days?", "how long after B was A" */
function apart(q: Reading): Sides[] {
  const asked = lapseAsked(q);
  if (!asked) return [];
  const { unit, at, from } = asked;
  const opening = find(q, 'between', from);
  const before = find(q, 'between', 0);
  const pairs =
    opening >= 0
      ? partings(q, opening + 1, lastOf(q, opening + 1), 'and-to')
      : before >= 0 && before < at
        ? partings(q, before + 1, at, 'and-to')
        : q.is(from, 'apart')
          ? partings(q, from + 1, lastOf(q, from + 1), 'and')
          : [];
  const pair = pairs.length > 0 || !asked.counts ? undefined : relative(q, from);
  return [...pairs, ...(pair ? [pair] : [])].map((p) => ({ relation: 'apart', ...p, unit }));
}

/** Where a side ends at the latest: with its sentence, or before a bracket ("(count from the first day)"). */
function lastOf(q: Reading, from: number): number {
  const end = q.words.findIndex((w, i) => i > from && /[(?;]|[.!]\s/u.test(w.gap));
  return end < 0 ? q.words.length : end;
}

/** The pairs of sides into which a range of words can be parted at a joining word; that at the first comes first. */
function partings(q: Reading, from: number, to: number, joining: string): Pick<Sides, 'first' | 'second'>[] {
  const pairs: Pick<Sides, 'first' | 'second'>[] = [];
  for (let at = from + 1; at + 1 < to && pairs.length < MOST_PARTINGS; at++)
    if (q.is(at, joining))
      pairs.push({ first: pointsBack(q, from, at) ? null : between(q, from, at), second: between(q, at + 1, to) });
  return pairs;
}

/** "that day", "it": words that only point to what was spoken of. */
function pointsBack(q: Reading, from: number, to: number): boolean {
  const points = (i: number) => ['determiner', 'that', 'pronoun-thing', 'pronoun-time', 'day'].some((c) => q.is(i, c));
  return q.words.slice(from, to).every((_, k) => points(from + k));
}

/** The unit in which a time between is asked for, where what asks begins, and the word after it. */
interface Lapse {
  readonly unit: NonNullable<Sides['unit']> | null;
  readonly at: number;
  readonly from: number;
  /** It is asked how many or how long, so that "after" and "before" can part the sides. */
  readonly counts: boolean;
}

function lapseAsked(q: Reading): Lapse | undefined {
  const unitAt = (i: number) => (['day', 'week', 'month', 'year'] as const).find((u) => q.is(i, `unit-${u}`)) ?? null;
  for (let at = q.has('how-long') ? 0 : q.first('how'); at >= 0 && at < q.words.length; at++) {
    if (q.is(at, 'how-long')) return { unit: null, at, from: at + 2, counts: true };
    if (!q.is(at, 'how')) continue;
    if (q.is(at + 1, 'long-time')) return { unit: null, at, from: at + 3, counts: true };
    const unit = unitAt(at + 2);
    if (unit && q.is(at + 1, 'many')) return { unit, at, from: at + 3, counts: true };
  }
  // "days between A and B", "the interval from A to B", "what gap in days is there between …": only with what parts them.
  if (!q.has('between')) return undefined;
  // "in which month were the talks between A and B" asks for no time between.
  const at = q.words.findIndex(
    (_, i) =>
      (q.is(i, 'lapse') || (unitAt(i) && !q.is(i - 1, 'wh'))) && [1, 2, 3, 4].some((k) => q.is(i + k, 'between')),
  );
  if (at < 0) return undefined;
  const unit = [0, 1, 2].map((k) => unitAt(at + k)).find(Boolean) ?? null;
  return { unit, at, from: at + 1, counts: false };
}

/** "how many days before B was A" names B first; "how many days was A before B" names A first; "after that" names what was told of. */
function relative(q: Reading, from: number): Pick<Sides, 'first' | 'second'> | undefined {
  const at = find(q, 'apart-from', from);
  if (at < 0) return undefined;
  let next = at + 1;
  while (q.is(next, 'than')) next++;
  if (next >= q.words.length) return undefined;
  if (q.is(next, 'pronoun-thing') && q.is(next + 1, 'takes-place'))
    return { first: null, second: between(q, next + 2) };
  const [before, after] = [between(q, from, at), between(q, next)];
  return (isSide(before) ? undefined : parted(q, next, 'takes-place')) ?? { first: before, second: after };
}

/** "was A before or after B", "before or after B?": the first side is what was spoken of, where none stands there. */
function earlierOrLater(q: Reading): Sides[] | undefined {
  if (!q.has('earlier-later')) return undefined;
  // "before, or after, the signing": with marks between, it is one clause of a longer question.
  const isAt = (i: number) =>
    q.is(i, 'earlier-later') &&
    q.is(i + 1, 'or') &&
    q.is(i + 2, 'earlier-later') &&
    unmarked(q, i + 1) &&
    unmarked(q, i + 2);
  const at = q.words.findIndex((_, i) => isAt(i));
  if (at < 0) return undefined;
  let from = at + 3;
  while (q.is(from, 'than')) from++;
  const again = q.words.findIndex((_, i) => i > from && isAt(i));
  const first = between(q, 0, at);
  const second = between(q, from, again < 0 ? undefined : again);
  return [{ relation: 'before-or-after', first: isSide(first) ? first : null, second }];
}

/** "did A speak on the same day as B, or the day after?", "the day before B, the same day, or the day after?" */
function onWhichDay(q: Reading): Sides[] {
  if (!q.is(0, 'auxiliary')) return [];
  const isAt = (i: number) =>
    q.is(i, 'same-day') ||
    (q.is(i, 'unit-day') && (q.is(i + 1, 'earlier-later') || q.is(i + 1, 'before') || q.is(i + 1, 'after')));
  const days = q.words.flatMap((_, i) => (isAt(i) ? [i] : []));
  if (days.length < 2 || find(q, 'or', days[0]!) < 0) return [];
  const first = between(q, 1, toEnd(q, days[0]!));
  const named = days.find((i) => q.is(i + 2, 'same-as') || !ends(q, i + 2));
  if (named === undefined || !isNamed(first)) return [];
  const from = q.is(named + 2, 'same-as') ? named + 3 : named + 2;
  const to = q.words.findIndex((w, i) => i > from && (/[,;]/u.test(w.gap) || q.is(i, 'or')));
  return [{ relation: 'before-or-after', first, second: between(q, from, to < 0 ? undefined : to) }];
}

/** "did A come before B?", "was A on the same day as B?": what a yes/no question says of two sides. */
function claimed(q: Reading): Sides[] {
  if (!q.is(0, 'auxiliary') || q.has('or')) return [];
  const found: Sides[] = [];
  if (!['same-day', 'comes-before', 'comes-after'].some(q.has)) return found;
  for (let i = 2; i + 1 < q.words.length && found.length === 0; i++) {
    const relation =
      q.is(i, 'same-day') && q.is(i + 2, 'same-as')
        ? 'same-day'
        : (['before', 'after'] as const).find((r) => q.is(i, `comes-${r}`));
    if (!relation) continue;
    let from = relation === 'same-day' ? i + 3 : i + 1;
    while (q.is(from, 'than')) from++;
    const first = between(q, 1, toEnd(q, i));
    const second = between(q, from);
    if (isNamed(first) && isNamed(second)) found.push({ relation, first, second });
  }
  return found;
}

/** Whether a range of words names a side that another sets itself against: one name is enough. */
const isNamed = (text: string) => text.trim().length > 2;

/** Where a side ends before a word, without the little words between. */
function toEnd(q: Reading, at: number): number {
  let end = at;
  while (end > 1 && (q.is(end - 1, 'determiner') || q.is(end - 1, 'preposition') || q.is(end - 1, 'happen'))) end--;
  return end;
}

/** Whether what is said ends before this word. */
const ends = (q: Reading, i: number) => i >= q.words.length || q.is(i, 'or') || /[,;?]/u.test(q.words[i]!.gap);

/** "which came first, A or B", "which was earlier A or B", "was A or B first" */
function choice(q: Reading): Sides | undefined {
  const order = find(q, 'order', 0);
  const pair =
    listed(q) ??
    (order < 0 ? undefined : parted(q, order + 1, 'or')) ??
    (q.is(0, 'auxiliary') ? parted(q, 1, 'or') : undefined);
  return pair && { relation: 'or', ...pair };
}

/** What stands after a mark and around "or", without another mark before the "or". */
function listed(q: Reading): Pick<Sides, 'first' | 'second'> | undefined {
  if (!q.has('or')) return undefined;
  for (let i = 0; i < q.words.length; i++) {
    if (!/[,:-]/u.test(q.words[i]!.gap)) continue;
    const or = find(q, 'or', i + 1);
    if (or < 0 || or + 1 >= q.words.length) continue;
    const marked = q.words.slice(i + 1, or).some((w) => /[,:]/u.test(w.gap)) || q.words[or]!.gap.includes(':');
    if (!marked) return { first: between(q, i, or), second: between(q, or + 1) };
  }
  return undefined;
}
