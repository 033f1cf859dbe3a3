import { describe, expect, it } from 'vitest';
import { type CustomerLifetime, customerLifetimeValue } from './customerLifetimeValue.ts';

const usual: CustomerLifetime = { yearlyMargin: 100, yearlyRetention: 0.8, discountRate: 0.1 };

function valueOf(lifetime: Partial<CustomerLifetime>): number {
  const found = customerLifetimeValue({ ...usual, ...lifetime });
  if (found.kind !== 'estimate') throw new Error(`not estimable: ${found.reason}`);
  return found.value;
}

describe('customerLifetimeValue', () => {
  it('is the sum of the yearly margins, year by year', () => {
    let sum = 0;
    for (let year = 1; year <= 400; year += 1) {
      sum += (100 * 1.02 ** (year - 1) * 0.8 ** year) / 1.1 ** year;
    }
    expect(valueOf({ marginGrowth: 0.02 })).toBeCloseTo(sum, 8);
  });

  it('adds the margin of now when the first one does not have to be waited for', () => {
    expect(valueOf({ firstMargin: 'now' })).toBeCloseTo(100 + valueOf({}), 10);
  });

  it('takes off what it cost to win the customer', () => {
    expect(valueOf({ acquisitionCost: 60 })).toBeCloseTo(valueOf({}) - 60, 10);
  });

  it('is nothing when nobody comes back and the first margin is a year away', () => {
    expect(valueOf({ yearlyRetention: 0 })).toBe(0);
  });

  it('says why there is none when customers never leave or margins outgrow everything', () => {
    expect(customerLifetimeValue({ ...usual, yearlyRetention: 1 })).toEqual({
      kind: 'not-estimable',
      reason: 'endless',
    });
    expect(customerLifetimeValue({ ...usual, yearlyRetention: 0.9, marginGrowth: 0.3 })).toEqual({
      kind: 'not-estimable',
      reason: 'diverges',
    });
  });

  it.each([
    [{ yearlyMargin: NaN }, 'yearlyMargin is NaN'],
    [{ yearlyRetention: 80 }, 'yearlyRetention is 80; expected a number from 0 to 1'],
    [{ discountRate: -1 }, 'discountRate is -1'],
    [{ marginGrowth: Infinity }, 'marginGrowth is Infinity'],
    [{ acquisitionCost: -5 }, 'acquisitionCost is -5'],
  ])('refuses %j', (lifetime, message) => {
    expect(() => valueOf(lifetime)).toThrow(message);
  });
});
