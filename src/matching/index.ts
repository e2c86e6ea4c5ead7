export { holdsAny } from './any-of.ts';
export { closure } from './belonging.ts';
export {
  asksSlotOfEvent,
  type DecisionModel,
  FEATURES,
  type FeatureName,
  type Features,
  featuresOf,
  probability,
} from './decide.ts';
export { eventGroups } from './event-groups.ts';
export type { EventTables } from './event-tables.ts';
export { type Evidence, type Explained, holdsQuoted, onlyAsks } from './evidence.ts';
export { createFactIndex, type FactIndex } from './fact-index.ts';
export { CONFLICT_KINDS, type Conflict, type ConflictKind, fitsDate } from './gates/index.ts';
export type { KeyTable, Texts } from './key-table.ts';
export { match } from './match.ts';
export { keysOf, type Profile, wordKey } from './profile.ts';
export { type Candidate, type LazyInOrder, type Matches, onlyWith } from './ranking.ts';
export type { Rows } from './rows.ts';
export { type FactTables, tablesOf } from './tables.ts';
export { leansOn, type ThreadState } from './thread.ts';
