/** All cases of a run, by seed and size. */
import type { Store } from '../../src/facts/index.ts';
import { type Case, collect, type Drawer } from './case.ts';
import { drawFollowUp } from './follow-ups.ts';
import { drawAnnotation, drawKindAnnotation } from './from-annotations.ts';
import { drawDefinition } from './from-entities.ts';
import { drawCleft, drawCount, drawDated, drawSlot } from './from-events.ts';
import { drawSaid, drawStatement } from './from-statements.ts';
import { drawUndated, drawWrongDate } from './near-dates.ts';
import { drawNeverRecorded, drawStranger, drawWrongDocument, drawWrongNumber, drawWrongPlace } from './near-others.ts';
import { drawReversed, drawSilent, drawWrongActor, drawWrongPatient, drawWrongSpeaker } from './near-roles.ts';
import { createRandom, type Random } from './random.ts';
import { drawTypo } from './typos.ts';
import { createWorld, type World } from './world.ts';

type Making = readonly [quota: number, make: (world: World, random: Random) => Drawer];

const ANSWERABLE: readonly Making[] = [
  [1200, drawAnnotation],
  [120, drawKindAnnotation],
  [320, drawSlot],
  [80, drawDated],
  [160, drawCleft],
  [40, drawCount],
  [220, drawStatement],
  [120, drawSaid],
  [160, drawDefinition],
  [180, drawFollowUp],
];

/** How many questions with a typo are drawn from the answerable ones. */
const TYPOS = 2_000;

const NEAR_MISSES: readonly Making[] = [
  [180, (w, r) => drawWrongDate(w, r, 'year')],
  [180, (w, r) => drawWrongDate(w, r, 'month')],
  [180, (w, r) => drawWrongDate(w, r, 'day')],
  [180, (w, r) => drawWrongDate(w, r, 'weekday')],
  [60, drawUndated],
  [300, drawWrongActor],
  [200, drawWrongPatient],
  [120, drawReversed],
  [220, drawWrongSpeaker],
  [60, drawSilent],
  [200, drawWrongPlace],
  [120, drawWrongNumber],
  [200, drawWrongDocument],
  [260, drawNeverRecorded],
  [260, drawStranger],
];

/** The cases of a run. */
export interface Generated {
  readonly answerable: readonly Case[];
  readonly typos: readonly Case[];
  readonly nearMisses: readonly Case[];
}

/** Generates the answerable questions, those with a typo, and the near-misses of a store. */
export function generate(store: Store, seed: number): Generated {
  const world = createWorld(store);
  const random = createRandom(seed);
  const seen = new Set<string>();
  const all = (makings: readonly Making[]) =>
    makings.flatMap(([quota, make]) => collect(quota, make(world, random), seen));
  const answerable = all(ANSWERABLE);
  const typos = collect(TYPOS, drawTypo(world, answerable, random), seen);
  return { answerable, typos, nearMisses: all(NEAR_MISSES) };
}

/** The near-misses alone: `share` of each sort. */
export function generateNearMisses(store: Store, seed: number, share: number): Case[] {
  const world = createWorld(store);
  const random = createRandom(seed);
  const seen = new Set<string>();
  return NEAR_MISSES.flatMap(([quota, make]) => collect(Math.round(quota * share), make(world, random), seen));
}
