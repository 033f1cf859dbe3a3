import { quote } from '../../shared/quote.ts';
import { checkObject } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { PromoterCounts } from '../types.ts';

/**
 * Refuses counts of which more are promoters or detractors than there are.
 *
 * @throws `invalid-argument` naming the counts
 */
export function checkPromoterCounts(counts: PromoterCounts): void {
  checkObject('counts', counts);
  const { promoters, detractors, n } = counts;
  const isOfNumbers = [promoters, detractors, n].every((one: unknown) => typeof one === 'number');
  if (
    !isOfNumbers ||
    !(promoters >= 0 && detractors >= 0 && promoters + detractors <= n && n > 0 && n < Infinity)
  ) {
    throw new ServiceCycleError(
      'invalid-argument',
      `${quote(promoters)} promoters and ${quote(detractors)} detractors of ${quote(n)}; expected counts, 0 or more and no more than all`,
    );
  }
}
