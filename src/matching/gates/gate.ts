/** What a gate is: a rule that says where a question and a fact cannot both be right. */
import type { Store } from '../../facts/index.ts';
import type { Question } from '../../question/index.ts';
import type { Holds, Profile } from '../profile.ts';
import type { Opposed } from './opposites.ts';

/** All gates, by what a fact fails at; for the ablation of `npm run eval`. */
export const CONFLICT_KINDS = [
  'name',
  'stranger',
  'speaker',
  'role',
  'date',
  'finer-date',
  'number',
  'document',
  'contrast',
  'opposite',
  'excluded-name',
  'never',
  'office',
  'predicate',
  'slot',
  'excluded',
] as const;

/** The gate that a fact fails. */
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** One reason why a fact does not answer a question. */
export interface Conflict {
  readonly kind: ConflictKind;
  /** The part of the question that fails, as written. */
  readonly failed: string;
}

/** Everything a gate looks at. */
export interface GateInput {
  readonly store: Store;
  readonly question: Question;
  readonly profile: Profile;
  readonly opposed: readonly Opposed[];
  /** Predicate classes that some fact of the store has. */
  readonly classes: Holds<string>;
  /** A way to ask for the fact that asks nearly as the question does; null where none does. */
  readonly sameAsk: string | null;
}

/** Looks at a question and a fact, and names each part of the question that fails; nothing when the gate is open. */
export type Gate = (input: GateInput) => Conflict[];

/**
 * What a gate looks for in the question alone, found once and not again for each fact.
 * @param find gives it; must depend on nothing but its argument
 */
export function once<K extends object, T>(find: (of: K) => T): (of: K) => T {
  const found = new WeakMap<K, { readonly value: T }>();
  return (of) => {
    let known = found.get(of);
    if (!known) found.set(of, (known = { value: find(of) }));
    return known.value;
  };
}
