import { checkScale } from '../../model/checkScale.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import { quote } from '../../shared/quote.ts';
import { checkList, checkObject } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { EffectiveSize, WeightedAnswers } from './weightedTypes.ts';

/** What every weighted score needs to know of its answers. */
export interface WeightTotals {
  /** The sum of all weights. */
  readonly weight: number;
  /** How many answers of equal weight would tell as much; 0 where no weight is above 0. */
  readonly effectiveN: number;
  /** How many times as many answers are needed because of the weights. */
  readonly designEffect: number;
}

/**
 * The totals of weighted answers.
 *
 * @throws `invalid-argument` where they cannot be sums of weights: not one for every answer of the scale,
 * a number below 0 or not finite, or a sum of weights without one of squares
 */
export function weightTotals(given: WeightedAnswers): WeightTotals {
  checkObject('answers', given);
  const { scale, n, weights, squaredWeights } = given;
  checkObject('answers.scale', scale);
  checkScale(scale);
  checkList('answers.weights', weights);
  checkList('answers.squaredWeights', squaredWeights);
  const answers = answerCount(scale);
  const isFinal = (sum: unknown): sum is number =>
    typeof sum === 'number' && (sum === 0 || (sum >= LEAST_SUM && sum <= MOST_SUM));
  const isSum = (sum: number, place: number): boolean =>
    isFinal(sum) && sum > 0 === (squaredWeights[place] ?? -1) > 0;
  const areSums =
    weights.length === answers &&
    squaredWeights.length === answers &&
    squaredWeights.every(isFinal) &&
    weights.every(isSum);
  const isSize = areSums && Number.isSafeInteger(n) && n >= weights.filter((sum) => sum > 0).length;
  if (!isSize) {
    throw new ServiceCycleError(
      'invalid-argument',
      `n is ${quote(n)}, weights are ${told(weights)} and their squares ${told(squaredWeights)}; expected sums, 0 or more, for each of ${answers} answers, and as many who gave them`,
    );
  }
  const weight = add(weights);
  if (weight === 0) return { weight, effectiveN: 0, designEffect: 1 };
  return { weight, ...effectiveSize(n, weight, add(squaredWeights)) };
}

/**
 * Kish's effective size from sums, kept within 1 and n, where rounding could push it out.
 *
 *     effectiveN = (Σ w)² / Σ w²,   designEffect = n / effectiveN
 *
 * @param n - how many answers there are
 * @param weight - the sum of their weights, above 0
 * @param squaredWeight - the sum of their squared weights, above 0
 */
export function effectiveSize(n: number, weight: number, squaredWeight: number): EffectiveSize {
  const effectiveN = Math.min(n, Math.max(1, (weight / squaredWeight) * weight));
  return { kind: 'effective-size', n, effectiveN, designEffect: n / effectiveN };
}
/** Beyond these, squares of sums are none. */
const LEAST_SUM = 1e-150;
const MOST_SUM = 1e150;

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The first of these numbers, as a message tells them. */
function told(sums: readonly number[]): string {
  return `${sums.slice(0, 20).map(quote).join(' ')}${sums.length > 20 ? ' ...' : ''}`;
}
