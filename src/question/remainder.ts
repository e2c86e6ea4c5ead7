/** Names that a question takes off a list before it asks for the others: "take A and B away: who is left?", "who besides A …?", "minus A". */
import { means, type Span } from '../lookup/index.ts';
import type { Remainder } from './question.ts';
import type { Reading } from './reading.ts';

/** Finds what is taken off, and what is asked without it; null where no names are. */
export function remainderIn(q: Reading): Remainder | null {
  const taken = takenOff(q) ?? excepted(q);
  if (!taken) return null;
  const out = q.spans.filter((s) => s.start >= taken.from && s.end <= taken.to && isName(s));
  if (out.length === 0) return null;
  const kept = q.words.flatMap((w, i) =>
    (i >= taken.from && i < taken.to) || (taken.orders && q.is(i, 'remains'))
      ? []
      : [w.text + (w.possessive ? "'s" : '')],
  );
  return kept.length < 2 ? null : { out, rest: kept.join(' ') };
}

/** The words with which names are taken off; by an order ("strike out A"), what asks for the others asks no more. */
interface Taken {
  readonly from: number;
  readonly to: number;
  readonly orders: boolean;
}

const isName = (s: Span) => means(s, 'e:') || means(s, 's:');

/** "Take A and B off the list: …", "Strike out A. …", "Leave out A: …" */
function takenOff(q: Reading): Taken | null {
  for (let i = q.first('takes-off'); i >= 0; i = q.first('takes-off', i + 1)) {
    if (i > 0 && !/[.:;,?!]/u.test(q.words[i]!.gap) && !q.is(i - 1, 'opener')) continue;
    const away = q.is(i + 1, 'off-list');
    const end = namesFrom(q, away ? i + 2 : i + 1);
    if (end === undefined) continue;
    const after = q.is(end, 'off-list');
    if (!(away || after || q.is(i, 'takes-away'))) continue;
    return { from: i, to: after ? listAfter(q, end + 1) : end, orders: true };
  }
  return null;
}

/** "besides A", "other than A and B", "without A", "A excepted": what is set aside within the question itself. */
function excepted(q: Reading): Taken | null {
  for (let i = q.first('excepting'); i >= 0; i = q.first('excepting', i + 1)) {
    let from = i + 1;
    while (q.is(from, 'preposition') || q.is(from, 'than') || q.is(from, 'oblique')) from++;
    const end = namesFrom(q, from);
    if (end !== undefined) return { from: i, to: end, orders: false };
  }
  return null;
}

/** Where a run of names that are joined ends; undefined where none begins at the word. */
function namesFrom(q: Reading, from: number): number | undefined {
  let end: number | undefined;
  for (let i = from; i < q.words.length; ) {
    const span = q.spanAt(i);
    if (i > from && /[.:;?!]/u.test(q.words[i]!.gap)) break;
    if (span && isName(span)) end = i = span.end;
    else if (q.is(i, 'determiner') || q.is(i, 'joins')) i++;
    else break;
  }
  return end;
}

/** "off the list", "away from it": where what they are taken off is only called a list. */
function listAfter(q: Reading, from: number): number {
  const at = q.is(from, 'determiner') ? from + 1 : from;
  return q.is(at, 'telling') ? at + 1 : from;
}
