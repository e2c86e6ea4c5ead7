/**
 * Sentences that are to be put right: "two slips in that, fix them", "correct the errors in: …", "which part of this is wrong: …", "one
 * of those is an intruder".
 */
import type { Asked, Form } from './question.ts';
import type { Reading } from './reading.ts';
import { type Stretch, textOf } from './text-of.ts';

/** What is asked about tells at least so many words. */
const LEAST = 4;

/** Sentences that are to be put right. */
export interface Amendments {
  /** As written. */
  readonly claims: readonly string[];
  /** Nothing else is asked. */
  readonly only: boolean;
}

/** Forms that ask for an order, whatever is said of that in which things are given. */
const ELSEWHERE: ReadonlySet<Form> = new Set(['order', 'timeline', 'compare']);

/** The sentences that the question wants put right; null where it wants none put right. */
export function toAmend(q: Reading, { form }: Asked): Amendments | null {
  if ((!q.has('amend') && !q.has('slip')) || ELSEWHERE.has(form)) return null;
  const sentences = sentencesOf(q).flatMap((s) => partedAtOrder(q, s));
  const orders = sentences.filter((s) => isOrder(q, s));
  const others = sentences.filter((s) => !orders.includes(s));
  const claims = others.filter((s) => tells(q, s));
  // "right or wrong? If wrong, which day?" asks for itself.
  const asks = sentences.some((s) => q.is(s.from, 'opens-if') || (tells(q, s) && opensAsking(q, s)));
  if (orders.length === 0 || claims.length === 0 || asks) return null;
  return {
    claims: claims.map(({ from, to }) => textOf(q.words, from, to)),
    only: !others.some((s) => opensAsking(q, s)),
  };
}

function sentencesOf(q: Reading): Stretch[] {
  const starts = q.words.flatMap((w, i) => (i === 0 || /[;]|[.!?]["')]*\s/u.test(w.gap) ? [i] : []));
  return starts.map((from, n) => ({ from, to: starts[n + 1] ?? q.words.length }));
}

/** "Fix the slips in this: …": the order ends at the colon. */
function partedAtOrder(q: Reading, { from, to }: Stretch): Stretch[] {
  const colon = q.words.findIndex((w, i) => i > from && i < to && /:|\s-\s/u.test(w.gap));
  if (colon < 0) return [{ from, to }];
  const parts = [
    { from, to: colon },
    { from: colon, to },
  ];
  return parts.some((part) => isOrder(q, part)) ? parts : [{ from, to }];
}

/** Whether the words speak of slips or of putting them right, and of nothing that is told of. */
function isOrder(q: Reading, s: Stretch): boolean {
  // "true or false: …" asks which.
  const speaks = range(s).some((i) => q.is(i, 'amend') || (q.is(i, 'slip') && !q.is(i - 1, 'or')));
  // "what did he say of its mistakes": somebody else's slips.
  const others = range(s).some((i) => q.is(i, 'pronoun-person') || q.is(i, 'own-pronoun') || q.is(i, 'does'));
  return speaks && !others && !range(s).some((i) => isTelling(q, i));
}

function tells(q: Reading, s: Stretch): boolean {
  return s.to - s.from >= LEAST && range(s).some((i) => isTelling(q, i));
}

/** A name, an event or a kind of them, a document. */
const isTelling = (q: Reading, i: number) => q.spanAt(i)?.meanings.some((m) => /^[evkds]:/u.test(m)) ?? false;

function opensAsking(q: Reading, { from, to }: Stretch): boolean {
  let first = from;
  while (first < to && (q.is(first, 'opener') || q.is(first, 'preposition') || q.is(first, 'by'))) first++;
  return q.is(first, 'wh');
}

const range = ({ from, to }: Stretch) => Array.from({ length: to - from }, (_, k) => from + k);
