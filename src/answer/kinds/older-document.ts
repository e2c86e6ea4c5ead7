/** "which of the two documents is older?": the documents in order of the days that they bear, or of what they report. */
import { type DocumentRecord, intervalOf, wordClass } from '../../facts/index.ts';
import { means, type Span } from '../../lookup/index.ts';
import type { Profile } from '../../matching/index.ts';
import { dayOf } from '../day-of.ts';
import type { Kind, Task } from '../task.ts';

/** How one asks which it is. */
const FORMS: ReadonlySet<string> = new Set(['order', 'which', 'what', 'any']);

/** A question over more documents than this has no answer that anybody would read. */
const DOCUMENTS = 10;

export const olderDocument: Kind = (task) => {
  const { question, store, composer } = task;
  if (!FORMS.has(question.asked.form) || !question.namesText || question.names.length > 0) return undefined;
  // Only the texts themselves are put in order, not what they tell.
  const publications = wordClass(store, 'publication');
  const isOther = (s: Span) => s.meanings.some((m) => m.startsWith('a:')) && !publications.has(s.text.toLowerCase());
  if (question.spans.some(isOther)) return undefined;
  const latest = wordClass(store, 'latest');
  const ordering = [...wordClass(store, 'order'), ...latest];
  const isOrdering = ({ text }: Span) => ordering.includes(text.toLowerCase());
  const isText = (s: Span) => means(s, 'd:') || s.meanings.includes('l') || /^[#\d]/u.test(s.meanings[0] ?? s.text);
  if (!question.spans.some(isOrdering) || !question.content.every((s) => isText(s) || isOrdering(s))) return undefined;
  const named = question.documents.length > 1 ? question.documents : [...store.documents.keys()];
  if (named.length < 2 || named.length > DOCUMENTS) return undefined;
  const dated = named.map((id) => datingFact(task, store.documents.get(id)!));
  if (!dated.every((d) => d !== undefined)) return undefined;
  const sorted = [...dated].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const newestFirst = question.spans.some((s) => latest.has(s.text.toLowerCase()));
  if (newestFirst) sorted.reverse();
  const facts = sorted.map((d) => d.fact);
  const clauses = facts.flatMap((p) => composer.datedLine(p.fact));
  return { clauses: [composer.remark(newestFirst ? 'Newest first:' : 'Oldest first:'), ...clauses], facts };
};

/** A fact that tells a document's day: that it bears it, or, of a text that bears none, what it reports of the day it covers. */
function datingFact(
  { store, index }: Task,
  document: DocumentRecord,
): { readonly day: string; readonly fact: Profile } | undefined {
  const day = intervalOf(document.published ?? document.covers)?.from;
  if (!day) return undefined;
  const isOfText = document.published !== null;
  const told = store.facts.find((f) => {
    const profile = f.document === document.id && (f.of === document.id) === isOfText ? index.byId(f.id) : undefined;
    const days = profile && dayOf(store, profile);
    return days?.from === day && days.to === day;
  });
  const fact = told && index.byId(told.id);
  return fact && { day, fact };
}
