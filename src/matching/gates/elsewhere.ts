/** "why was the summit held in NAME": of an event whose place is recorded, nothing took place anywhere else. */
import { slotValues, wordClass } from '../../facts/index.ts';
import { means } from '../../lookup/index.ts';
import type { Question } from '../../question/index.ts';
import { closure } from '../belonging.ts';
import { type Conflict, failing, type Gate, OPEN } from './gate.ts';

/** Where a question is of one event and of nothing else that happened, the place that it gives must be the event's. */
export const elsewhere: Gate = ({ store, question }) => {
  const places = question.names.filter((n) => question.within.has(n.span) && !question.asides.has(n.span));
  const id = places.length > 0 ? eventAlone(question, wordClass(store, 'staged')) : undefined;
  const where = (id ? store.events.get(id)?.where : undefined)?.flatMap((v) => v.entity ?? []) ?? [];
  if (where.length === 0) return null;
  const holding = closure(store, where);
  const strange = places.find(({ entities }) => {
    const around = closure(store, entities);
    return !entities.some((e) => holding.has(e)) && !where.some((e) => around.has(e));
  });
  if (!strange) return null;
  const conflict: readonly Conflict[] = [{ kind: 'name', failed: strange.span.text }];
  return () => conflict;
};

/** "did they meet in NAME": a fact that says where it happened does not say that it happened elsewhere. */
export const misplaced: Gate = ({ store, question: { asked, names, within, asides, words } }) => {
  if (asked.form !== 'yes-no') return null;
  const isPlace = (id: string) => PLACES.has(store.entities.get(id)!.kind);
  const places = names
    .filter(({ span, entities }) => within.has(span) && !asides.has(span) && entities.every(isPlace))
    .filter(({ span }) => !words[span.end - 1]!.possessive)
    .map(({ span, entities }) => ({ span, entities, around: closure(store, entities) }));
  if (places.length === 0) return null;
  return ({ fact }) => {
    const where = slotValues(store, fact, 'where').map((v) => v.entity);
    const known = where.filter((id) => id !== undefined);
    if (known.length === 0 || known.length < where.length) return OPEN;
    const holding = closure(store, known);
    return failing(
      places,
      ({ entities, around }) => !entities.some((e) => holding.has(e)) && !known.some((e) => around.has(e)),
      ({ span }) => ({ kind: 'name', failed: span.text }),
    );
  };
};

const PLACES: ReadonlySet<string> = new Set(['place', 'country']);

/** The event that a question names, where all else in it is a place, tells nothing, or says only that the event took place. */
function eventAlone({ content, within, dates, asides }: Question, staged: ReadonlySet<string>): string | undefined {
  const named = new Set<string>();
  for (const span of content) {
    if (within.has(span) || span.meanings.includes('l') || asides.has(span)) continue;
    if (means(span, 'v:') && !means(span, 'e:'))
      for (const m of span.meanings) if (m.startsWith('v:')) named.add(m.slice(2));
    if (!means(span, 'v:') && !span.meanings.some((m) => staged.has(m.slice(2)) && m.startsWith('p:')))
      return undefined;
  }
  return named.size === 1 && dates.length === 0 ? [...named][0] : undefined;
}
