/** Sentences around a question that neither ask nor tell anything: "I am new to this.", "Name them.", "Don't mix them up." */
import { monthOf, weekdayOf } from './calendar.ts';
import { asks } from './parts.ts';
import type { Reading } from './reading.ts';
import { type Stretch, textOf } from './text-of.ts';

/** Meanings with which a sentence tells of something: names, events, kinds of them, documents, deeds. */
const TELLING = /^[evkdpo]:/u;

/** Meanings that no order to the bot has: "Don't mix them up." */
const NAMING = /^[evkd]:/u;

/** The text without such sentences; undefined where there is none, or nothing else asks. */
export function withoutIdle(q: Reading): string | undefined {
  const sentences = sentencesOf(q);
  if (sentences.length < 2) return undefined;
  const kept = sentences.filter((s) => !isIdle(q, s));
  if (kept.length === sentences.length || !kept.some(({ from, to }) => asks(q, from, to))) return undefined;
  return kept.map(({ from, to }) => textOf(q.words, from, to) + (endOf(q, to) || '?')).join(' ');
}

function sentencesOf(q: Reading): Stretch[] {
  const starts = q.words.flatMap((w, i) =>
    i === 0 || /[.!?]["')]*\s/u.test(w.gap) || i === afterPurpose(q) ? [i] : [],
  );
  return starts.map((from, n) => ({ from, to: starts[n + 1] ?? q.words.length }));
}

/** "Just so I get it straight, who …": where what follows the asker's purpose begins; -1 where none opens the text. */
function afterPurpose(q: Reading): number {
  const so = q.first('purpose');
  if (so < 0 || so > 1 || !q.is(so + 1, 'asker')) return -1;
  return q.words.findIndex((w, i) => i > so + 1 && /,/u.test(w.gap));
}

/** The mark that ends a sentence before a word. */
function endOf(q: Reading, to: number): string {
  return /[.!?]/u.exec(q.words[to]?.gap ?? '')?.[0] ?? '';
}

function isIdle(q: Reading, { from, to }: Stretch): boolean {
  // "I think it is maybe a film?" guesses, whatever its mark.
  const guesses = q.is(from, 'asker') && q.words.some((_, i) => i > from && i < to && q.is(i, 'guess'));
  if (endOf(q, to) === '?' && !guesses) return false;
  const words = q.words.slice(from, to);
  // A capital within the sentence may be a name that no table holds.
  if (words.some((w, k) => k > 0 && w.capital && !q.is(from + k, 'asker'))) return false;
  if (words.some((w, k) => q.is(from + k, 'wh') || /\d/u.test(w.text) || monthOf(w.lower) || weekdayOf(w.lower)))
    return false;
  const points = (i: number) => ['pronoun-people', 'pronoun-thing', 'pronoun-person', 'every'].some((c) => q.is(i, c));
  const orders = ['list', 'identify', 'order-to'].some((c) => q.is(from, c));
  if (orders && to - from > 1 && words.every((_, k) => k === 0 || points(from + k))) return true;
  const spans = q.spans.filter((s) => s.start >= from && s.end <= to && !s.meanings.includes('l'));
  const tells = (of: RegExp) => spans.some((s) => s.meanings.some((m) => of.test(m)));
  if (q.is(from, 'auxiliary'))
    return q.is(from, 'negation') && !points(from + 1) && !q.is(from + 1, 'determiner') && !tells(NAMING);
  const saysWhy = to === afterPurpose(q);
  // "Correct me if I am wrong.", "I see this name for the first time.": what the bot or the asker does is no deed that is told.
  return (
    !tells(saysWhy || q.is(from, 'asker') || q.is(from + 1, 'asker') ? NAMING : TELLING) &&
    words.some((_, k) => q.is(from + k, 'asker'))
  );
}
