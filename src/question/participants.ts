/** "who took part in the transit", "who were the participants": those of an event, and nothing else about it. */
import { means } from '../lookup/index.ts';
import type { Asked, Question } from './question.ts';
import type { Reading } from './reading.ts';

/** Whether a question asks for those who took part, and for no more than that: all else it says names the event. */
export function asksParticipants(q: Reading, asked: Asked, content: Question['content']): boolean {
  if (!q.has('takes-part') || !asked.wants.includes('person') || asked.form === 'whom') return false;
  return q.spans.every(
    (s) =>
      s.meanings.includes('l') ||
      means(s, 'v:') ||
      !content.includes(s) ||
      q.words.slice(s.start, s.end).some((_, i) => q.is(s.start + i, 'takes-part')),
  );
}
