import { checkCount, checkObject } from '../../shared/refuse.ts';
import type { RiskRatings } from '../reasonTypes.ts';

/**
 * The risk priority number of older failure analyses: severity · occurrence · detection, 1 to 1000.
 *
 * A legacy figure, to compare with reports that have it; nothing here decides by it. It multiplies codes
 * that only have an order, so that a safety risk of 10 · 2 · 5 and a nuisance of 2 · 10 · 5 both come to
 * 100, and it takes only 120 of the numbers from 1 to 1000. Use {@link actionPriority} instead.
 *
 * @param ratings - severity, occurrence and detection, whole numbers from 1 to 10
 * @throws ServiceCycleError `invalid-argument` when a rating is not a whole number from 1 to 10
 * @example
 * riskPriorityNumber({ severity: 10, occurrence: 2, detection: 5 }); // => 100
 * riskPriorityNumber({ severity: 2, occurrence: 10, detection: 5 }); // => 100
 * @see Bowles (2003), Annual Reliability and Maintainability Symposium, 380-386: why not
 */
export function riskPriorityNumber(ratings: RiskRatings): number {
  checkObject('ratings', ratings);
  const { severity, occurrence, detection } = ratings;
  for (const rating of [severity, occurrence, detection]) checkCount('a rating', rating, 1, 10);
  return severity * occurrence * detection;
}
