import { quote } from '../../shared/quote.ts';
import { checkList } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { WeightedAnswers } from './weightedTypes.ts';
import { weightTotals } from './weightTotals.ts';

/**
 * The standard error of a weighted mean, by Taylor's linearization.
 *
 *     sqrt(n/(n - 1) · Σ w²·(y - mean)²) / Σ w,   mean = Σ w·y / Σ w
 *
 * `y` is any number given to each answer: the answer itself for a mean, 1 and 0 for a share, and 100, 0
 * and -100 for a net promoter score. With equal weights it is the standard error of a plain mean, with
 * n - 1 below the line.
 *
 * For a group within a larger sample, `n` may be that of the whole sample, as programs for survey
 * designs take it; with that of the group the error is a little larger.
 *
 * @param answers - the weighted answers, of 2 or more
 * @param values - the number that stands for each answer of the scale, the lowest answer first
 * @param around - what deviations are taken from, such as the mean of two samples together; the mean of these
 * answers when absent
 * @throws ServiceCycleError `invalid-argument` where `n` is below 2, no weight is above 0, a value is
 * missing, or the sums cannot be sums of weights
 * @example
 * const answers = {
 *   scale: { min: 1, max: 3 },
 *   n: 3,
 *   weights: [2, 1, 1],
 *   squaredWeights: [4, 1, 1],
 * };
 * linearizedError(answers, [1, 2, 3]) // ~> 0.602728
 * @see Binder (1983), International Statistical Review 51, 279-292
 */
export function linearizedError(
  answers: WeightedAnswers,
  values: readonly number[],
  around?: number,
): number {
  const { weight } = weightTotals(answers);
  checkList('values', values);
  const { n, weights, squaredWeights } = answers;
  if (!(n >= 2 && weight > 0 && values.length === weights.length)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `n is ${quote(n)}, the weights add up to ${weight} and there are ${values.length} values; expected n of 2 or more, a sum above 0 and ${weights.length} values`,
    );
  }
  const mean =
    around ??
    values.reduce((sum, value, place) => sum + ((weights[place] ?? 0) / weight) * value, 0);
  let squares = 0;
  for (const [place, value] of values.entries()) {
    squares += (squaredWeights[place] ?? 0) * (value - mean) ** 2;
  }
  return Math.sqrt((n / (n - 1)) * squares) / weight;
}
