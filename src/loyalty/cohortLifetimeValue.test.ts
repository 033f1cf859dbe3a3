import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../stats/intervals/wilsonInterval.ts';
import { cohortLifetimeValue } from './cohortLifetimeValue.ts';
import { customerLifetimeValue } from './customerLifetimeValue.ts';
import type { KeptCustomers } from './keptCustomers.ts';

const rates = { yearlyMargin: 120, discountRate: 0.1 };

describe('cohortLifetimeValue', () => {
  it('is the value at the share who were kept, between those at the limits of that share', () => {
    const found = cohortLifetimeValue({ kept: 400, n: 500 }, rates);
    const at = (yearlyRetention: number) => customerLifetimeValue({ ...rates, yearlyRetention });
    const { low, high } = wilsonInterval(400, 500);
    expect(found).toMatchObject(at(0.8));
    expect(found).toMatchObject({
      limits: { level: 0.95, method: 'wilson' },
      yearlyRetention: 0.8,
      n: 500,
    });
    expect([at(low), at(high)]).toMatchObject(
      found.kind === 'estimate' ? [{ value: found.limits.low }, { value: found.limits.high }] : [],
    );
  });

  it('has no upper bound where margins may outgrow what is lost', () => {
    const found = cohortLifetimeValue({ kept: 8, n: 10 }, { ...rates, marginGrowth: 0.2 });
    expect(found).toMatchObject({ kind: 'estimate', limits: { high: 'endless' } });
  });

  it('says what a cohort of one tells: nothing where the customer stayed, a wide range where not', () => {
    expect(cohortLifetimeValue({ kept: 1, n: 1 }, rates)).toEqual({
      kind: 'not-estimable',
      reason: 'endless',
    });
    const left = cohortLifetimeValue({ kept: 0, n: 1 }, rates);
    expect(left).toMatchObject({ kind: 'estimate', value: 0, limits: { low: 0 } });
    expect(left.kind === 'estimate' && left.limits.high).toBeGreaterThan(300);
  });

  it.each<[unknown, unknown, string]>([
    [{ kept: 5, n: 0 }, rates, 'cohort.n is 0; expected a whole number, 1 or more'],
    [{ kept: 6, n: 5 }, rates, 'cohort.kept is 6; expected a whole number from 0 to 5'],
    [{ kept: 0.8, n: 1 }, rates, 'cohort.kept is 0.8'],
    [null, rates, 'cohort is null; expected an object'],
    [{ kept: 4, n: 5 }, null, 'lifetime is null; expected an object'],
    [{ kept: 4, n: 5 }, { ...rates, discountRate: -1 }, 'discountRate is -1'],
    [{ kept: 4, n: 5 }, { ...rates, yearlyMargin: -120 }, 'yearlyMargin is -120'],
  ])('refuses %o with %o', (cohort, lifetime, message) => {
    expect(() => cohortLifetimeValue(cohort as KeptCustomers, lifetime as typeof rates)).toThrow(
      message,
    );
  });
});
