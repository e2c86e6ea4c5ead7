/** The gate over "which other country": whoever is asked for is somebody whom the question does not name itself. */
import { SLOTS, type SlotName, type StoredFact } from '../../facts/index.ts';
import { closure } from '../belonging.ts';
import { type Conflict, type Gate, OPEN } from './gate.ts';

/** Kinds of those who do what others do too. */
const DOERS: ReadonlySet<string> = new Set(['person', 'country', 'agency']);

/** "which fellow member signed NAME's protest": a fact in which nobody does it but NAME, and those who belong to NAME, gives no other. */
export const others: Gate = ({ store, question }) => {
  const { wants, noun, form, words } = question.asked;
  const named = question.names.filter(({ span }) => !words.has(span.start));
  if (
    !question.others ||
    !(form === 'who' || wants.every((w) => DOERS.has(w) || w === 'place')) ||
    question.chooses ||
    named.length === 0
  )
    return null;
  const known = new Set(named.flatMap((n) => n.entities));
  const slots: readonly SlotName[] = question.others === 'doers' ? ['who', 'agency'] : SLOTS;
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: noun ?? form }];
  const isKnown = (id: string) => [...closure(store, [id])].some((one) => known.has(one));
  return ({ fact }) => {
    const given = givenBy(fact, slots).filter((id) => DOERS.has(store.entities.get(id)?.kind ?? ''));
    return given.length > 0 && given.every(isKnown) ? conflict : OPEN;
  };
};

/** Whom a fact gives by name: its speaker, and what the slots hold. */
function givenBy(fact: StoredFact, slots: readonly SlotName[]): string[] {
  const values = slots.flatMap((slot) => fact[slot] ?? []);
  return [fact.speaker, ...values.map((v) => v.entity)].filter((id) => id !== undefined);
}
