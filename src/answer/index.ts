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
export { createEngine, type Engine, type Trace } from './engine.ts';
