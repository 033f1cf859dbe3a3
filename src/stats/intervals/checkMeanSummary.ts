import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { MeanSummary } from './meanInterval.ts';

/**
 * Refuses a sample that no t test can be made of: below 2 values, or a mean or variance that is none.
 * A variance of 0 is accepted.
 *
 * @param name - what the sample is called where it was given
 * @param sample - its size, mean and sample variance
 * @throws `invalid-argument` naming the sample
 */
export function checkMeanSummary(name: string, { n, mean, variance }: MeanSummary): void {
  const holds =
    n >= 2 && n < Infinity && Math.abs(mean) < Infinity && variance >= 0 && variance < Infinity;
  if (!holds) {
    throw new ServiceCycleError(
      'invalid-argument',
      `${name} has n ${quote(n)}, mean ${quote(mean)} and variance ${quote(variance)}; expected finite numbers, n 2 or more, variance 0 or more`,
    );
  }
}
