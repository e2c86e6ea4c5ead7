/**
 * What a question only sets aside or offers as a choice: "besides the UN", "leave that aside", "frigate or something else". Such
 * words say nothing that the fact must hold.
 */
import { means, type Span } from '../lookup/index.ts';
import { asks } from './parts.ts';
import { quotationsIn } from './quotations.ts';
import type { Reading } from './reading.ts';

/** Words on either side of "or" that belong to the choice. */
const CHOICE = 5;
/** Words after "besides" that belong to what is set aside. */
const SET_ASIDE = 5;
/** A word that excludes stands at most so many words before what it excludes. */
const EXCLUDING = 4;

/** The spans that are set aside or offered as a choice; the `asking` words offer none ("true or false"). */
export function findAsides(q: Reading, asking: ReadonlySet<number>): Set<Span> {
  const asides = new Set<Span>();
  const add = (i: number) => {
    const span = q.spanAt(i);
    if (span) asides.add(span);
  };
  q.words.forEach((_, i) => {
    if (q.is(i, 'or') && !asking.has(i)) for (const k of offered(q, i)) add(k);
    // "news agency" is no word for a text.
    if (q.is(i, 'text') && q.spanAt(i)?.end === i + 1)
      for (let k = i - 3; k < i + 5; k++) if (k >= 0 && !between(q, k, i, stops)) add(k);
    if (q.is(i, 'not')) for (const k of [i, i + (q.is(i + 1, 'determiner') ? 2 : 1)]) add(k);
    // "the flights were no improvisation": what something is not; "no, …" and "no patrol" are others.
    if (q.is(i, 'not-so') && q.is(i - 1, 'be') && q.words[i + 1]?.gap === ' ') add(i + 1);
    // "the UN aside", "Crimea excepted": what is set aside stands before the word.
    if (q.is(i, 'excepted') && (i + 1 === q.words.length || /[,.;:?]/u.test(q.words[i + 1]!.gap)))
      for (let k = i; k >= Math.max(0, i - SET_ASIDE) && !(k < i && /[,.;:?]/u.test(q.words[k + 1]!.gap)); k--) add(k);
    if (!q.is(i, 'exclude')) return;
    add(i);
    for (let k = i + 1; k < Math.min(q.words.length, i + 1 + SET_ASIDE); k++) {
      if (stops(q, k) || (k > i + 1 && /[,?.;:]/u.test(q.words[k]!.gap))) break;
      add(k);
    }
  });
  // "the '…' remark": what is quoted says which.
  for (const { to } of quotationsIn(q)) if (q.is(to, 'words-of')) add(to);
  for (const span of [...setting(q), ...bracketed(q), ...guessesIn(q, asking)]) asides.add(span);
  return asides;
}

/** Of the asides, those after "besides" and the like. */
export function excludedOf(q: Reading, asides: ReadonlySet<Span>): Set<Span> {
  return new Set(
    [...asides].filter((s) => {
      const from = Math.max(0, s.start - EXCLUDING);
      // "not NAME: who was it?"
      const denied = means(s, 'e:') && q.is(q.is(s.start - 1, 'determiner') ? s.start - 2 : s.start - 1, 'not');
      return denied || q.words.slice(from, s.start).some((_, k) => q.is(from + k, 'exclude'));
    }),
  );
}

/** The words offered around an "or": names alone where names stand on both sides, else a few words of each. */
function offered(q: Reading, or: number): number[] {
  const isName = (k: number) => q.spanAt(k)?.meanings.some((m) => m.startsWith('e:') || m.startsWith('s:')) ?? false;
  const names = isName(or - 1) && isName(q.is(or + 1, 'determiner') ? or + 2 : or + 1);
  const ends = (k: number) => stops(q, k) || (names && !isName(k) && !q.is(k, 'determiner'));
  const found: number[] = [];
  for (let k = or - 1; k >= Math.max(0, or - CHOICE); k--) {
    if (ends(k) || (k < or - 1 && /[?.;:]/u.test(q.words[k + 1]!.gap))) break;
    found.push(k);
  }
  for (let k = or + 1; k < Math.min(q.words.length, or + 1 + CHOICE); k++) {
    if (ends(k) || /[?.;]/u.test(q.words[k]!.gap)) break;
    found.push(k);
  }
  return found;
}

/** What is only guessed: "is it a storm or what?", "which kind of ship, maybe a submarine?" */
export function guessesIn(q: Reading, asking: ReadonlySet<number>): Set<Span> {
  const guesses = new Set<Span>();
  q.words.forEach((_, i) => {
    const before = q.is(i, 'or') && q.is(i + 1, 'or-what') && asking.has(i);
    const at = before ? guessBefore(q, i) : q.is(i, 'guess') && q.has('wh') ? guessAfter(q, i) : [];
    for (const k of at) if (q.spanAt(k)) guesses.add(q.spanAt(k)!);
  });
  for (const k of guessedLast(q)) if (q.spanAt(k)) guesses.add(q.spanAt(k)!);
  return guesses;
}

/** A guess at what something is has at most so many words. */
const GUESS = 5;

/** "what is NAME, a submarine?", "what is NAME? It is a storm?": the words after the mark, where all that is asked before is what it is. */
function guessedLast(q: Reading): number[] {
  const mark = q.words.findLastIndex((w, i) => i > 1 && /[,?.:;]|\s[-–—]/u.test(w.gap));
  if (mark < 0 || q.words.length - mark > GUESS) return [];
  if (isGuessed(q, mark)) return q.words.map((_, i) => i).slice(mark);
  if (!isBareDefinition(q, mark)) return [];
  const from = [0, 1].find((k) => !q.is(mark + k, 'pronoun-thing')) ?? 0;
  const found: number[] = [];
  let open = false;
  for (let i = mark + from; i < q.words.length; i++) {
    if (q.is(i, 'wh') || q.is(i, 'and') || q.is(i, 'or')) return [];
    if (q.is(i, 'be') || q.is(i, 'auxiliary')) continue;
    if (q.is(i, 'indefinite')) open = true;
    else if (q.is(i, 'determiner')) return [];
    const meanings = q.spanAt(i)?.meanings ?? [];
    if (meanings.some((m) => /^[evdk#f]:/u.test(m))) return [];
    // "what is NAME, its cost?" asks for more; "a submarine" only guesses.
    if (!open && meanings.some((m) => /^[an]:/u.test(m) && m !== 'a:thing')) return [];
    found.push(i);
  }
  return found;
}

/** "they met how, in person?", "who reported it? NAME?": what follows a question that is complete guesses at its answer. */
function isGuessed(q: Reading, mark: number): boolean {
  const asksOn = q.words.some((_, i) => i >= mark && (q.is(i, 'wh') || q.is(i, 'auxiliary')));
  if (asksOn) return false;
  const names = q.spans.filter((s) => s.start >= mark);
  const onlyNames = names.every((s) => means(s, 'e:') || means(s, 's:') || s.meanings.includes('l'));
  const asksWho = q.words.some((_, i) => i < mark && (q.is(i, 'who') || q.is(i, 'which')));
  return q.is(mark - 1, 'how') || (onlyNames && asksWho && q.words[mark]!.gap.includes('?'));
}

/** "what is NAME", "NAME, what is it": a word that asks, one name, and nothing that says more. */
function isBareDefinition(q: Reading, end: number): boolean {
  const spans = q.spans.filter((s) => s.end <= end);
  const names = spans.filter((s) => means(s, 'e:') || means(s, 'v:'));
  const asks = spans.some((s) => q.is(s.start, 'what') || q.is(s.start, 'who'));
  return asks && names.length === 1 && spans.every((s) => names.includes(s) || s.meanings.includes('l'));
}

/** What is guessed before "or what": back to the auxiliary that asks, or to a mark. */
function guessBefore(q: Reading, or: number): number[] {
  const found: number[] = [];
  for (let k = or - 1; k >= 0 && !stops(q, k); k--) {
    found.push(k);
    // "NAME: a storm, a weapon, or what?"
    if (/[:?.]|\s[-–—]/u.test(q.words[k]!.gap)) break;
  }
  return found.some((k) => q.spanAt(k)?.meanings.some((m) => m.startsWith('e:'))) ? [] : found;
}

/** "which kind of ship, maybe a submarine?": a guess up to the next mark. */
function guessAfter(q: Reading, guess: number): number[] {
  const found: number[] = [];
  for (let k = guess + 1; k < q.words.length && !stops(q, k) && !/[,.;:?]/u.test(q.words[k]!.gap); k++) found.push(k);
  return found;
}

/** Sentences around the one that asks only set the scene: "They are not the same man. Which was it? I am confused." */
function setting(q: Reading): readonly Span[] {
  const starts = [0, ...q.words.flatMap((w, i) => (i > 0 && /[.?!]\s/u.test(w.gap) ? [i] : [])), q.words.length];
  const sentences = starts.slice(0, -1).map((from, n) => ({ from, to: starts[n + 1]! }));
  const last = sentences.findLast((s) => asks(q, s.from, s.to) && s.to - s.from > 3);
  if (!last || sentences.length < 2) return [];
  return q.spans.filter(
    (span) =>
      (span.start < last.from || span.start >= last.to) &&
      !sentences.some((s) => asks(q, s.from, s.to) && span.start >= s.from && span.start < s.to),
  );
}

/** What stands in brackets comments on the question. */
function bracketed(q: Reading): readonly Span[] {
  let inside = false;
  const within = q.words.map(({ gap }) => {
    if (/[([]/u.test(gap)) inside = true;
    else if (/[)\]]/u.test(gap)) inside = false;
    return inside;
  });
  return within.every(Boolean) ? [] : q.spans.filter((span) => within[span.start]);
}

/** Whether a stop lies between two words. */
function between(q: Reading, a: number, b: number, stop: (q: Reading, i: number) => boolean): boolean {
  for (let i = Math.min(a, b); i <= Math.max(a, b); i++) if (stop(q, i)) return true;
  return false;
}

function stops(q: Reading, i: number): boolean {
  return q.is(i, 'wh') || q.is(i, 'auxiliary');
}
