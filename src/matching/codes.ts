/** How values stand in the tables: strengths of concepts as codes, wanted values as bits. */
import { WANTED, type Wanted } from '../question/index.ts';

/** All degrees of sureness that a concept can have; the position is the code, so that one byte holds it. */
export const STRENGTHS: readonly number[] = [0, 0.45, 0.55, 0.6, 0.7, 0.8, 1];

/**
 * The code of a strength.
 * @throws {RangeError} when `STRENGTHS` lacks it
 */
export function strengthCode(strength: number): number {
  const code = STRENGTHS.indexOf(strength);
  if (code < 0) throw new RangeError(`the strength ${strength} is missing in STRENGTHS`);
  return code;
}

/** The bits of wanted values. */
export function maskOf(wants: Iterable<Wanted>): number {
  let mask = 0;
  for (const wanted of wants) mask |= bitOf(wanted);
  return mask;
}

/** The bit of one wanted value. */
export function bitOf(wanted: Wanted): number {
  return 1 << WANTED.indexOf(wanted);
}
