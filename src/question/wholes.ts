/** Questions for a part of a place: "where in NAME", "which part of NAME". */
import type { Store } from '../facts/index.ts';
import type { Asked, NameMention } from './question.ts';
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** The place, and what asks for a part of it, as written. */
export interface Whole {
  readonly name: NameMention;
  readonly said: string;
}

/** The place right after the words that ask, of which a part is asked for; null where none is. */
export function wholeIn(q: Reading, asked: Asked, names: readonly NameMention[], store: Store): Whole | null {
  let at = Math.max(...asked.words) + 1;
  // "which part of": the noun may be among the words that ask.
  const noun = [at - 1, at].find((i) => q.is(i, 'parts'));
  if (noun !== undefined && q.is(noun + 1, 'of')) at = noun + 1;
  else if (!(asked.form === 'where' && q.is(at, 'inside'))) return null;
  const from = at - 1;
  at++;
  while (q.is(at, 'determiner')) at++;
  const name = names.find(({ span }) => span.start === at);
  const isPlace = (id: string) => ['place', 'country'].includes(store.entities.get(id)?.kind ?? '');
  return name?.entities.every(isPlace) ? { name, said: textOf(q.words, from, name.span.end) } : null;
}
