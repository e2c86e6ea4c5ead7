/** Where a way begins and ends, as the question says it: "from A to B", "began over A and ended over B". */
import type { NameMention, Question } from './question.ts';
import type { Reading } from './reading.ts';

/** Between the word that says which end it is and the name stand at most so many words. */
const FAR = 3;

/** Of the names, those where a way begins and those where it ends. */
export function routeIn(q: Reading, names: readonly NameMention[]): Question['route'] {
  const [starts, ends]: [NameMention[], NameMention[]] = [[], []];
  for (const name of names)
    for (let i = name.span.start - 1; i >= Math.max(0, name.span.start - 1 - FAR); i--) {
      if (q.is(i, 'route-start') || q.is(i, 'route-end')) {
        (q.is(i, 'route-start') ? starts : ends).push(name);
        break;
      }
      if (!q.is(i, 'determiner') && !q.is(i, 'preposition') && !q.is(i, 'aside')) break;
    }
  return { starts, ends };
}
