/** A generated question of the bench, with what is right for it; gold comes from what was generated, never from an engine. */

/** `clean` and `typo` have an answer in the store, `near-miss` has none: one slot of a true question was changed. */
export type Group = 'clean' | 'typo' | 'near-miss';

/** One question. */
export interface BenchQuestion {
  readonly group: Group;
  /** What it asks for, or what was changed. */
  readonly sort: string;
  readonly text: string;
  /** Earlier questions of the thread. */
  readonly context?: readonly string[];
  /** Ids of facts (or of the entity to be defined) of which one must come first; for a near-miss, those it is near to. */
  readonly gold: readonly string[];
  /** What was changed into what, for a typo or a near-miss. */
  readonly change?: string;
}
