import { expectTypeOf, it } from 'vitest';
import { customersInMoney } from './customersInMoney.ts';
import { dissatisfactionLoss } from './dissatisfactionLoss.ts';
import { retention } from './retention.ts';
import { retentionAgainstAcquisition } from './retentionAgainstAcquisition.ts';
import { tallyRetention } from './tallyRetention.ts';

const kept = { kept: 4, n: 5 };
const money = { yearlyMargin: 1, discountRate: 0.1 };

it('takes a customer who left, or a cohort that was counted, and not half of either', () => {
  tallyRetention([{ periods: 2, left: true }, { remaining: [5, 4] }]);
  // @ts-expect-error -- whether they left is not told
  tallyRetention([{ periods: 2 }]);
});

it('does not show figures of a cohort before it is told that they may be shown', () => {
  const { all } = retention(tallyRetention([]));
  expectTypeOf(all).not.toHaveProperty('perPeriod');
  if (all.status === 'counted') expectTypeOf(all).toHaveProperty('perPeriod');
});

it('has no default for what winning customers costs', () => {
  const figures = { customers: 1, before: kept, after: kept, programmeCost: 1, ...money };
  // @ts-expect-error -- acquisition is missing
  retentionAgainstAcquisition(figures);
  const acquisition = { spent: 5, won: 1 };
  // @ts-expect-error -- no word for how customers came to be in a group
  retentionAgainstAcquisition({ ...figures, acquisition, assignment: 'random' });
});

it('takes no loss that could not be told for what a customer is worth', () => {
  const loss = dissatisfactionLoss({ satisfied: kept, dissatisfied: kept, ...money });
  // @ts-expect-error -- there may be no loss
  customersInMoney({ value: 1, interval: { low: 0, high: 2 } }, loss.perCustomer);
});
