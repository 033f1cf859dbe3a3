import { checkObject } from '../shared/refuse.ts';
import { type IntervalOptions, levelOf } from '../stats/intervals/intervalOptions.ts';
import { wilsonInterval } from '../stats/intervals/wilsonInterval.ts';
import { checkMoney } from './checkMoney.ts';
import {
  type CustomerLifetime,
  type CustomerLifetimeValue,
  type CustomerLifetimeValueNotEstimable,
  customerLifetimeValue,
} from './customerLifetimeValue.ts';
import { checkKept, type KeptCustomers } from './keptCustomers.ts';

/** A lifetime value with what the number of customers behind its retention leaves open. */
export interface CohortLifetimeValue extends CustomerLifetimeValue {
  /** The values at the limits of the retention, the smaller one first. */
  readonly limits: {
    /** The smaller value. */
    readonly low: number;
    /** The larger one; `endless` where the retention at that limit gives none, as in {@link customerLifetimeValue}. */
    readonly high: number | 'endless';
    /** The confidence level. */
    readonly level: number;
    /** Those of the retention, by Wilson. */
    readonly method: 'wilson';
  };
  /** The retention that was counted, 0 to 1. */
  readonly yearlyRetention: number;
  /** How many customers it was counted on. */
  readonly n: number;
}

/**
 * What a customer is worth, where the retention was counted in a cohort: {@link customerLifetimeValue} at
 * that share and at both of its Wilson limits.
 *
 *     value = margin multiple(kept / n) · margin,  limits at the limits of kept / n
 *
 * The multiple rises steeply where retention is high: 90 of 100 kept leave a value between three and
 * six times the margin. The limits tell of the number of customers, not of margins, which are taken as told,
 * nor of one rate for all years.
 *
 * Not estimable: as {@link customerLifetimeValue}; `endless` also where all customers counted were kept.
 *
 * @param cohort - how many of so many customers were kept for a year
 * @param lifetime - the margin and the other rates, by year; the margin 0 or more
 * @param options - the confidence level
 * @returns the value with its limits, or why there is none
 * @throws ServiceCycleError `invalid-argument` when an argument is outside its range
 * @example
 * const loyal = cohortLifetimeValue({ kept: 400, n: 500 }, { yearlyMargin: 120, discountRate: 0.1 });
 * loyal.kind === 'estimate' && loyal.value; // ~> 320
 * loyal.kind === 'estimate' && loyal.limits.low; // ~> 271.355659
 * loyal.kind === 'estimate' && loyal.limits.high; // ~> 373.853952
 * @see Gupta & Lehmann (2003), Journal of Interactive Marketing 17(1), 9-24
 */
export function cohortLifetimeValue(
  cohort: KeptCustomers,
  lifetime: Omit<CustomerLifetime, 'yearlyRetention'>,
  options: IntervalOptions = {},
): CohortLifetimeValue | CustomerLifetimeValueNotEstimable {
  const level = levelOf(options);
  checkKept('cohort', cohort);
  checkObject('lifetime', lifetime);
  // Below 0 the value would fall as retention rises, and the limits would change places.
  checkMoney('yearlyMargin', lifetime.yearlyMargin);
  const { kept, n } = cohort;
  const at = (yearlyRetention: number) => customerLifetimeValue({ ...lifetime, yearlyRetention });
  const found = at(kept / n);
  if (found.kind !== 'estimate') return found;
  const { low, high } = wilsonInterval(kept, n, { level });
  const [below, above] = [at(low), at(high)];
  if (below.kind !== 'estimate') return below;
  return {
    ...found,
    limits: {
      low: below.value,
      high: above.kind === 'estimate' ? above.value : 'endless',
      level,
      method: 'wilson',
    },
    yearlyRetention: kept / n,
    n,
  };
}
