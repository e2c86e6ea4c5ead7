export type {
  Answer,
  Ask,
  AskOptions,
  Citation,
  Clause,
  NearFact,
  Provenance,
  Reason,
  ReasonKind,
  ThreadContext,
} from './answer.ts';
export { type ContractAnswer, toContract } from './contract.ts';
export { type Compiled, compileStore, createEngine, type Engine, engineOf, type Trace } from './engine.ts';
