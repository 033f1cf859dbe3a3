import type { ExpectedBenefit, UnknownBenefit } from '../plans/benefitTypes.ts';
import { checkBetween, checkFigure, checkObject, checkOptions, refuse } from '../shared/refuse.ts';
import { checkMoney } from './checkMoney.ts';
import type { WorthRange } from './dissatisfactionLoss.ts';

/** A number of customers with its limits, such as what an incident costs, or a share. */
export interface CustomerFigure {
  /** The number, or a share to be taken of `times`. */
  readonly value: number;
  /** Its limits. */
  readonly interval: {
    /** The lower one, up to `value`. */
    readonly low: number;
    /** The upper one, `value` or more. */
    readonly high: number;
  };
}

/** What {@link customersInMoney} takes besides. */
export interface MoneyOptions {
  /** What the number is multiplied by: 12 for thousands, or all visits for a share; 0 and up, 1 when absent. */
  readonly times?: number;
  /** What it costs to keep them, in the same money and for the same period, such as that of plans; 0 and up. */
  readonly cost?: number;
}

/** What customers come to in money. */
export interface CustomersInMoney extends WorthRange {
  /** Tells an amount from a case that has none. */
  readonly kind: 'estimate';
  /** Always `assumed`: it is no better than what a customer is taken to be worth. */
  readonly basis: 'assumed';
  /** What is left after the cost; absent where none is given. */
  readonly net?: {
    /** Of the amount expected. */
    readonly value: number;
    /** Of the cautious amount. */
    readonly low: number;
    /** Of the upper end. */
    readonly high: number;
    /** Whether the cost comes back: `yes` also by the cautious amount, `no` not even by the upper end. */
    readonly pays: 'yes' | 'no' | 'not-proven';
  };
}

/**
 * What customers come to in money: those whom plans keep from ending dissatisfied, or those who end so
 * because of what goes wrong.
 *
 *     value = customers · times · worth,  low and high by the same end of both
 *
 * The ends are those of the customers and of the worth at once, as in `expectedBenefit`, so that the range is
 * wider than either alone would make it. Customers whose lower limit is below 0 count as none.
 *
 * Not estimable: where a benefit is not, for the same reason.
 *
 * @param customers - the benefit of plans, what incidents cost in customers, or a share with `times`
 * @param worth - what one is worth, as {@link dissatisfactionLoss} gives it in `perCustomer`, or one amount
 * @param options - how often the number comes, and what it costs to keep them
 * @returns the amount with its ends, or why there is none
 * @throws ServiceCycleError `invalid-argument` when a figure is outside its range or the ends of one are
 * not in order
 * @example
 * const worth = { low: 60, value: 110, high: 160 };
 * const benefit = {
 *   kind: 'expected-benefit', low: 25, base: 50, high: 75, basis: 'assumed', unknownMoments: [],
 * } as const;
 * customersInMoney(benefit, worth, { cost: 4000 });
 * // => {
 * //   kind: 'estimate', basis: 'assumed', value: 5500, low: 1500, high: 12000,
 * //   net: { value: 1500, low: -2500, high: 8000, pays: 'not-proven' },
 * // }
 * const perThousand = { value: 40, interval: { low: 29, high: 52 } };
 * const found = customersInMoney(perThousand, 110, { times: 12 });
 * found.kind === 'estimate' && found.value; // => 52800
 */
export function customersInMoney(
  customers: ExpectedBenefit | CustomerFigure,
  worth: WorthRange | number,
  options: MoneyOptions = {},
): CustomersInMoney | UnknownBenefit {
  checkOptions(options, ['times', 'cost']);
  const { times = 1, cost } = options;
  checkBetween('times', times, 0, 1e15);
  checkMoney('cost', cost ?? 0);
  const each = worthOf(worth);
  checkObject('customers', customers);
  if ('kind' in customers && customers.kind === 'not-estimable') return customers;
  const range = rangeOf(customers);
  const amount = {
    // Adding 0 turns -0 into 0.
    value: range.value * times * each.value + 0,
    low: range.low * times * each.low + 0,
    high: range.high * times * each.high + 0,
  };
  return {
    kind: 'estimate',
    basis: 'assumed',
    ...amount,
    ...(cost !== undefined && {
      net: {
        value: amount.value - cost,
        low: amount.low - cost,
        high: amount.high - cost,
        pays: amount.low > cost ? 'yes' : amount.high < cost ? 'no' : 'not-proven',
      },
    }),
  };
}

function worthOf(worth: WorthRange | number): WorthRange {
  if (typeof worth === 'number') {
    checkMoney('worth', worth);
    return { value: worth, low: worth, high: worth };
  }
  checkObject('worth', worth);
  checkMoney('worth.value', worth.value);
  checkBetween('worth.low', worth.low, 0, worth.value);
  checkMoney('worth.high', worth.high, worth.value);
  return worth;
}

function rangeOf(customers: Exclude<ExpectedBenefit, UnknownBenefit> | CustomerFigure): WorthRange {
  let range: WorthRange;
  if ('base' in customers) {
    range = { value: customers.base, low: customers.low, high: customers.high };
  } else {
    checkObject('customers.interval', customers.interval);
    range = { value: customers.value, ...customers.interval };
  }
  const { value, low, high } = range;
  checkFigure('the lower end of customers', low);
  checkFigure('customers', value);
  checkFigure('the upper end of customers', high);
  if (high < value) refuse('the upper end of customers', high, `a number, ${value} or more`);
  if (low > value) refuse('the lower end of customers', low, `a number up to ${value}`);
  return { value: Math.max(0, value), low: Math.max(0, low), high: Math.max(0, high) };
}
