import type { Interval } from '../../shared/estimate.ts';
import { refuse } from '../../shared/refuse.ts';
import { studentTPValue, studentTQuantile } from '../distributions/studentT.ts';
import { type IntervalOptions, levelOf } from '../intervals/intervalOptions.ts';
import { checkMeanSummary, type MeanSummary } from '../intervals/meanInterval.ts';

/** The difference of two means, how far it can be trusted, and a t test of it. */
export interface MeanDifference {
  /** The first mean less the second, in the unit of the values. */
  readonly difference: number;
  /** The standard error of the difference, in that unit. */
  readonly standardError: number;
  /** The difference in standard errors. */
  readonly statistic: number;
  /** The degrees of freedom of its t distribution, not necessarily whole. */
  readonly degreesOfFreedom: number;
  /** How often a difference at least as large would come from equal means, 0 to 1. */
  readonly pValue: number;
  /** The interval of the difference. */
  readonly interval: Interval;
}

/**
 * Welch's t test of two independent means, whose spreads need not be the same.
 *
 *     e² = v₁/n₁ + v₂/n₂,  t = (m₁ - m₂) / e
 *     df = e⁴ / ((v₁/n₁)²/(n₁ - 1) + (v₂/n₂)²/(n₂ - 1))
 *     interval = m₁ - m₂ ± e · the (1 + level)/2 quantile of t with df
 *
 * Chosen over the test with one pooled variance, which is wrong where the smaller group varies more.
 * One of the two variances may be 0. Where both are, there is no spread to judge a difference by:
 * that is refused, and the caller has a name for it. Not for the same people asked twice: see
 * `pairedTTest`.
 *
 * @param first - size, mean and sample variance of the group to subtract from
 * @param second - those of the group to subtract
 * @param options - the confidence level
 * @throws `invalid-argument` where a group has fewer than 2 values or figures that are none, both
 * variances are 0 or the level is outside its range
 * @example
 * const test = welchTest({ n: 40, mean: 4.2, variance: 0.9 }, { n: 25, mean: 3.6, variance: 1.4 });
 * test.degreesOfFreedom // ~> 42.898434
 * test.pValue // ~> 0.037956
 * @see Welch (1947), Biometrika 34, 28-35
 * @see Satterthwaite (1946), Biometrics Bulletin 2, 110-114
 */
export function welchTest(
  first: MeanSummary,
  second: MeanSummary,
  options: IntervalOptions = {},
): MeanDifference {
  const level = levelOf(options);
  checkMeanSummary('first', first);
  checkMeanSummary('second', second);
  const squared1 = first.variance / first.n;
  const squared2 = second.variance / second.n;
  const squared = squared1 + squared2;
  if (squared === 0) refuse('the sum of both variances', squared, 'a number above 0');
  const share1 = squared1 / squared;
  const share2 = squared2 / squared;
  const degreesOfFreedom =
    1 / ((share1 * share1) / (first.n - 1) + (share2 * share2) / (second.n - 1));
  const standardError = Math.sqrt(squared);
  const difference = first.mean - second.mean;
  const statistic = difference / standardError;
  if (!Number.isFinite(statistic)) {
    refuse('the difference of the means', difference, 'one that is a number of standard errors');
  }
  const half = -studentTQuantile((1 - level) / 2, degreesOfFreedom) * standardError;
  return {
    difference,
    standardError,
    statistic,
    degreesOfFreedom,
    pValue: studentTPValue(statistic, degreesOfFreedom),
    interval: { low: difference - half, high: difference + half, level, method: 'student-t' },
  };
}
