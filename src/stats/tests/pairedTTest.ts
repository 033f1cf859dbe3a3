import { refuse } from '../../shared/refuse.ts';
import { studentTPValue } from '../distributions/studentT.ts';
import type { IntervalOptions } from '../intervals/intervalOptions.ts';
import { type MeanSummary, meanInterval } from '../intervals/meanInterval.ts';
import type { MeanDifference } from './welchTest.ts';

/**
 * Student's t test of the differences within pairs, such as two answers of the same person.
 *
 *     e = sqrt(variance / n),  t = mean / e,  df = n - 1
 *     interval = mean ± e · the (1 + level)/2 quantile of t with df
 *
 * Differences that are all alike leave no spread to judge them by: that is refused, and the caller
 * has a name for it.
 *
 * @param differences - how many pairs, the mean of their differences and its sample variance
 * @param options - the confidence level
 * @throws `invalid-argument` where there are fewer than 2 pairs, the variance is not above 0, the mean
 * is not finite or the level is outside its range
 * @example
 * pairedTTest({ n: 30, mean: 0.34, variance: 0.72 }).pValue // ~> 0.036344
 * @see Student (1908), The probable error of a mean, Biometrika 6, 1-25
 */
export function pairedTTest(
  differences: MeanSummary,
  options: IntervalOptions = {},
): MeanDifference {
  const interval = meanInterval(differences, options);
  const { n, mean, variance } = differences;
  const standardError = Math.sqrt(variance / n);
  const statistic = mean / standardError;
  if (!Number.isFinite(statistic)) {
    refuse('the mean of the differences', mean, 'one that is a number of standard errors');
  }
  const degreesOfFreedom = n - 1;
  return {
    difference: mean,
    standardError,
    statistic,
    degreesOfFreedom,
    pValue: studentTPValue(statistic, degreesOfFreedom),
    interval,
  };
}
