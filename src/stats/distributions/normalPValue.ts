import { normalCdf } from './normalCdf.ts';

/**
 * The two-sided p value of a standard normal statistic: the share of the distribution that lies at
 * least as far from 0.
 *
 *     p = 2 · Φ(-|z|)
 *
 * @param z - any number
 * @example
 * normalPValue(1.96) // ~> 0.049996
 * normalPValue(0) // => 1
 */
export function normalPValue(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}
