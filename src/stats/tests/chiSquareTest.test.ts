import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { chiSquareTest } from './chiSquareTest.ts';

describe('chiSquareTest', () => {
  it('warns where a cell expects less than 1, or more than a fifth of them less than 5', () => {
    const warningsOf = (table: number[][]) => chiSquareTest(table).warnings;
    expect(
      warningsOf([
        [50, 50],
        [60, 40],
      ]),
    ).toEqual([]);
    // 2 of 10 cells expect 4: a fifth, and not more.
    expect(
      warningsOf([
        [4, 20, 20, 20, 20],
        [4, 20, 20, 20, 20],
      ]),
    ).toEqual([]);
    expect(
      warningsOf([
        [4, 4, 20, 20, 20],
        [4, 4, 20, 20, 20],
      ]),
    ).toEqual(['small-expected-counts']);
    expect(
      warningsOf([
        [0, 500, 500, 500, 500],
        [1, 500, 500, 500, 500],
      ]),
    ).toEqual(['small-expected-counts']);
  });

  it('leaves out what holds nothing', () => {
    const bare = chiSquareTest([
      [3, 7],
      [6, 2],
    ]);
    expect(
      chiSquareTest([
        [3, 0, 7],
        [0, 0, 0],
        [6, 0, 2],
      ]),
    ).toEqual(bare);
    expect(bare.degreesOfFreedom).toBe(1);
  });

  it('finds nothing where there is one category, or one group', () => {
    const nothing = { statistic: 0, degreesOfFreedom: 0, pValue: 1, cramersV: 0 };
    expect(
      chiSquareTest([
        [5, 0],
        [9, 0],
      ]),
    ).toMatchObject(nothing);
    expect(chiSquareTest([[5, 9]])).toMatchObject(nothing);
  });

  it('is as strong as can be where the category tells the group', () => {
    expect(
      chiSquareTest([
        [5, 0, 0],
        [0, 9, 2],
      ]).cramersV,
    ).toBeCloseTo(1, 12);
  });

  it('refuses rows of different length, counts that are none and a table of nothing', () => {
    expect(() => chiSquareTest([[1, 2], [3]])).toThrow(
      new ServiceCycleError('invalid-argument', 'table[1] is a list of 1; expected a list of 2'),
    );
    expect(() => chiSquareTest([[1, -2]])).toThrow(/^a count of table.0. is -2/);
    expect(() => chiSquareTest([[NaN]])).toThrow(/^a count of table.0. is NaN/);
    for (const nothing of [[], [[]], [[0, 0]]]) {
      expect(() => chiSquareTest(nothing)).toThrow(/^the sum of table is 0/);
    }
  });
});
