export { closure } from './belonging.ts';
export { type DecisionModel, FEATURES, type FeatureName, type Features, featuresOf, probability } from './decide.ts';
export type { Evidence, Explained } from './evidence.ts';
export { createFactIndex, type FactIndex } from './fact-index.ts';
export { CONFLICT_KINDS, type Conflict, type ConflictKind } from './gates/index.ts';
export { type Candidate, type Matches, match } from './match.ts';
export { keysOf, type Profile } from './profile.ts';
export { type FactTables, tablesOf } from './tables.ts';
export type { ThreadState } from './thread.ts';
