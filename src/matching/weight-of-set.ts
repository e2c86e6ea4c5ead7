/** Sets of a question's spans as bits, and what they weigh together: asked hundreds of times for each question, of few different sets. */

/** Of so many spans at most the weights of all sets are computed beforehand. */
const FEW = 8;

/** How many members a set has. */
export function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The weight of a set of spans, given as bits. */
export type WeightOfSet = (bits: number) => number;

/** Gives the weight of any set of the first 32 spans. */
export function weightOfSet(weights: Float64Array): WeightOfSet {
  if (weights.length > FEW) {
    return (set) => {
      let sum = 0;
      for (let bits = set; bits !== 0; bits &= bits - 1) sum += weights[31 - Math.clz32(bits & -bits)]!;
      return sum;
    };
  }
  const sums = new Float64Array(1 << weights.length);
  for (let set = 1; set < sums.length; set++)
    sums[set] = sums[set & (set - 1)]! + weights[31 - Math.clz32(set & -set)]!;
  return (set) => sums[set]!;
}
