import type { Spread } from '../joint/spreadOf.ts';
import type { AllocationRule, DimensionWeighing, WeightedCounts, WeightedSums } from './types.ts';

/** What respondents who share out points are asked to sum to: 100, give or take half a point. */
export const ALLOCATION_RULE: AllocationRule = { total: 100, tolerance: 0.5 };

/** The mean of respondents' weighted scores, in scale steps. */
export interface OwnWeightedMean {
  /** The mean. */
  readonly value: number;
  /** Its spread. */
  readonly spread: Spread;
  /** The mean share of each dimension in a respondent's weights. */
  readonly shares: readonly number[];
  /** What became of every response. */
  readonly counts: WeightedCounts;
}

/**
 * The mean of respondents' scores, each weighted by that respondent's own weights.
 *
 *     score_i = Σ_d w_id · x_id / Σ_d w_id,  value = mean of score_i
 *
 * Weights are always divided by their own sum, so that a score stays within the scale whatever they sum
 * to; allocations that do not sum to 100 are counted. A respondent who gives no weight to anything
 * gives the same to all.
 */
export function ownWeightedMean(
  { withoutWeights, withoutScore, groups }: WeightedSums,
  { from, questions, scale }: DimensionWeighing,
): OwnWeightedMean {
  const { step = 1 } = scale;
  const shareSums = questions.map(() => 0);
  let n = 0;
  let sum = 0;
  let squares = 0;
  let rescaled = 0;
  let unweighted = 0;
  for (const { total, respondents, weightSums, sums } of groups) {
    const divisor = total === 0 ? questions.length : total;
    n += respondents;
    if (total === 0) unweighted += respondents;
    else if (from === 'allocation' && !isAllocation(total * step)) rescaled += respondents;
    for (const dimension of questions.keys()) {
      const share = total === 0 ? respondents / divisor : (weightSums[dimension] ?? 0) / divisor;
      shareSums[dimension] = (shareSums[dimension] ?? 0) + share;
    }
    for (const { first, second, firstParts, secondParts, firstSum, productSum } of sums.cells) {
      const product = productSum / (firstParts * secondParts * divisor * divisor);
      squares += first === second ? product : 2 * product;
      if (first === second) sum += firstSum / (firstParts * divisor);
    }
  }
  const value = n === 0 ? 0 : sum / n;
  const around = n === 0 ? 0 : squares / (n * n) - (value * value) / n;
  return {
    value,
    spread: { n, squares: around, magnitude: n === 0 ? 0 : squares / (n * n) },
    shares: shareSums.map((share) => (n === 0 ? 0 : share / n)),
    counts: { weighted: n, rescaled, unweighted, withoutWeights, withoutScore },
  };
}

function isAllocation(points: number): boolean {
  return Math.abs(points - ALLOCATION_RULE.total) <= ALLOCATION_RULE.tolerance;
}
