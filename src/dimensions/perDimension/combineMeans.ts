import type { JointMean } from '../joint/jointMeans.ts';
import type { JointSums } from '../joint/jointSums.ts';
import { type Spread, spreadOf } from '../joint/spreadOf.ts';

/** A sum of means, each times a factor, in scale steps, and its spread. */
export interface CombinedMean {
  /** The sum. */
  readonly value: number;
  /** Its spread. */
  readonly spread: Spread;
}

/** A sum of means, each times a factor; a mean without a factor does not enter. */
export function combineMeans(
  sums: JointSums,
  means: readonly JointMean[],
  factors: ReadonlyMap<number, number>,
): CombinedMean {
  let value = 0;
  for (const [quantity, factor] of factors) value += factor * (means[quantity]?.mean ?? 0);
  return { value, spread: spreadOf(sums, means, factors) };
}
