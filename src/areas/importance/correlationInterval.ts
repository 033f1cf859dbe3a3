import { criticalValue } from '../../stats/distributions/normal.ts';
import type { CoefficientInterval } from './types.ts';

/**
 * The interval of a correlation, by Fisher's transformation.
 *
 *     z = artanh r,  z ± quantile · sqrt(v / (n - 3)),  v = 1 for Pearson, 1 + r²/2 for ranks
 *
 * With three cases or fewer it is all of -1 to 1, and a correlation of exactly 1 or -1 has no width.
 *
 * @param r - the correlation, -1 to 1
 * @param n - how many cases of equal weight it rests on
 * @param method - `fisher-z`, or `bonett-wright` for ranks
 * @param level - the confidence level, above 0 and below 1
 * @example
 * correlationInterval(0.6, 28, 'fisher-z', 0.95).low // ~> 0.292369
 * @see Bonett & Wright (2000), Psychometrika 65, 23-28
 */
export function correlationInterval(
  r: number,
  n: number,
  method: 'fisher-z' | 'bonett-wright',
  level: number,
): CoefficientInterval {
  if (!(n > 3)) return { low: -1, high: 1, level, method };
  if (Math.abs(r) === 1) return { low: r, high: r, level, method };
  const variance = method === 'fisher-z' ? 1 : 1 + (r * r) / 2;
  const half = criticalValue(level) * Math.sqrt(variance / (n - 3));
  const z = Math.atanh(r);
  return { low: Math.tanh(z - half), high: Math.tanh(z + half), level, method };
}
