import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import { checkLevel, checkOpenShare, checkOptions } from '../shared/refuse.ts';
import type { IntervalOptions } from '../stats/intervals/intervalOptions.ts';

/**
 * How many cases in a row, none of them failing, prove that at least a share of all cases conforms.
 *
 *     n = ceil(ln(1 - level) / ln(share))
 *
 * "In every case" is never proved by a sample, so this is how a standard that asks for it is measured:
 * choose the share that will do, and see whether so many cases pass.
 *
 * @param share - the share to prove, above 0 and below 1
 * @param options - the confidence level
 * @returns a whole number, 1 or more
 * @throws ServiceCycleError `invalid-argument` when the share or the level is outside its range
 * @example
 * casesWithoutFailure(0.95); // => 59
 * casesWithoutFailure(0.99, { level: 0.9 }); // => 230
 * @see Hanley & Lippman-Hand (1983), JAMA 249, 1743-1745
 */
export function casesWithoutFailure(share: number, options: IntervalOptions = {}): number {
  checkOptions(options, ['level']);
  const level = options.level ?? DEFAULT_LEVEL;
  checkLevel(level);
  checkOpenShare('share', share);
  return Math.max(1, Math.ceil(Math.log(1 - level) / Math.log(share) - 1e-9));
}
