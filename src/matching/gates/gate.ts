/** What a gate is: a rule that says where a question and a fact cannot both be right. */
import type { Store } from '../../facts/index.ts';
import type { Question, Role } from '../../question/index.ts';
import type { Holds, Profile } from '../profile.ts';
import type { Told } from '../told.ts';
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
  /** Bases of all words that the fact contradicts. */
  readonly bases?: readonly string[];
}

/** What a gate looks at before any fact. */
export interface GateInput {
  readonly store: Store;
  readonly question: Question;
  readonly opposed: readonly Opposed[];
  /** Predicate classes that some fact of the store has. */
  readonly classes: Holds<string>;
  /** Whether some fact of the store has a concept. */
  readonly held: (key: string) => boolean;
  /** What the document of a fact tells of. */
  readonly told: (of: Profile) => Told;
  /** Who does what to whom in a way to ask. */
  readonly rolesOf: (ask: string) => readonly Role[];
}

/**
 * Holds a fact against the question: names each part of the question that fails, nothing when the gate is open.
 * @param sameAsk the way to ask for the fact that is the question's own, if any
 */
export type Check = (profile: Profile, sameAsk: string | null) => readonly Conflict[];

/**
 * Looks at a question once, and gives what each fact is held against; null when no fact can fail, as most questions concern few
 * gates.
 */
export type Gate = (input: GateInput) => Check | null;

/** No part of the question fails. */
export const OPEN: readonly Conflict[] = [];

/** The conflicts of those parts of the question that fail; most often none does. */
export function failing<T>(
  parts: readonly T[],
  fails: (part: T) => boolean,
  conflict: (part: T) => Conflict,
): readonly Conflict[] {
  let found: Conflict[] | undefined;
  for (let i = 0; i < parts.length; i++) if (fails(parts[i]!)) (found ??= []).push(conflict(parts[i]!));
  return found ?? OPEN;
}
