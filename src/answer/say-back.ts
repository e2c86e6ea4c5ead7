/** Says in one line how a question was understood. */
import type { Store } from '../facts/index.ts';
import type { Question } from '../question/index.ts';

const FORMS: Readonly<Record<Question['asked']['form'], string>> = {
  who: 'who',
  whom: 'whom',
  when: 'when',
  where: 'where',
  why: 'why',
  how: 'how',
  'how-many': 'how many',
  what: 'what',
  which: 'which',
  'yes-no': 'whether',
  define: 'who or what',
  list: 'list',
  said: 'what was said',
  compare: 'compare',
  timeline: 'in order of time',
  order: 'which came first',
  any: 'facts about',
};

/** "who · China, Russia · patrol · on 24 May 2022": the asked slot, the names, the words that were read, the dates. */
export function sayBack(question: Question, store: Store): string {
  const asked = question.asked.noun
    ? `${FORMS[question.asked.form]} ${question.asked.noun}`
    : FORMS[question.asked.form];
  const names = question.names.map((n) => store.entities.get(n.entities[0]!)?.name ?? n.span.text);
  const words = question.content
    .filter((s) => !s.meanings.some((m) => m.startsWith('e:')))
    .map((s) => s.corrected ?? s.text.toLowerCase());
  const dates = question.dates.map((d) => d.text);
  const documents = question.documents.map((id) => `in ${id}`);
  return [asked, names.join(', '), words.join(', '), ...dates, ...documents].filter(Boolean).join(' · ');
}
