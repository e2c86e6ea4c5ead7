/** "what position does NAME hold": an office is asked for, by a noun that may mean other things, and a verb that says no more than that. */
import { means, type Span } from '../lookup/index.ts';
import type { Asked, Question } from './question.ts';
import type { Reading } from './reading.ts';

const isOffice = (q: Reading, { meanings }: Span) => meanings.some((m) => q.office.has(m));

/** Whether the word at `i` only says that the office which is asked for is held. */
export function isHolding(q: Reading, { head }: Pick<Asked, 'head'>, i: number): boolean {
  return head !== null && i >= head.end && q.is(i, 'holds') && isOffice(q, head);
}

/** What is asked, and what a question is about, where an office is held: its noun means no place, and nothing that is done. */
export function withOffice<T extends Pick<Question, 'asked' | 'content'>>(q: Reading, outline: T): T {
  const { asked, content } = outline;
  const { form, head, wants } = asked;
  if (form === 'where' && asksForNoPlace(q)) return { ...outline, asked: { ...asked, form: 'any', wants: [] } };
  if (!head || !q.words.some((_, i) => isHolding(q, asked, i))) return outline;
  const meanings = head.meanings.filter((m) => q.office.has(m) || m === 'a:thing');
  const office = { ...head, meanings, bases: [], telling: [] };
  return {
    ...outline,
    asked: { ...asked, head: office, wants: wants.filter((w) => w !== 'place') },
    content: content.map((s) => (s === head ? office : s)),
  };
}

/** "where does NAME work", "where does NAME stand on it": a body or a stance is asked for, and no place. */
function asksForNoPlace(q: Reading): boolean {
  return q.spans.some((s) => means(s, 'e:') && q.is(s.start - 1, 'auxiliary') && q.is(s.end, 'placeless'));
}
