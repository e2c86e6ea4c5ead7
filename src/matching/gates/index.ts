/**
 * The hard gates: where a question and a fact cannot both be right. Each rule names the part of the question that fails; an
 * empty list means that nothing speaks against the fact.
 */
import { dates, granularity } from './dates.ts';
import type { Conflict, Gate, GateInput } from './gate.ts';
import { bearing, documents, events, exclusions, names, offices, strangers, subjects } from './names.ts';
import { opposites } from './opposites.ts';
import { deeds, predicates, roles, speakers } from './roles.ts';
import { contrast, counted, denial, never, numbers, succession } from './values.ts';

export { CONFLICT_KINDS, type Conflict, type ConflictKind, type GateInput } from './gate.ts';
export * from './opposites.ts';

/** All gates, in the order in which a refusal names them. */
const GATES: readonly Gate[] = [
  strangers,
  names,
  subjects,
  exclusions,
  events,
  offices,
  documents,
  bearing,
  never,
  succession,
  speakers,
  predicates,
  deeds,
  roles,
  dates,
  granularity,
  numbers,
  counted,
  denial,
  opposites,
  contrast,
];

/** Everything that speaks against the fact. */
export function conflictsOf(input: GateInput): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const gate of GATES) for (const conflict of gate(input)) conflicts.push(conflict);
  return conflicts;
}
