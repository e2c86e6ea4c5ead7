/** The words a question turns on: its main verb, and the offices it names without their holder. */
import type { Store } from '../facts/index.ts';
import { means, type Span } from '../lookup/index.ts';
import type { Asked, Question } from './question.ts';
import type { Reading } from './reading.ts';

/**
 * The verb (or its noun) that the question turns on: the first predicate after the asking words and the first auxiliary; where no
 * table holds the verb, the first unknown word there.
 */
export function findMainVerb(q: Reading, content: readonly Span[], { words: asking, form, head }: Asked): Span | null {
  const auxiliary = q.first('auxiliary');
  const start = auxiliary >= 0 ? auxiliary : -1;
  // "the launch - date": the noun that a fragment asks for is no deed.
  const isDeed = (s: Span) => !asking.has(s.start) && !(form === 'any' && s === head);
  const after = content.filter((s) => s.start > start && isDeed(s) && !q.is(s.start, 'say'));
  const unknown = auxiliary >= 0 ? afterSubject(q, auxiliary + 1) : undefined;
  if (unknown && unknown.meanings.length === 0) return unknown;
  const firm = after.filter((s) => !s.meanings.includes('l'));
  return (
    firm.find((s) => means(s, 'p:') && !means(s, 'e:')) ?? after.find((s) => means(s, 'p:') && !means(s, 'e:')) ?? null
  );
}

/** The span after the subject of "did NAME …": past articles and names. */
function afterSubject(q: Reading, start: number): Span | undefined {
  let at = start;
  let named = false;
  for (let span = q.spanAt(at); span; span = q.spanAt(at)) {
    const isName = means(span, 'e:');
    if (!isName && !span.meanings.includes('l')) return named && span.start === at ? span : undefined;
    named ||= isName;
    at = span.end;
  }
  return undefined;
}

/** Bodies named right after a country that they do not belong to, or as that country's. */
export function findForeign(q: Reading, store: Store): Span[] {
  const parents = (id: string, seen = new Set<string>()): Set<string> => {
    if (!seen.has(id)) {
      seen.add(id);
      for (const of of store.entities.get(id)?.of ?? []) parents(of, seen);
    }
    return seen;
  };
  return q.spans.filter((span) => {
    const bodies = span.meanings.filter((m) => m.startsWith('e:')).map((m) => m.slice(2));
    if (!bodies.length || !bodies.every((id) => store.entities.get(id)?.kind === 'organisation')) return false;
    let at = span.start - 1;
    while (q.is(at, 'own') || q.is(at, 'determiner')) at--;
    // "the Defence Ministry of NAME"
    const after = q.is(span.end, 'genitive') ? (q.is(span.end + 1, 'determiner') ? span.end + 2 : span.end + 1) : -1;
    const owner = q.spanAt(after) ?? q.spanAt(at);
    const countries = owner?.meanings.filter((m) => m.startsWith('e:')).map((m) => m.slice(2)) ?? [];
    const adjacent =
      owner &&
      countries.some((id) => store.entities.get(id)?.kind === 'country') &&
      (owner.start === after || !/[,;]/u.test(q.words[owner.end]!.gap));
    return adjacent === true && !bodies.some((id) => countries.some((c) => parents(id).has(c)));
  });
}

/** Offices named without their holder, each with the country or body right before it, or after "of". */
export function findOffices(q: Reading, asides: ReadonlySet<Span>): Question['offices'] {
  return q.spans
    .filter((s) => means(s, 'f:') && !means(s, 'e:') && !asides.has(s))
    .map((span) => {
      // "NAME his defence minister"
      const before = q.spanAt(q.is(span.start - 1, 'own-pronoun') ? span.start - 2 : span.start - 1);
      const next = q.is(span.end, 'genitive')
        ? q.spanAt(q.is(span.end + 1, 'determiner') ? span.end + 2 : span.end + 1)
        : undefined;
      const owner = [before, next].find((s) => s && (means(s, 'e:') || means(s, 's:')));
      return {
        span,
        ids: span.meanings.filter((m) => m.startsWith('f:')).map((m) => m.slice(2)),
        of: owner ? owner.meanings.filter((m) => m.startsWith('e:')).map((m) => m.slice(2)) : null,
        says: q.is(span.end, 'say'),
      };
    });
}
