/** "names of the two defence chiefs", "who are the two leaders who met?": as many people as it counts are asked for. */
import { numberAt } from './numbers.ts';
import type { Holders } from './question.ts';
import type { Reading } from './reading.ts';

/** So many may be named in one answer. */
const MOST = 4;

/** How many people a question asks for by name, and what offices they hold; null where it counts nobody whom it asks for. */
export function holdersIn(q: Reading): Holders | null {
  for (const { start, end } of q.spans) {
    const count = numberAt(q, start);
    if (count === undefined || count < 2 || count > MOST || !Number.isInteger(count) || !isAskedFor(q, start)) continue;
    const noun = q.spanAt(end);
    if (noun?.start !== end || !noun.meanings.includes('a:person') || noun.meanings.some((m) => m.startsWith('e:')))
      continue;
    return { count, offices: noun.meanings.filter((m) => m.startsWith('f:')).map((m) => m.slice(2)) };
  }
  return null;
}

/** Whether what begins at a number is what the question asks for: "who are the two …", "names of the two …", "which two …". */
function isAskedFor(q: Reading, number: number): boolean {
  const before = q.is(number - 1, 'determiner') ? number - 2 : number - 1;
  if (before < 0) return !q.has('wh');
  if (before === number - 1 && q.is(before, 'what')) return true;
  if (q.is(before, 'be')) return q.is(before - 1, 'who') || q.is(before - 1, 'what');
  if (q.is(before, 'genitive')) return q.is(before - 1, 'naming');
  return ['list', 'identify'].some((part) => q.is(before, part));
}
