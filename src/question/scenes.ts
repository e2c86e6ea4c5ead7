/** What only places the matter: "before the signing", "during the summit", "on the roadmap". */
import { means, type Span } from '../lookup/index.ts';
import type { Reading } from './reading.ts';

/** Whether a span is the scene of something else: a preposition makes it so ("before the signing", "on the roadmap"). */
export function isScene(q: Reading, span: Span): boolean {
  if (qualifiesEvent(q, span)) return true;
  const at = beforeOf(q, span);
  // "who took part in X", "the date of X": X is what is asked about.
  if (q.is(at, 'preposition') && q.is(at - 1, 'asked-of')) return false;
  return ['before', 'after', 'during', 'preposition', 'oblique', 'with', 'aside'].some((part) => q.is(at, part));
}

/** "the summit-day drill": an event's day, or an event right before another, only tells which. */
function qualifiesEvent(q: Reading, span: Span): boolean {
  if (!means(span, 'v:') || means(span, 'e:')) return false;
  if (span.end > span.start + 1 && q.is(span.end - 1, 'day')) return true;
  const next = q.spanAt(span.end);
  return next !== undefined && /^[\s-]$/u.test(q.words[span.end]!.gap) && (means(next, 'v:') || means(next, 'k:'));
}

/** The events during which something else is asked for: "the sorties during the summit". */
export function meanwhileIn(q: Reading): Span[] {
  if (!q.has('meanwhile')) return [];
  return q.spans.filter((s) => means(s, 'v:') && q.is(beforeOf(q, s), 'meanwhile'));
}

/** "in Beijing": it took place there; "at the Tokyo table" only tells which table. */
export function isPlaceOf(q: Reading, span: Span): boolean {
  const at = beforeOf(q, span);
  return q.is(at, 'inside') && !q.is(at, 'of');
}

/** The index of the word before a span, past articles. */
export function beforeOf(q: Reading, span: Span): number {
  let at = span.start - 1;
  while (q.is(at, 'determiner')) at--;
  return at;
}

/**
 * The spans of clauses that only say when: "while NAME was in NAME", "on the day NAME met NAME", "at the time of X", "a week before the
 * signing by NAME".
 */
export function settingOf(q: Reading): Set<Span> {
  const setting = new Set(q.spans.filter((s) => isWeekOf(q, s) || isWeekOf(q, q.spanAt(s.start - 1))));
  for (const { from, to } of supposedIn(q)) for (const s of q.spans) if (s.start >= from && s.end <= to) setting.add(s);
  for (let i = 0; i < q.words.length; i++) {
    const from = clauseFrom(q, i);
    if (from < 0) continue;
    const to = endOfClause(q, from);
    const spans = q.spans.filter((s) => s.start >= from && s.end <= to);
    // "at the time of NAME" says when, whatever the name is; "before NAME" may ask of it.
    if (!q.is(i, 'moment') && !isClause(q, spans, from, to)) continue;
    for (const span of spans) setting.add(span);
    i = to - 1;
  }
  return setting;
}

/** "what day, NAME week": the week of something is no more than when. */
function isWeekOf(q: Reading, span: Span | undefined): boolean {
  return span !== undefined && means(span, 'e:') && q.is(span.end, 'one-week') && !q.is(span.end + 1, 'wh');
}

/** The clauses that only tell on which day something else was: "…, taking the summit as 24 May 2022". */
export function supposedIn(q: Reading): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let i = q.first('supposing'); i >= 0; i = q.first('supposing', i + 1)) {
    const opens =
      (i === 0 || /[,;:(–—]|\s-\s/u.test(q.words[i]!.gap)) && (q.is(i + 1, 'determiner') || q.is(i + 1, 'that'));
    const to = endOfClause(q, i + 1);
    const tells = q.words.slice(i, to).some((_, k) => q.is(i + k, 'equals') && isDigits(q, i + k + 1));
    if (opens && tells) found.push({ from: i, to });
  }
  return found;
}

/** Whether a number stands at a place or, after a word such as a weekday's, next to it. */
const isDigits = (q: Reading, at: number) => [0, 1].some((k) => /^\d/u.test(q.words[at + k]?.lower ?? ''));

/** Where the clause begins that the word at `i` makes a setting; -1 where it makes none. */
function clauseFrom(q: Reading, i: number): number {
  // "since how many years" asks.
  if (['meanwhile', 'before', 'after'].some((part) => q.is(i, part))) return q.is(i + 1, 'wh') ? -1 : i + 1;
  // "the day NAME was there", "in the time of X"; not "which day", "this time".
  const definite = q.is(i - 1, 'determiner') || q.is(i - 1, 'inside') || q.is(i - 1, 'preposition');
  if (!definite || !(q.is(i, 'day') || q.is(i, 'moment'))) return -1;
  const next = q.spanAt(i + 1);
  const opens = ['during', 'that', 'preposition', 'determiner'].some((part) => q.is(i + 1, part));
  return opens || (next && means(next, 'e:')) ? i + 1 : -1;
}

/** The clause ends at a mark, at a word that asks, or where what follows its event joins nothing: "before the drill | NAME never did". */
function endOfClause(q: Reading, from: number): number {
  let event: Span | undefined;
  for (let to = from; to < q.words.length; to++) {
    if (to > from && (q.is(to, 'wh') || /[,;:?!.(–—]|\s-\s/u.test(q.words[to]!.gap))) return to;
    const span = q.spanAt(to);
    if (event && to === event.end && (q.is(to, 'determiner') || (span && means(span, 'e:')))) return to;
    if (span && means(span, 'v:') && !means(span, 'e:')) event = span;
  }
  return q.words.length;
}

/** A clause has a verb or names an event, or two names at least; a name alone is what is asked of. */
function isClause(q: Reading, spans: readonly Span[], from: number, to: number): boolean {
  const names = spans.filter((s) => means(s, 'e:'));
  const events = spans.some((s) => means(s, 'v:') && !means(s, 'e:'));
  return events || names.length > 1 || q.words.slice(from, to).some((_, k) => q.is(from + k, 'be'));
}
