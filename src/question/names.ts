/** The names of a question: whom each may mean, and which the fact itself must be about. */
import type { Store } from '../facts/index.ts';
import { means, type Span } from '../lookup/index.ts';
import type { NameMention, Question } from './question.ts';
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
      // "who reported NAME's remarks": the remarks are this one's, and nobody else's.
      (q.words[span.end - 1]!.possessive && q.is(span.end, 'statement')) ||
      // "was it NAME that did it?"
      (q.is(span.start - 1, 'expletive') && q.is(span.start - 2, 'auxiliary')) ||
      (q.is(span.start - 1, 'determiner') && q.is(span.start - 2, 'auxiliary')),
  );
}

/** "in Moscow" is the city, "Moscow said" may be the country. */
function entitiesMeant(q: Reading, span: Span, store: Store): string[] {
  const all = span.meanings.filter((m) => m.startsWith('e:')).map((m) => m.slice(2));
  const places = all.filter(
    (id) => store.entities.get(id)?.stands_for !== undefined && store.entities.get(id)?.kind === 'place',
  );
  // "the ministry in NAME says" speaks for the country.
  return places.length > 0 && q.is(span.start - 1, 'inside') && !q.is(span.end, 'say') ? places : all;
}

/** The names that are said to be the only ones ("to NAME alone", "only NAME"), each with the word that says so. */
export function aloneIn(q: Reading, names: readonly NameMention[]): Question['alone'] {
  return names.flatMap((name) => {
    let at = name.span.start - 1;
    while (q.is(at, 'determiner') || q.is(at, 'preposition') || q.is(at, 'with')) at--;
    const word = q.is(name.span.end, 'alone') ? q.spanAt(name.span.end) : q.is(at, 'only') ? q.spanAt(at) : undefined;
    return word ? [{ name, word }] : [];
  });
}
