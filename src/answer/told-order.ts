/** The order of two things as a fact tells it, for days that do not tell it. */
import { wordClass } from '../facts/index.ts';
import type { Profile } from '../matching/index.ts';
import type { Task } from './task.ts';

/** A fact that tells the order in its own words must explain at least this share of the question. */
const TOLD = 0.75;

/** A fact that tells by itself what came before or after what. */
export function toldOrder({ matches, store }: Task): Profile | undefined {
  const words = [...wordClass(store, 'before'), ...wordClass(store, 'after')];
  return matches.clean.find(
    ({ evidence, profile }) => evidence.coverage >= TOLD && words.some((w) => profile.words.has(w)),
  )?.profile;
}
