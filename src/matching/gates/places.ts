/** Gates over places: a part of one, one with a name of its own, and that of an event. */
import { type Store, slotValues, wordClass } from '../../facts/index.ts';
import { means } from '../../lookup/index.ts';
import type { Question } from '../../question/index.ts';
import { closure } from '../belonging.ts';
import { type Conflict, type Gate, OPEN } from './gate.ts';

/** "where in NAME": NAME itself, or what it lies in, does not say. */
export const finer: Gate = ({ store, question: { whole } }) => {
  if (!whole) return null;
  const around = closure(store, whole.name.entities);
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: whole.said }];
  const isPart = ({ entity }: { entity?: string | undefined }) => entity === undefined || !around.has(entity);
  return ({ fact }) => (slotValues(store, fact, 'where').some(isPart) ? OPEN : conflict);
};

/** "in which city": a place with a name, not only "at the border". */
export const sites: Gate = ({ store, question }) => {
  const { head, noun } = question.asked;
  if (!head || question.chooses || !isSite(store, question)) return null;
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: noun ?? head.text }];
  return ({ fact }) => (slotValues(store, fact, 'where').some(({ entity }) => entity) ? OPEN : conflict);
};

function isSite(store: Store, { asked: { head, wants } }: Question): boolean {
  return wants.every((w) => w === 'place') && wordClass(store, 'sites').has(head!.text.toLowerCase());
}

/** "where was the signing": of an event that took place nowhere in particular, what its facts place is something else. */
export const whereabouts: Gate = ({ store, question: { asked, content, scenes, asides, chooses } }) => {
  if (chooses || !(asked.form === 'where' || (asked.head && asked.wants.every((w) => w === 'place')))) return null;
  const said = content.filter((s) => !scenes.has(s) && !asides.has(s));
  // Whoever says more than that it took place asks of something in it.
  if (!said.every((s) => means(s, 'v:') || means(s, 'e:'))) return null;
  const events = said.flatMap((s) => s.meanings.filter((m) => m.startsWith('v:')).map((m) => m.slice(2)));
  if (events.length === 0 || events.some((id) => store.events.get(id)?.where?.length)) return null;
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: asked.noun ?? asked.form }];
  return ({ fact }) => (events.includes(fact.of) ? conflict : OPEN);
};
