import { checkAtLeast, checkShare } from '../shared/refuse.ts';

/**
 * How many times as large the variance of a mean is where answers come in places, as that of as many
 * answers of a simple random sample.
 *
 *     1 + (m - 1)·ICC
 *
 * It is what `sampleSize` takes as `designEffect`: so many times as many have to be asked.
 *
 * @param correlation - the intraclass correlation, 0 to 1
 * @param perPlace - how many answers each place has, 1 or more; of unequal places `Σn²/N`
 * @returns 1 or more
 * @throws ServiceCycleError `invalid-argument` when an argument is outside its range
 * @example
 * clusterDesignEffect(0.05, 20); // ~> 1.95
 * @see Kish (1965), Survey Sampling, section 5.4
 */
export function clusterDesignEffect(correlation: number, perPlace: number): number {
  checkShare('correlation', correlation);
  checkAtLeast('perPlace', perPlace, 1);
  return 1 + (perPlace - 1) * correlation;
}
