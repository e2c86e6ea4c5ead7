/** The gate over a kind of event that a reply is to, or of which something is said: no scene, and no other kind. */
import { type Store, wordClass } from '../../facts/index.ts';
import { means, type Span } from '../../lookup/index.ts';
import type { Question } from '../../question/index.ts';
import { type Conflict, failing, type Gate } from './gate.ts';

/** "how did NAME react to the flights", "who held that the patrol created risks": a fact that tells of no such event is about another. */
export const kinds: Gate = ({ store, question }) => {
  const { content, asides, saidClause } = question;
  const told = content.filter(
    (s) =>
      means(s, 'k:') &&
      !means(s, 'v:') &&
      !means(s, 'e:') &&
      !asides.has(s) &&
      (saidClause.has(s) || isAnswered(store, question, s)),
  );
  if (told.length === 0) return null;
  return ({ concepts, words, fact }): readonly Conflict[] => {
    const answered = fact.answers && store.events.get(fact.answers)?.kind;
    const isOf = (m: string) => concepts.has(m) || m === `k:${answered}`;
    return failing(
      told,
      ({ meanings, telling }) =>
        !meanings.some((m) => m.startsWith('k:') && isOf(m)) && !telling.every((b) => words.has(b)),
      ({ text }) => ({ kind: 'name', failed: text }),
    );
  };
};

/** "how did NAME react to the November patrol": what a reply is to is no scene of it. */
export function isAnswered(store: Store, { mainVerb, words, spans }: Question, event: Span): boolean {
  if (!mainVerb?.meanings.some((m) => m.startsWith('p:') && wordClass(store, 'reply').has(m.slice(2)))) return false;
  // "react publicly to": how one replied may stand between.
  const how = spans.find((s) => s.start === mainVerb.end);
  const isTo = (i: number) => wordClass(store, 'to').has(words[i]?.lower ?? '');
  const to = how && !isTo(how.start) && means(how, 'l') ? how.end : mainVerb.end;
  return (
    isTo(to) &&
    to < event.start &&
    words.slice(to + 1, event.start).every((w) => wordClass(store, 'determiner').has(w.lower))
  );
}
