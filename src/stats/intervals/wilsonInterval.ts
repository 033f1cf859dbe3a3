import type { Interval } from '../../shared/estimate.ts';
import { checkBetween, checkPositive } from '../../shared/refuse.ts';
import { criticalValue } from '../distributions/normal.ts';
import { type IntervalOptions, levelOf } from './intervalOptions.ts';

/**
 * The Wilson score interval of a share.
 *
 *     p = successes/n,  q = 1 - p,  m = z²/2n,  s = z·sqrt(pq/n + z²/4n²)
 *     low = (p + m - s) / (1 + 2m) = p² / (p + m + s),   high = 1 - q² / (q + m + s)
 *
 * Chosen over the textbook interval, which shrinks to nothing at 0 of n and n of n. The limits are
 * computed as p² and q² over a sum, where nothing cancels: they are exactly 0 at 0 of n and exactly 1
 * at n of n.
 *
 * @param successes - 0 to `n`; whole for plain counts, any number where the counts are weighted
 * @param n - a finite number above 0; the effective sample size where the counts are weighted
 * @param options - the confidence level
 * @throws `invalid-argument` where `successes`, `n` or the level is outside its range
 * @example
 * wilsonInterval(81, 263).low // ~> 0.255289
 * wilsonInterval(0, 20).low // => 0
 * wilsonInterval(0, 20, { level: 0.9 }).high // ~> 0.119158
 * @see Wilson (1927), Journal of the American Statistical Association 22, 209-212
 * @see Newcombe (1998), Statistics in Medicine 17, 857-872, method 3
 */
export function wilsonInterval(
  successes: number,
  n: number,
  options: IntervalOptions = {},
): Interval<'wilson'> {
  const level = levelOf(options);
  checkPositive('n', n);
  checkBetween('successes', successes, 0, n);
  const z = criticalValue(level);
  const { low, high } = wilsonLimits(successes, n, z);
  return { low, high, level, method: 'wilson' };
}

/** The limits of {@link wilsonInterval}, where `z` is the normal quantile of the level. */
export function wilsonLimits(
  successes: number,
  n: number,
  z: number,
): Pick<Interval, 'low' | 'high'> {
  const p = successes / n;
  const q = (n - successes) / n;
  const m = (z * z) / n / 2;
  const sum = m + z * Math.sqrt((p * q) / n + m / n / 2);
  return { low: (p * p) / (p + sum) || 0, high: 1 - ((q * q) / (q + sum) || 0) };
}
