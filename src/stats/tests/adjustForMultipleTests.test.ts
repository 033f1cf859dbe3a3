import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { adjustForMultipleTests, DEFAULT_ADJUSTMENT } from './adjustForMultipleTests.ts';

describe('adjustForMultipleTests', () => {
  it('keeps the order the p values came in', () => {
    const [first, second, third] = adjustForMultipleTests([0.04, 0.01, 0.03]);
    expect(first).toBeCloseTo(0.06, 12);
    expect(second).toBeCloseTo(0.03, 12);
    expect(third).toBeCloseTo(0.06, 12);
  });

  it('is by Holm where nothing else is asked for', () => {
    const pValues = [0.04, 0.01, 0.03];
    expect(DEFAULT_ADJUSTMENT).toBe('holm');
    expect(adjustForMultipleTests(pValues)).toEqual(
      adjustForMultipleTests(pValues, { adjustment: 'holm' }),
    );
  });

  it.each(['holm', 'bonferroni', 'benjamini-hochberg'] as const)(
    'leaves a single test as it is, and none at all: %s',
    (adjustment) => {
      expect(adjustForMultipleTests([0.037], { adjustment })).toEqual([0.037]);
      expect(adjustForMultipleTests([], { adjustment })).toEqual([]);
    },
  );

  it('refuses the first of them, too, and changes nothing of a single one', () => {
    expect(() => adjustForMultipleTests([2, 0.5])).toThrow('pValues[0] is 2');
    expect(adjustForMultipleTests([0.03])).toEqual([0.03]);
  });

  it.each([NaN, -0.01, 1.01])('refuses a p value of %d', (p) => {
    expect(() => adjustForMultipleTests([0.5, p])).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        `pValues[1] is ${p}; expected a number from 0 to 1`,
      ),
    );
  });
});
