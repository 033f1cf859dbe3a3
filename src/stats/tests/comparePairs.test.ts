import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { comparePairs } from './comparePairs.ts';

describe('comparePairs', () => {
  it('counts every pair as above, below or tied', () => {
    expect(comparePairs([2, 0, 1], [1, 3, 1])).toEqual({
      n1: 3,
      n2: 5,
      above: 4,
      below: 8,
      tied: 3,
    });
  });

  it('refuses groups that do not have the same categories', () => {
    expect(() => comparePairs([1, 2], [1, 2, 3])).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        'the groups have 2 and 3 categories; expected the same number',
      ),
    );
  });

  it('refuses an empty group', () => {
    expect(() => comparePairs([0, 0], [1, 2])).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        'the groups have 0 and 3 values; expected both above 0',
      ),
    );
    expect(() => comparePairs([1], [0])).toThrow(/^the groups have 1 and 0 values/);
  });

  it('refuses counts that are none', () => {
    expect(() => comparePairs([1, -1], [1, 2])).toThrow(/^the first group: found -1/);
    expect(() => comparePairs([1, 1], [NaN, 2])).toThrow(/^the second group: found NaN/);
    expect(() => comparePairs([Infinity], [1])).toThrow(/^the first group: found Infinity/);
  });
});
