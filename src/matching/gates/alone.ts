/** The gate over "to China alone", "only China": of a fact in which others are beside it, that is the contrary. */
import type { SlotName } from '../../facts/index.ts';
import { type Conflict, type Gate, OPEN } from './gate.ts';

/** Slots whose values stand side by side. */
const BESIDE: readonly SlotName[] = ['who', 'whom', 'where'];

export const alone: Gate = ({ question }) => {
  if (question.asked.form !== 'yes-no' || question.alone.length === 0) return null;
  return ({ fact }) =>
    question.alone.flatMap(({ name, word }): readonly Conflict[] => {
      const others = BESIDE.some((slot) => {
        const ids = (fact[slot] ?? []).flatMap((v) => v.entity ?? []);
        return ids.some((id) => name.entities.includes(id)) && ids.some((id) => !name.entities.includes(id));
      });
      return others ? [{ kind: 'opposite', failed: word.text, bases: word.bases }] : OPEN;
    });
};
