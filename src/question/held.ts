/** "what position does NAME hold": an office is asked for, by a noun that may mean other things, and a verb that says no more than that. */
import type { Span } from '../lookup/index.ts';
import type { Asked } from './question.ts';
import type { Reading } from './reading.ts';

const isOffice = (q: Reading, { meanings }: Span) => meanings.some((m) => q.office.has(m));

/** Whether the word at `i` only says that the office which is asked for is held. */
export function isHolding(q: Reading, { head }: Pick<Asked, 'head'>, i: number): boolean {
  return head !== null && i >= head.end && q.is(i, 'holds') && isOffice(q, head);
}

/** What is asked, where somebody holds it: an office, no place and nothing that is done. */
export function withOffice(q: Reading, asked: Asked): Asked {
  const { head, wants } = asked;
  if (!head || !q.words.some((_, i) => isHolding(q, asked, i))) return asked;
  const meanings = head.meanings.filter((m) => q.office.has(m) || m === 'a:thing');
  return { ...asked, head: { ...head, meanings, bases: [], telling: [] }, wants: wants.filter((w) => w !== 'place') };
}
