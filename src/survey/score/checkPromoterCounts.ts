import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { PromoterCounts } from '../types.ts';

/**
 * Refuses counts of which more are promoters or detractors than there are.
 *
 * @throws `invalid-argument` naming the counts
 */
export function checkPromoterCounts({ promoters, detractors, n }: PromoterCounts): void {
  if (
    !(promoters >= 0 && detractors >= 0 && promoters + detractors <= n && n > 0 && n < Infinity)
  ) {
    throw new ServiceCycleError(
      'invalid-argument',
      `${promoters} promoters and ${detractors} detractors of ${n}; expected counts, 0 or more and no more than all`,
    );
  }
}
