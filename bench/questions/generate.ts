/** All questions of a run, by seed and number: in an order that mixes all kinds, so that any first part is a fair sample. */
import { createRandom, type Random } from '../../scripts/adversary/random.ts';
import type { Made } from '../store/generate.ts';
import { type Draw, drawDay, drawFollowUp, drawList, drawOrder, drawSlot } from './from-events.ts';
import { drawDefinition, drawSaid } from './from-statements.ts';
import { drawNever, drawWrongKind, drawWrongSlot, drawWrongSpeaker } from './near-miss.ts';
import type { BenchQuestion } from './question.ts';
import { createTruth, type Truth } from './truth.ts';
import { drawTypo } from './typos.ts';

type Making = readonly [share: number, make: (truth: Truth, random: Random) => Draw];

const CLEAN: readonly Making[] = [
  [0.68, drawSlot],
  [0.14, drawSaid],
  [0.06, drawDefinition],
  [0.03, drawList],
  [0.03, drawDay],
  [0.02, drawOrder],
  [0.04, drawFollowUp],
];
const NEAR_MISSES: readonly Making[] = [
  [0.65, drawWrongSlot],
  [0.1, drawWrongKind],
  [0.15, drawWrongSpeaker],
  [0.1, drawNever],
];
/** Of all questions: these have no answer. */
const NEAR_MISS_SHARE = 0.3;
/** Of all questions: these have a typo. */
const TYPO_SHARE = 0.2;

/**
 * Makes `count` questions.
 * @param seed another seed gives other questions on the same store (for the tuning of cut-offs)
 */
export function makeQuestions(made: Made, count: number, seed: number): BenchQuestion[] {
  const truth = createTruth(made);
  const random = createRandom(seed);
  const seen = new Set<string>();
  const near = Math.round(count * NEAR_MISS_SHARE);
  const typos = Math.round(count * TYPO_SHARE);
  const draw = (makings: readonly Making[], quota: number) =>
    makings.flatMap(([share, make]) => collect(Math.round(quota * share), make(truth, random), seen));
  const clean = draw(CLEAN, count - near - typos);
  const all = [...clean, ...collect(typos, drawTypo(made, clean, random), seen), ...draw(NEAR_MISSES, near)];
  return shuffled(all, random);
}

/** Draws until there are `quota` different questions, or the draws run dry. */
function collect(quota: number, draw: Draw, seen: Set<string>): BenchQuestion[] {
  const found: BenchQuestion[] = [];
  for (let tries = 0; found.length < quota && tries < quota * 40; tries++) {
    const one = draw();
    const key = one && `${one.context?.join(' ') ?? ''}|${one.text}`;
    if (!one || seen.has(key!)) continue;
    seen.add(key!);
    found.push(one);
  }
  return found;
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}
