/** Questions for somebody beside those they name: "which other country protested", "who signed it along with NAME". */
import type { Asked, NameMention } from './question.ts';
import type { Reading } from './reading.ts';
import { beforeOf } from './scenes.ts';

/** Whether somebody beside the named is asked for: among those who do it, or in any part; null where nobody is. */
export function othersAsked(q: Reading, { words }: Asked, names: readonly NameMention[]): 'doers' | 'any' | null {
  if (words.size === 0) return null;
  const next = Math.max(...words) + 1;
  const fellow = [...words, next].some((i) => q.is(i, 'fellow'));
  const joined = names.some(({ span }) => span.start >= next && q.is(beforeOf(q, span), 'joined'));
  if (!fellow && !joined) return null;
  return q.is(next, 'auxiliary') ? 'any' : 'doers';
}
