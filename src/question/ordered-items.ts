/** The things that a question wants put in order: "oldest first: A, B and C", "which came first, A, B or C?". */

import type { Asked } from './question.ts';
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** More things than this are not put in order. */
const MOST = 10;

/** A word that joins the last things also stands inside them; no more places are tried than this. */
const MOST_JOINTS = 4;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** All ways to read the question as a list of things to order, the likeliest first; none where it asks for no order. */
export function findItems(q: Reading, asked: Asked): (readonly string[])[] {
  if (asked.form !== 'order' && asked.form !== 'timeline') return [];
  const asking = Math.max(...asked.words) + 1;
  const marked = q.words.flatMap((w, i) => (i > 0 && /[:–—]|\s-\s/u.test(w.gap) ? [i] : []));
  return [...marked, asking].flatMap((from) =>
    listsIn(q, { from, to: endOf(q, from) }, marked.includes(from)).flatMap((ranges) => {
      const items = ranges.filter((r) => names(q, r));
      return items.length > 1 && items.length <= MOST ? [items.map((r) => textOf(q.words, r.from, r.to))] : [];
    }),
  );
}

/** Where the sentence ends, or what stands before a bracket or a further question ("…, and by what interval?"). */
function endOf(q: Reading, from: number): number {
  const end = q.words.findIndex(
    (w, i) => i > from && (/[.?!]\s|\(/u.test(w.gap) || (/,/u.test(w.gap) && [0, 1, 2].some((k) => q.is(i + k, 'wh')))),
  );
  return end < 0 ? q.words.length : end;
}

/** The ranges between semicolons, else between commas, else around a joining word (`joined`: where "and" alone may part them). */
function listsIn(q: Reading, { from, to }: Range, joined: boolean): Range[][] {
  const cut = (mark: RegExp) => {
    const at = [from, ...q.words.flatMap((w, i) => (i > from && i < to && mark.test(w.gap) ? [i] : [])), to];
    return at.slice(0, -1).map((start, n) => ({ from: pastJoiners(q, start), to: at[n + 1]! }));
  };
  const semicolons = cut(/;/u);
  if (semicolons.length > 1) return [semicolons];
  const commas = cut(/,/u);
  const last = commas.at(-1)!;
  const others = commas.slice(0, -1);
  const jointOf = others.length > 0 || joined ? ['and', 'or'] : ['or'];
  const joints: number[] = [];
  for (let i = last.from + 1; i + 1 < last.to && joints.length < MOST_JOINTS; i++)
    if (jointOf.some((part) => q.is(i, part))) joints.push(i);
  const parted = joints.map((i) => [...others, { from: last.from, to: i }, { from: i + 1, to: last.to }]);
  return others.length > 0 ? [...parted, commas] : parted;
}

function pastJoiners(q: Reading, start: number): number {
  let from = start;
  while (q.is(from, 'and') || q.is(from, 'or')) from++;
  return from;
}

/** Whether the words name anything: "please" and "with dates" do not. */
function names(q: Reading, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) {
    const span = q.spanAt(i);
    if (q.is(i, 'order') || q.is(i, 'timeline')) continue;
    if (span && (span.meanings.length === 0 || span.meanings.some((m) => /^[vkptes]:/u.test(m)))) return true;
  }
  return false;
}
