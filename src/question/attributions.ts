/**
 * Words or a deed that a question gives to somebody: "was it NAME who said it?", "it was NAME that did it, right?", "was NAME the one
 * who did it?", "did NAME say that …?", "'…': was that NAME?" With what asks for who it was.
 */
import { means, type Span } from '../lookup/index.ts';
import type { Attribution } from './question.ts';
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** Between "it was" and "who", or before "the one who", stand at most so many words. */
const FAR = 14;

/** What is said in fewer words than this could be anybody's. */
const LEAST = 3;

/** Finds whom a question gives something to; null where it gives nothing to anybody by name. */
export function findAttribution(q: Reading, claims: boolean): Attribution | null {
  return cleft(q) ?? theOne(q) ?? insteadOf(q) ?? afterwards(q) ?? said(q, claims);
}

/** "was it NAME who …", "it was NAME, wasn't it, that …", "'…': was it NAME or NAME who said that" */
function cleft(q: Reading): Attribution | null {
  for (let i = q.first('cleft'); i >= 0; i = q.first('cleft', i + 1)) {
    const style = styledAfter(q, i + 2);
    const joint = style?.end ?? jointAfter(q, i + 2);
    if (joint === undefined) continue;
    const to = given(q, i + 2, style?.start ?? joint);
    const as = style && officesIn(q, style.start, style.end);
    if (to.length > 0) return { to, chooses: offers(q, i + 2, joint), alone: true, rest: restAfter(q, joint, i), as };
  }
  return null;
}

/** The relative word that ends a run of names, from a word on; undefined where other words come first. */
function jointAfter(q: Reading, from: number): number | undefined {
  for (let i = from; i < Math.min(from + FAR, q.words.length); ) {
    if (i > from && q.is(i, 'that')) return i;
    const span = q.spanAt(i);
    if (!span || !(isNaming(span) || isJoining(q, i))) return undefined;
    i = span.end;
  }
  return undefined;
}

/** "NAME, as defence minister, who …", "NAME, NAME's spokesman, who …": what says between commas only what somebody is. */
function styledAfter(q: Reading, from: number): { start: number; end: number } | undefined {
  const name = q.spanAt(from);
  if (!name || !(means(name, 'e:') || means(name, 's:')) || !/,/u.test(q.words[name.end]?.gap ?? '')) return undefined;
  const start = name.end;
  const opens = q.spanAt(start)!;
  const isStyle =
    q.is(start, 'equals') ||
    q.is(start, 'determiner') ||
    means(opens, 'f:') ||
    (means(opens, 'e:') && opens.end > start + 1) ||
    q.words[opens.end - 1]!.possessive;
  if (!isStyle) return undefined;
  for (let i = start + 1; i < Math.min(start + FAR, q.words.length); i++) {
    if (['joins', 'not', 'exclude', 'or', 'cleft'].some((part) => q.is(i, part))) return undefined;
    if (/,/u.test(q.words[i]!.gap)) return q.is(i, 'that') ? { start, end: i } : undefined;
  }
  return undefined;
}

/** The offices that words from one index up to another name. */
function officesIn(q: Reading, from: number, to: number): string[] {
  const within = q.spans.filter((s) => s.start >= from && s.end <= to);
  return within.flatMap((s) => s.meanings.filter((m) => m.startsWith('f:')).map((m) => m.slice(2)));
}

/** "was NAME the one who …", "NAME was the man that …", "NAME was the one doing it" */
function theOne(q: Reading): Attribution | null {
  const at = q.first('the-one');
  if (at < 1 || !(q.is(at + 2, 'that') || isDoing(q, at + 2))) return null;
  let from = at;
  for (let span = q.spanAt(at - 1); span; span = q.spanAt(from - 1)) {
    if (!isNaming(span) && !isJoining(q, span.start) && !q.is(span.start, 'be')) break;
    from = span.start;
  }
  const to = given(q, from, at);
  const are = q.words.slice(from, at).some((_, k) => q.is(from + k, 'be'));
  return to.length > 0 && are
    ? {
        to,
        chooses: offers(q, from, at),
        alone: true,
        rest: restAfter(q, q.is(at + 2, 'that') ? at + 2 : at + 1, from),
      }
    : null;
}

/** A deed that goes on: "complaining", "raising the alarm". */
function isDoing(q: Reading, i: number): boolean {
  return /ing$/u.test(q.words[i]?.lower ?? '') && q.spanAt(i)?.meanings.some((m) => m.startsWith('p:')) === true;
}

/** "did NAME, not NAME, do it?" */
function insteadOf(q: Reading): Attribution | null {
  if (!q.is(0, 'auxiliary')) return null;
  let end = 1;
  for (let span = q.spanAt(end); span; span = q.spanAt(end)) {
    if (!isNaming(span) && !isJoining(q, end)) break;
    end = span.end;
  }
  const to = given(q, 1, end);
  const denies = q.words.slice(1, end).some((_, k) => q.is(k + 1, 'not') || q.is(k + 1, 'exclude'));
  return denies && to.length > 0 ? { to, chooses: false, alone: true, rest: restAfter(q, end - 1, 0) } : null;
}

/** "'…': was that NAME?", "the line about …, was it NAME's?", "'…': NAME's line or someone else's?" */
function afterwards(q: Reading): Attribution | null {
  const at = q.words.findIndex(
    (w, i) =>
      (i >= LEAST || /["']/u.test(w.gap)) &&
      /[:;,?]|\s[-–—]\s|—/u.test(w.gap) &&
      ((q.is(i, 'be') && q.is(i + 1, 'pronoun-thing')) || (/"/u.test(w.gap) && ownsWords(q, i))),
  );
  if (at < 0) return null;
  let end = q.is(at, 'be') ? at + 2 : at;
  for (let span = q.spanAt(end); span; span = q.spanAt(end)) {
    if (!isNaming(span) && !isJoining(q, span.start) && !q.is(span.start, 'words-of') && !isAnother(q, end)) break;
    end = span.end;
  }
  const ends = end === q.words.length || /[.?!]/u.test(q.words[end]!.gap);
  const to = given(q, at, end);
  if (!ends || to.length !== 1 || q.words.slice(0, at).some((_, i) => q.is(i, 'wh'))) return null;
  return { to, chooses: false, alone: true, rest: `who said ${textOf(q.words, 0, at)}` };
}

/** "NAME's line", "NAME's or someone else's": whose words they are, and nothing else. */
function ownsWords(q: Reading, i: number): boolean {
  const span = q.spanAt(i);
  return span?.start === i && isNaming(span) && q.words[span.end - 1]!.possessive && q.is(span.end, 'words-of');
}

const isAnother = (q: Reading, i: number) => q.is(i, 'soft-contrast');

/**
 * "did NAME say that …", "NAME said …, right?", "when did NAME say that …": by a word of saying, as of anything else it may be one of
 * several.
 */
function said(q: Reading, claims: boolean): Attribution | null {
  const span = q.spans.find((s) => means(s, 'e:') || means(s, 's:'));
  if (!span || !q.is(span.end, 'say') || q.words[span.end - 1]!.possessive) return null;
  for (let i = 0; i < span.start; i++) {
    const before = q.spanAt(i)!;
    if (q.is(i, 'be')) return null;
    const opens = ['auxiliary', 'opener', 'determiner'].some((part) => q.is(i, part)) || (!claims && q.is(i, 'wh'));
    if (!isNaming(before) && !opens) return null;
  }
  // What asks for something else takes for granted only what it quotes.
  if (!claims && !q.is(span.end + 1, 'that')) return null;
  const end = endOf(q, span.end);
  if (end - span.end < LEAST + 1) return null;
  // "did NAME say anything about it?": nothing is claimed to have been said.
  if (!q.spans.some((s) => s.start > span.end && s.end <= end && means(s, 'p:'))) return null;
  return { to: [span], chooses: false, alone: false, rest: `who ${textOf(q.words, span.end, end)}` };
}

/** What asks for who it was: what stands after the relative word, and what was said before the claim began. */
function restAfter(q: Reading, joint: number, claim: number): string {
  const asked = `who ${textOf(q.words, joint + 1, endOf(q, joint + 1))}`;
  const said = claim >= LEAST && /[:;,.]|\s[-–—]\s|—/u.test(q.words[claim]!.gap);
  return said ? `${asked}: ${textOf(q.words, 0, claim)}` : asked;
}

/** Where a clause ends: at the end of its sentence, or before what asks for a yes (", right?", ", or someone else?"). */
function endOf(q: Reading, from: number): number {
  for (let i = from + 1; i < q.words.length; i++) {
    const { gap } = q.words[i]!;
    if (/[.?!;]["')]*\s/u.test(gap)) return i;
    const asks = q.is(i, 'tag') || q.is(i, 'auxiliary') || q.is(i, 'or') || (q.is(i, 'opener') && q.is(i + 1, 'if'));
    if (/,/u.test(gap) && asks && i > q.words.length - LEAST - 2) return i;
  }
  return q.words.length;
}

/** The names in a range, without those that are said not to be meant ("not NAME"), nor the country of one who is named after it. */
function given(q: Reading, from: number, to: number): Span[] {
  const names = q.spans.filter((s) => s.start >= from && s.end <= to && (means(s, 'e:') || means(s, 's:')));
  const denied = (s: Span) =>
    [1, 2, 3].some((k) => s.start - k >= from && (q.is(s.start - k, 'not') || q.is(s.start - k, 'exclude')));
  const describes = (s: Span) =>
    names.some((n) => n.start >= s.end && n.start <= s.end + 2 && isOffice(q, s.end, n.start));
  return names.filter((s) => !denied(s) && !describes(s));
}

/** Whether only words of an office stand between ("Japan's defence minister NAME"). */
function isOffice(q: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!q.spanAt(i)?.meanings.some((m) => m.startsWith('f:'))) return false;
  return true;
}

const offers = (q: Reading, from: number, to: number) => q.words.slice(from, to).some((_, k) => q.is(from + k, 'or'));

const isNaming = (s: Span) => means(s, 'e:') || means(s, 's:') || means(s, 'f:');

/** Words that stand between names without naming anybody. */
function isJoining(q: Reading, i: number): boolean {
  return (
    ['determiner', 'joins', 'not', 'exclude', 'cleft', 'tag', 'only'].some((part) => q.is(i, part)) ||
    q.is(i - 1, 'exclude')
  );
}
