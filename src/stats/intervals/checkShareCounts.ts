import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { ShareCounts } from './newcombeDifference.ts';

/**
 * Refuses a share whose `n` is not above 0, or with more successes than that.
 *
 * @param name - what the share is called where it was given
 * @param counts - the counts to check
 * @throws `invalid-argument` naming the counts
 */
export function checkShareCounts(name: string, { successes, n }: ShareCounts): void {
  if (!(n > 0 && n < Infinity && successes >= 0 && successes <= n)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `${name} is ${quote(successes)} of ${quote(n)}; expected a finite number above 0, and 0 to as many of it`,
    );
  }
}
