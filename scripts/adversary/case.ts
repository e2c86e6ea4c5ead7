/** One generated question with what the store says is right for it. Gold comes from the records alone, never from the engine. */
import type { ReasonKind } from '../../src/answer/index.ts';

/** The three batches of a run. */
export type Group = 'answerable' | 'typo' | 'near-miss';

/** A generated question. */
export interface Case {
  readonly group: Group;
  /** Kind of question, or the slot that was changed. */
  readonly sort: string;
  readonly question: string;
  readonly context?: readonly string[];
  /** Facts of which one must be answered with; for a near-miss, the facts whose slot was changed. */
  readonly facts: readonly string[];
  /** Places ("document paragraph") that support the gold facts. */
  readonly places: readonly string[];
  /** Texts of which one must stand in the answer; empty for any. */
  readonly values: readonly string[];
  /** Whether a gold fact without one of the values is wrong. */
  readonly needsValue: boolean;
  /** Whether an answer from a gold place alone is right: a definition stands on its entity, not on a fact. */
  readonly placesSuffice: boolean;
  /** Classes of refusal that are right; only for near-misses. */
  readonly reasons: readonly ReasonKind[];
  /** The question without its typo. */
  readonly clean?: string;
  /** What was changed into what; only for typos and near-misses. */
  readonly change?: string;
}

/** Draws one case by chance; undefined when this draw gives none. */
export type Drawer<C = Case> = () => C | undefined;

/** Draws until there are `quota` different questions, or the draws run dry. */
export function collect(quota: number, draw: Drawer, seen: Set<string>): Case[] {
  const cases: Case[] = [];
  for (let tries = 0; cases.length < quota && tries < quota * 40; tries++) {
    const one = draw();
    if (!one) continue;
    const key = `${one.context?.join(' ') ?? ''}|${one.question.toLowerCase()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    cases.push(one);
  }
  return cases;
}
