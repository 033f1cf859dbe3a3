import type { Interval } from '../../shared/estimate.ts';
import { checkAtLeast, checkFigure, checkObject, checkPositive } from '../../shared/refuse.ts';
import { studentTQuantile } from '../distributions/studentT.ts';
import { type IntervalOptions, levelOf } from './intervalOptions.ts';

/** What a t interval needs to know of a sample. */
export interface MeanSummary {
  /** How many values there are, 2 or more. */
  readonly n: number;
  /** Their mean, in any unit. */
  readonly mean: number;
  /** Their sample variance, with n - 1 below the line, in that unit squared. */
  readonly variance: number;
}

/**
 * Student's t interval of a mean.
 *
 *     mean ± t · sqrt(variance / n),   t = the (1 + level)/2 quantile at n - 1 degrees of freedom
 *
 * A single value has no spread to tell its error from. Values that are all alike have one of 0, and
 * the interval would claim to know the mean without error: both are refused, and the caller has a
 * name for each of them.
 *
 * @param summary - size, mean and sample variance
 * @param options - the confidence level
 * @throws `invalid-argument` where `n` is below 2, the variance is not above 0, the mean is not finite
 * or the level is outside its range
 * @example
 * meanInterval({ n: 6, mean: 5, variance: 4.8 }).low // ~> 2.700802
 * meanInterval({ n: 6, mean: 5, variance: 4.8 }, { level: 0.9 }).high // ~> 6.802314
 * @see Student (1908), The probable error of a mean, Biometrika 6, 1-25
 */
export function meanInterval(summary: MeanSummary, options: IntervalOptions = {}): Interval {
  const level = levelOf(options);
  checkMeanSummary('summary', summary);
  const { n, mean, variance } = summary;
  checkPositive('summary.variance', variance);
  const half = -studentTQuantile((1 - level) / 2, n - 1) * Math.sqrt(variance / n);
  return { low: mean - half, high: mean + half, level, method: 'student-t' };
}

/** Refuses what cannot be the size, the mean and the variance of a sample. */
export function checkMeanSummary(name: string, summary: MeanSummary): void {
  checkObject(name, summary);
  checkAtLeast(`${name}.n`, summary.n, 2);
  checkFigure(`${name}.mean`, summary.mean);
  checkAtLeast(`${name}.variance`, summary.variance, 0);
}
