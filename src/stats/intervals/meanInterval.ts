import { DEFAULT_LEVEL, type Interval } from '../../shared/estimate.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkLevel } from '../../shared/refuse.ts';
import type { IntervalOptions } from './intervalOptions.ts';
import { studentTQuantile } from '../distributions/studentTQuantile.ts';

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
 * @param sample - size, mean and sample variance
 * @param options - the confidence level
 * @throws `invalid-argument` where `n` is below 2, the variance is not above 0, the mean is not finite
 * or the level is outside its range
 * @example
 * meanInterval({ n: 6, mean: 5, variance: 4.8 }).low // ~> 2.700802
 * meanInterval({ n: 6, mean: 5, variance: 4.8 }, { level: 0.9 }).high // ~> 6.802314
 * @see Student (1908), The probable error of a mean, Biometrika 6, 1-25
 */
export function meanInterval(
  { n, mean, variance }: MeanSummary,
  { level = DEFAULT_LEVEL }: IntervalOptions = {},
): Interval {
  checkLevel(level);
  check('n', n, n >= 2 && n < Infinity, 'a finite number, 2 or more');
  check('mean', mean, Math.abs(mean) < Infinity, 'a finite number');
  check('variance', variance, variance > 0 && variance < Infinity, 'a finite number above 0');
  const half = -studentTQuantile((1 - level) / 2, n - 1) * Math.sqrt(variance / n);
  return { low: mean - half, high: mean + half, level, method: 'student-t' };
}

function check(name: string, found: number, holds: boolean, expected: string): void {
  if (!holds) {
    throw new ServiceCycleError(
      'invalid-argument',
      `${name} is ${quote(found)}; expected ${expected}`,
    );
  }
}
