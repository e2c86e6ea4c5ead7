/** What some of a question's spans weigh together: asked hundreds of times for each question, for few different sets. */

/** Of so many spans at most the weights of all sets are computed beforehand. */
const FEW = 8;

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
