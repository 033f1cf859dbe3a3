import type { Estimate, NotEstimable } from '../shared/estimate.ts';
import { checkObject } from '../shared/refuse.ts';
import { type IntervalOptions, levelOf } from '../stats/intervals/intervalOptions.ts';
import { checkMoney, LEAST_MONEY } from './checkMoney.ts';
import { type CohortLifetimeValue, cohortLifetimeValue } from './cohortLifetimeValue.ts';
import type { CustomerLifetimeValueNotEstimable } from './customerLifetimeValue.ts';
import { checkKept, type KeptCustomers } from './keptCustomers.ts';
import { keptDifference } from './retentionFigures.ts';

/** Customers who ended satisfied and dissatisfied, a year later. */
export interface DissatisfactionCase {
  /** Of those who were satisfied, how many were kept for a year. */
  readonly satisfied: KeptCustomers;
  /** Of those who were dissatisfied, likewise. */
  readonly dissatisfied: KeptCustomers;
  /** What a customer who stays brings in a year, after costs; above 0. */
  readonly yearlyMargin: number;
  /** What money loses of its worth in a year, as a share; above -1. */
  readonly discountRate: number;
  /** By what share the margin grows each year; above -1, 0 when absent. */
  readonly marginGrowth?: number;
}

/** What a customer is worth to whom an amount is applied, by the cautious, the expected and the upper figure. */
export interface WorthRange {
  /** The amount expected, 0 or more. */
  readonly value: number;
  /** The cautious amount, 0 up to `value`. */
  readonly low: number;
  /** The upper end, `value` or more. */
  readonly high: number;
}

/** What is lost by a customer who ends dissatisfied. */
export interface DissatisfactionLoss {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** Always `assumed`: money is as told, and the difference may have other causes. */
  readonly basis: 'assumed';
  /** How many more of the satisfied stay: their share less that of the dissatisfied. */
  readonly lostMore: Estimate<'net-share', 'newcombe'>;
  /** What a customer is worth who is kept now and then stays as the satisfied do. */
  readonly worthOfKept: CohortLifetimeValue;
  /**
   * What one dissatisfied customer costs on average, in the money of the margin. The cautious figure is 0
   * where it is not proven that they leave more often.
   */
  readonly perCustomer: WorthRange;
  /** The confidence level of all limits. */
  readonly level: number;
}

/** The dissatisfied stay as readily as the others, so that nothing is lost by it. */
export type DissatisfactionLossNotEstimable = NotEstimable<'no-loss'>;

/**
 * What one customer who ends dissatisfied costs on average, from customers whose satisfaction was asked and of
 * whom it was seen a year later whether they stayed.
 *
 *     lost more    = kept/n of the satisfied - kept/n of the dissatisfied   Newcombe
 *     worth        = margin · (1 + i) / (1 + i - r·(1 + g)),  r of the satisfied, i discount rate, g growth
 *     per customer = lost more · worth,  limits at those of the difference, never below 0
 *
 * Not every dissatisfied customer leaves, and some of the satisfied do: only the difference is lost. It is
 * what `customerValue` of `prioritizeAreas` and `incidentCost` asks for, since they count customers who end
 * dissatisfied; leave `churnCalibration` at 1 then. Where dissatisfied customers differ in more than
 * that, as those without a choice do, it is an association and no effect.
 *
 * Not estimable: `no-loss` where the dissatisfied stay as readily; worth as {@link customerLifetimeValue}.
 *
 * @param figures - the customers counted, their margin and the rates, by year
 * @param options - the confidence level
 * @returns the loss with its limits, or why there is none
 * @throws ServiceCycleError `invalid-argument` when a figure is outside its range
 * @example
 * const loss = dissatisfactionLoss({
 *   satisfied: { kept: 400, n: 500 },
 *   dissatisfied: { kept: 55, n: 100 },
 *   yearlyMargin: 120,
 *   discountRate: 0.1,
 * });
 * loss.kind === 'estimate' && loss.lostMore.value; // ~> 0.25
 * loss.kind === 'estimate' && loss.worthOfKept.value; // ~> 440
 * loss.kind === 'estimate' && loss.perCustomer.value; // ~> 110
 * @see Rust, Zahorik & Keiningham (1995), Journal of Marketing 59(2), 58-70: from satisfaction to money
 */
export function dissatisfactionLoss(
  figures: DissatisfactionCase,
  options: IntervalOptions = {},
): DissatisfactionLoss | DissatisfactionLossNotEstimable | CustomerLifetimeValueNotEstimable {
  const level = levelOf(options);
  checkObject('figures', figures);
  const { satisfied, dissatisfied, yearlyMargin, discountRate, marginGrowth = 0 } = figures;
  checkKept('satisfied', satisfied);
  checkKept('dissatisfied', dissatisfied);
  checkMoney('yearlyMargin', yearlyMargin, LEAST_MONEY);
  const lifetime = { yearlyMargin, discountRate, marginGrowth, firstMargin: 'now' } as const;
  const worthOfKept = cohortLifetimeValue(satisfied, lifetime, { level });
  if (worthOfKept.kind !== 'estimate') return worthOfKept;
  const lostMore = keptDifference(satisfied, dissatisfied, level);
  const { value, interval, n } = lostMore;
  if (!(value > 0)) return { kind: 'not-estimable', reason: 'no-loss', n };
  return {
    kind: 'estimate',
    basis: 'assumed',
    lostMore,
    worthOfKept,
    perCustomer: {
      value: value * worthOfKept.value,
      low: Math.max(0, interval.low) * worthOfKept.value,
      high: interval.high * worthOfKept.value,
    },
    level,
  };
}
