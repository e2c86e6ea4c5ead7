/** The gate over what was spoken of: that somebody met does not say what about. */
import { holdsAny } from '../any-of.ts';
import { type Conflict, type Gate, OPEN } from './gate.ts';

/** "what did they discuss": a fact in which all who are named say something, or somebody does. */
export const matters: Gate = ({ question: { matter } }) => {
  if (!matter) return null;
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: matter.said }];
  return ({ voices }) => (voices.size > 0 && matter.by.every((n) => holdsAny(voices, n.entities)) ? OPEN : conflict);
};
