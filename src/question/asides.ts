/**
 * What a question only sets aside or offers as a choice: "besides the UN", "leave that aside", "frigate or something else". Such
 * words say nothing that the fact must hold.
 */
import type { Span } from '../lookup/index.ts';
import type { Reading } from './asked.ts';

/** Words on either side of "or" that belong to the choice. */
const CHOICE = 5;
/** Words after "besides" that belong to what is set aside. */
const SET_ASIDE = 5;

/** The spans that are set aside or offered as a choice. */
export function findAsides(q: Reading): Set<Span> {
  const asides = new Set<Span>();
  const add = (i: number) => {
    const span = q.spanAt(i);
    if (span) asides.add(span);
  };
  q.words.forEach((word, i) => {
    if (word.lower === 'or') {
      for (let k = i - 1; k >= Math.max(0, i - CHOICE); k--) {
        if (stops(q, k) || (k < i - 1 && /[?.;]/u.test(q.words[k + 1]!.gap))) break;
        add(k);
      }
      for (let k = i + 1; k < Math.min(q.words.length, i + 1 + CHOICE); k++) {
        if (stops(q, k) || /[?.;]/u.test(q.words[k]!.gap)) break;
        add(k);
      }
    }
    if (!q.is(i, 'exclude')) return;
    add(i);
    for (let k = i + 1; k < Math.min(q.words.length, i + 1 + SET_ASIDE); k++) {
      if (stops(q, k) || (k > i + 1 && /[,?.;:]/u.test(q.words[k]!.gap))) break;
      add(k);
    }
  });
  return asides;
}

function stops(q: Reading, i: number): boolean {
  return q.is(i, 'wh') || q.is(i, 'auxiliary');
}
