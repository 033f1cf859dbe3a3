import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { welchTest } from './welchTest.ts';

describe('welchTest', () => {
  it('has the degrees of freedom of both groups where they are of one size and spread', () => {
    const group = { n: 12, mean: 3, variance: 2 };
    expect(welchTest({ ...group, mean: 4 }, group).degreesOfFreedom).toBeCloseTo(22, 12);
  });

  it('goes by the spread of one group alone where the other has none', () => {
    const { degreesOfFreedom, standardError } = welchTest(
      { n: 5, mean: 4, variance: 2 },
      { n: 900, mean: 3, variance: 0 },
    );
    expect(degreesOfFreedom).toBe(4);
    expect(standardError).toBe(Math.sqrt(2 / 5));
  });

  it('says how the interval was computed, and computes it at the level asked for', () => {
    const one = { n: 8, mean: 4, variance: 2 };
    const other = { n: 9, mean: 3, variance: 1 };
    expect(welchTest(one, other).interval).toMatchObject({ level: 0.95, method: 'student-t' });
    const narrow = welchTest(one, other, { level: 0.5 }).interval;
    expect(narrow.level).toBe(0.5);
    expect(narrow.low).toBeGreaterThan(welchTest(one, other).interval.low);
  });

  it('calls a difference proven at a level just where the interval at that level leaves out 0', () => {
    const one = { n: 8, mean: 4, variance: 2 };
    const other = { n: 9, mean: 3, variance: 1 };
    const { pValue } = welchTest(one, other);
    expect(Math.abs(welchTest(one, other, { level: 1 - pValue }).interval.low)).toBeLessThan(EXACT);
  });

  it('refuses two groups without any spread', () => {
    const group = { n: 5, mean: 3, variance: 0 };
    expect(() => welchTest(group, { ...group, mean: 4 })).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        'the sum of both variances is 0; expected a number above 0',
      ),
    );
  });

  it.each([
    { n: 1, mean: 3, variance: 1 },
    { n: 5, mean: NaN, variance: 1 },
    { n: 5, mean: 3, variance: -1 },
    { n: Infinity, mean: 3, variance: 1 },
  ])('refuses a group with n $n, mean $mean and variance $variance', (group) => {
    const good = { n: 5, mean: 3, variance: 1 };
    expect(() => welchTest(group, good)).toThrow(/^first.(n|mean|variance) is/);
    expect(() => welchTest(good, group)).toThrow(/^second.(n|mean|variance) is/);
  });

  it('refuses a level that is no share', () => {
    const group = { n: 5, mean: 3, variance: 1 };
    expect(() => welchTest(group, group, { level: 95 })).toThrow(/^level is 95/);
  });
});
