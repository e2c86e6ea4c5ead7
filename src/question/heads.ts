/** The words a question turns on: its main verb, and the offices it names without their holder. */
import { means, type Span } from '../lookup/index.ts';
import type { Reading } from './asked.ts';
import type { Question } from './question.ts';

/**
 * The verb (or its noun) that the question turns on: the first predicate after the asking words and the first auxiliary; where no
 * table holds the verb, the first unknown word there.
 */
export function findMainVerb(q: Reading, content: readonly Span[], asking: ReadonlySet<number>): Span | null {
  const auxiliary = q.words.findIndex((_, i) => q.is(i, 'auxiliary'));
  const start = auxiliary >= 0 ? auxiliary : -1;
  const after = content.filter((s) => s.start > start && !asking.has(s.start) && !q.is(s.start, 'say'));
  const firm = after.filter((s) => !s.meanings.includes('l'));
  return (
    firm.find((s) => means(s, 'p:') && !means(s, 'e:')) ?? after.find((s) => means(s, 'p:') && !means(s, 'e:')) ?? null
  );
}

/** Offices named without their holder, each with the country or body right before it, or after "of". */
export function findOffices(q: Reading, asides: ReadonlySet<Span>): Question['offices'] {
  return q.spans
    .filter((s) => means(s, 'f:') && !means(s, 'e:') && !asides.has(s))
    .map((span) => {
      const before = q.spanAt(span.start - 1);
      const next =
        q.words[span.end]?.lower === 'of'
          ? q.spanAt(q.is(span.end + 1, 'determiner') ? span.end + 2 : span.end + 1)
          : undefined;
      const owner = [before, next].find((s) => s && (means(s, 'e:') || means(s, 's:')));
      return {
        span,
        ids: span.meanings.filter((m) => m.startsWith('f:')).map((m) => m.slice(2)),
        of: owner ? owner.meanings.filter((m) => m.startsWith('e:')).map((m) => m.slice(2)) : null,
      };
    });
}
