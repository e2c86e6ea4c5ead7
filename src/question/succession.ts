/** Questions for who held an office before or after somebody: "who was in office before her?". */
import type { Store } from '../facts/index.ts';
import type { Asked } from './question.ts';
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** "before NAME" as written, where a person is asked for and the clause ends there or opens the question; null otherwise. */
export function successionIn(q: Reading, asked: Asked, store: Store): string | null {
  if (!asked.wants.includes('person')) return null;
  for (let i = 0; i + 1 < q.words.length; i++) {
    if (!q.is(i, 'before') && !q.is(i, 'after')) continue;
    const name = q.spanAt(i + 1);
    const person =
      q.is(i + 1, 'pronoun-person') ||
      name?.meanings.some((m) => m.startsWith('e:') && store.entities.get(m.slice(2))?.kind === 'person');
    const end = name?.end ?? i + 2;
    // "before NAME who was …": the clause opens the question, and what asks follows at once.
    const closed = end === q.words.length || /[,?.;]/u.test(q.words[end]!.gap) || (i === 0 && q.is(end, 'wh'));
    if (person && closed) return textOf(q.words, i, end);
  }
  return null;
}
