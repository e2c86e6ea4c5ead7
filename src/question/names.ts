/** The names of a question: whom each may mean, and which the fact itself must be about. */
import type { Store } from '../facts/index.ts';
import { means, type Span } from '../lookup/index.ts';
import type { NameMention } from './question.ts';
import type { Reading } from './reading.ts';

/** The names among the spans that a question is about, each with the entities of the store that it may mean. */
export function findNames(q: Reading, content: readonly Span[], store: Store): NameMention[] {
  return content.filter((s) => means(s, 'e:')).map((span) => ({ span, entities: entitiesMeant(q, span, store) }));
}

/** Of the names, those right after an auxiliary ("did NAME …", "was the NAME …", "was it NAME that …"). */
export function subjectsOf(q: Reading, names: readonly NameMention[]): NameMention[] {
  return names.filter(
    ({ span }) =>
      q.is(span.start - 1, 'auxiliary') ||
      // "was it NAME that did it?"
      (q.words[span.start - 1]?.lower === 'it' && q.is(span.start - 2, 'auxiliary')) ||
      (q.is(span.start - 1, 'determiner') && q.is(span.start - 2, 'auxiliary')),
  );
}

/** "in Moscow" is the city, "Moscow said" may be the country. */
function entitiesMeant(q: Reading, span: Span, store: Store): string[] {
  const all = span.meanings.filter((m) => m.startsWith('e:')).map((m) => m.slice(2));
  const places = all.filter(
    (id) => store.entities.get(id)?.stands_for !== undefined && store.entities.get(id)?.kind === 'place',
  );
  return places.length > 0 && q.is(span.start - 1, 'inside') ? places : all;
}
