/**
 * The hard gates: where a question and a fact cannot both be right. Each rule names the part of the question that fails; an
 * empty list means that nothing speaks against the fact.
 */
import type { Profile } from '../profile.ts';
import { alone } from './alone.ts';
import { anotherEvent } from './another-event.ts';
import { dates, granularity, meanwhile, occasion } from './dates.ts';
import { elsewhere, misplaced } from './elsewhere.ts';
import type { Check, Conflict, Gate, GateInput } from './gate.ts';
import { kinds } from './kinds.ts';
import { lent } from './lent.ts';
import { matters } from './matters.ts';
import { bearing, documents, events, exclusions, names, offices, strangers, subjects } from './names.ts';
import { opposites } from './opposites.ts';
import { others } from './others.ts';
import { finer, sites, whereabouts } from './places.ts';
import { deeds, predicates, replies, roles, speakers } from './roles.ts';
import { routes } from './routes.ts';
import { contrast, counted, denial, given, never, numbers, ownCount, succession } from './values.ts';
import { another, headed, hearers, insiders, natives, somebody, things } from './whom-asked.ts';

export { fitsDate } from './dates.ts';
export { CONFLICT_KINDS, type Conflict, type ConflictKind, type GateInput } from './gate.ts';
export * from './opposites.ts';

/** All gates, in the order in which a refusal names them. */
const GATES: readonly Gate[] = [
  strangers,
  names,
  subjects,
  exclusions,
  events,
  kinds,
  elsewhere,
  misplaced,
  offices,
  documents,
  bearing,
  never,
  succession,
  speakers,
  predicates,
  deeds,
  roles,
  replies,
  dates,
  granularity,
  occasion,
  meanwhile,
  lent,
  numbers,
  given,
  counted,
  ownCount,
  another,
  natives,
  somebody,
  things,
  headed,
  insiders,
  matters,
  others,
  hearers,
  finer,
  sites,
  whereabouts,
  anotherEvent,
  denial,
  opposites,
  routes,
  alone,
  contrast,
];

/** Of them, those that can find a fact to say the contrary ('opposite'), or another number. */
const OF_CONTRARIES: ReadonlySet<Gate> = new Set([numbers, denial, opposites, routes, alone]);

/** What facts are held against, of the gates that concern a question. */
export interface Checks {
  /** Everything that speaks against a fact. */
  readonly all: (profile: Profile, sameAsk: string | null) => Conflict[];
  /** Of it, what the gates of contraries find; null where none concerns the question. */
  readonly contraries: ((profile: Profile) => readonly Conflict[]) | null;
}

/** Makes what tells everything that speaks against a fact. */
export function createChecks(input: GateInput): Checks {
  const checks: Check[] = [];
  const contraries: Check[] = [];
  for (const gate of GATES) {
    const check = gate(input);
    if (!check) continue;
    checks.push(check);
    if (OF_CONTRARIES.has(gate)) contraries.push(check);
  }
  const holding =
    (of: readonly Check[]) =>
    (profile: Profile, sameAsk: string | null): Conflict[] => {
      const conflicts: Conflict[] = [];
      for (let i = 0; i < of.length; i++) {
        const found = of[i]!(profile, sameAsk);
        for (let j = 0; j < found.length; j++) conflicts.push(found[j]!);
      }
      return conflicts;
    };
  const ofContraries = holding(contraries);
  return {
    all: holding(checks),
    contraries: contraries.length === 0 ? null : (profile) => ofContraries(profile, null),
  };
}
