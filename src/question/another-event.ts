/** Questions for another event than the one that is told of: "the earlier summit", "the one before it". */
import type { Span } from '../lookup/index.ts';
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** An event that stands before or after others of its kind. */
export interface AnotherEvent {
  /** The word that says so, and the phrase it stands in, as written. */
  readonly base: string;
  readonly said: string;
  /** The event as it is called; null where only a pronoun stands for it. */
  readonly event: Span | null;
}

/** Between the word and its event stand at most so many spans ("the earlier face-to-face meeting"). */
const APART = 2;

/** The event that a question puts before or after others of its kind; null where it does to none. */
export function anotherEventIn(q: Reading): AnotherEvent | null {
  for (let i = 0; i < q.words.length; i++) {
    const event = q.is(i, 'elsewhen') ? eventAfter(q, i) : undefined;
    if (event) return { base: q.words[i]!.base, said: textOf(q.words, i, event.end), event };
    if (isOneBeside(q, i)) return { base: q.words[i + 1]!.base, said: textOf(q.words, i, i + 3), event: null };
  }
  return null;
}

/** "the one before it" */
function isOneBeside(q: Reading, i: number): boolean {
  return q.is(i, 'one') && (q.is(i + 1, 'before') || q.is(i + 1, 'after')) && q.is(i + 2, 'pronoun-thing');
}

/** The event within a few spans of a word. */
function eventAfter(q: Reading, word: number): Span | undefined {
  let at = word + 1;
  for (let k = 0; k <= APART; k++) {
    const span = q.spanAt(at);
    if (!span || span.start !== at || /[,;:.?]/u.test(q.words[at]!.gap)) return undefined;
    if (q.is(at, 'occurrence') || span.meanings.some((m) => /^[kv]:/u.test(m))) return span;
    if (['preposition', 'auxiliary', 'than'].some((part) => q.is(at, part))) return undefined;
    at = span.end;
  }
  return undefined;
}
