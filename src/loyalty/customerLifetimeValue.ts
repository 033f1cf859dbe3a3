import type { NotEstimable } from '../shared/estimate.ts';
import { checkObject, checkOneOf, checkShare, refuse } from '../shared/refuse.ts';
import { checkMoney, MOST_MONEY } from './checkMoney.ts';

/** What the lifetime value of a customer is computed from. */
export interface CustomerLifetime {
  /** What a customer who stays brings in a year, after costs, in any money; finite. */
  readonly yearlyMargin: number;
  /** The share of customers who stay from one year to the next, 0 to 1. */
  readonly yearlyRetention: number;
  /** What money loses of its worth in a year, as a share; above -1. */
  readonly discountRate: number;
  /** By what share the margin grows each year; above -1, 0 when absent. */
  readonly marginGrowth?: number;
  /** When the first margin comes in: after the first year, if the customer stayed, or now. */
  readonly firstMargin?: 'after-a-year' | 'now';
  /** What it cost to win the customer; 0 or more, 0 when absent. */
  readonly acquisitionCost?: number;
}

/** What a customer is worth. */
export interface CustomerLifetimeValue {
  /** Tells a value from a case that has none. */
  readonly kind: 'estimate';
  /** Always `assumed`: it follows from the rates given. */
  readonly basis: 'assumed';
  /** The value, in the money of the margin, after what it cost to win the customer. */
  readonly value: number;
  /** By how much the yearly margin is multiplied, before that cost. */
  readonly marginMultiple: number;
  /** How many years a customer stays on average, 1 or more. */
  readonly expectedYears: number;
}

/**
 * A lifetime value that the rates cannot give, and why.
 *
 * `endless` where every customer stays for good; `diverges` where margins grow as fast as they are
 * lost and discounted, so that their sum has no end.
 */
export type CustomerLifetimeValueNotEstimable = NotEstimable<'endless' | 'diverges'>;

/**
 * What a customer is worth over the years: the sum of the yearly margins, each weighed by the chance
 * that the customer is still there and by what money is worth by then.
 *
 *     first margin after a year:  margin · r / (1 + i - r·(1 + g))
 *     first margin now:           margin · (1 + i) / (1 + i - r·(1 + g))
 *     expected years = 1 / (1 - r),  r retention, i discount rate, g growth
 *
 * Not estimable: a retention of 1, and margins that grow so fast that their sum has no end.
 *
 * @param lifetime - the margin and the rates, by year
 * @returns the value, or why there is none
 * @throws ServiceCycleError `invalid-argument` when an argument is outside its range
 * @example
 * const loyal = customerLifetimeValue({
 *   yearlyMargin: 120,
 *   yearlyRetention: 0.8,
 *   discountRate: 0.1,
 * });
 * loyal.kind === 'estimate' && loyal.value; // ~> 320
 * loyal.kind === 'estimate' && loyal.marginMultiple; // ~> 2.666667
 * loyal.kind === 'estimate' && loyal.expectedYears; // ~> 5
 * @see Gupta & Lehmann (2003), Journal of Interactive Marketing 17(1), 9-24
 */
export function customerLifetimeValue(
  lifetime: CustomerLifetime,
): CustomerLifetimeValue | CustomerLifetimeValueNotEstimable {
  checkObject('lifetime', lifetime);
  const {
    yearlyMargin,
    yearlyRetention,
    discountRate,
    marginGrowth = 0,
    firstMargin = 'after-a-year',
    acquisitionCost = 0,
  } = lifetime;
  checkMoney('yearlyMargin', yearlyMargin, -MOST_MONEY);
  checkShare('yearlyRetention', yearlyRetention);
  checkRate('discountRate', discountRate);
  checkRate('marginGrowth', marginGrowth);
  checkMoney('acquisitionCost', acquisitionCost);
  checkOneOf('firstMargin', firstMargin, ['after-a-year', 'now']);
  if (yearlyRetention === 1) return { kind: 'not-estimable', reason: 'endless' };

  const shrinks = 1 + discountRate - yearlyRetention * (1 + marginGrowth);
  if (!(shrinks > 0)) return { kind: 'not-estimable', reason: 'diverges' };
  const first = firstMargin === 'now' ? 1 + discountRate : yearlyRetention;
  const marginMultiple = first / shrinks;
  return {
    kind: 'estimate',
    basis: 'assumed',
    // Adding 0 turns -0 into 0.
    value: yearlyMargin * marginMultiple - acquisitionCost + 0,
    marginMultiple: marginMultiple + 0,
    expectedYears: 1 / (1 - yearlyRetention),
  };
}

function checkRate(name: string, rate: unknown): void {
  if (typeof rate === 'number' && rate > -1 && rate <= 1e9) return;
  refuse(name, rate, 'a number above -1, and 1e9 at most');
}
