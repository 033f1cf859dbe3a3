import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { type Concordance, kendallW } from './kendallW.ts';

function found(ratings: readonly (readonly number[])[]): Concordance {
  const concordance = kendallW(ratings);
  if (concordance.kind !== 'estimate') throw new Error(concordance.reason);
  return concordance;
}

describe('kendallW', () => {
  it('gives what irr prints for its data set anxiety', () => {
    // kendall(anxiety, TRUE): Subjects = 20, Raters = 3, Wt = 0.54, Chisq(19) = 30.8, p = 0.0429.
    const raters = [
      [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
      [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
      [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
    ];
    const { value, statistic, degreesOfFreedom, pValue } = found(
      raters[0]!.map((_, thing) => raters.map((rater) => rater[thing]!)),
    );
    expect(value).toBeCloseTo(0.54, 2);
    expect(statistic).toBeCloseTo(30.8, 1);
    expect(degreesOfFreedom).toBe(19);
    expect(pValue).toBeCloseTo(0.0429, 4);
  });

  it('is 1 where all raters order alike, whatever numbers they use, ties included', () => {
    expect(
      found([
        [1, 10, -3],
        [2, 20, 0],
        [3, 21, 99],
      ]).value,
    ).toBe(1);
    expect(
      found([
        [1, 7],
        [1, 7],
        [4, 8],
        [5, 9],
      ]).value,
    ).toBe(1);
  });

  it('is 0 where two raters order the opposite way', () => {
    expect(
      found([
        [1, 3],
        [2, 2],
        [3, 1],
      ]),
    ).toMatchObject({ value: 0, statistic: 0, pValue: 1 });
  });

  it('is half of one more than Spearman’s correlation of two raters', () => {
    // Ranks 1 2 3 4 5 and 2 1 4 3 5: the squared differences add up to 4, rho = 1 - 6·4/120 = 0.8.
    expect(
      found([
        [1, 2],
        [2, 1],
        [3, 4],
        [4, 3],
        [5, 5],
      ]).value,
    ).toBeCloseTo(0.9, 12);
  });

  it.each([
    ['too-few', []],
    ['too-few', [[1, 2, 3]]],
    ['too-few', [[1], [2]]],
    ['too-few', [[], []]],
    [
      'zero-variance',
      [
        [3, 1],
        [3, 1],
        [3, 1],
      ],
    ],
  ] as const)('cannot be estimated: %s', (reason, ratings) => {
    expect(kendallW(ratings)).toEqual({ kind: 'not-estimable', reason });
  });

  it('refuses a row of another length and a rating that is none', () => {
    expect(() => kendallW([[1, 2], [1]])).toThrow(
      new ServiceCycleError('invalid-argument', 'ratings[1] is a list of 1; expected a list of 2'),
    );
    expect(() =>
      kendallW([
        [1, 2],
        [1, NaN],
      ]),
    ).toThrow(
      new ServiceCycleError('invalid-argument', 'ratings[1][1] is NaN; expected a finite number'),
    );
  });
});
