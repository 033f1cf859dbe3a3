import { describe, expect, it } from 'vitest';
import { comparePairedAnswers } from './comparePairedAnswers.ts';
import { pairAnswers } from './pairAnswers.ts';
import type { PairedAnswers } from './types.ts';

const FIVE = { min: 1, max: 5 };

function pairs(scale: PairedAnswers['scale'], perPair: PairedAnswers['perPair']): PairedAnswers {
  return {
    kind: 'paired-answers',
    scale,
    perPair,
    onlyBefore: 0,
    onlyAfter: 0,
    neither: 0,
    invalid: 0,
  };
}

describe('comparePairedAnswers', () => {
  it('tells the 33 who went from the 18 who came among 1,536, by the mid-p of the binomial', () => {
    const perPair = [
      [1434, 18],
      [33, 51],
    ];
    const found = comparePairedAnswers(pairs({ min: 0, max: 1 }, perPair), {
      metric: 'incident-share',
    });
    if (found.kind !== 'paired-comparison') throw new Error('no comparison');
    // P(X < 18) + P(X = 18)/2 of a binomial of 51 with 1/2, twice
    expect(found.test.method).toBe('mcnemar-mid-p');
    expect(found.test.pValue).toBeCloseTo(0.0364834, 7);
    expect(found.difference.value).toBeCloseTo(-15 / 1536, 12);
  });

  it('compares shares by those who changed: 16 came and 6 went among 161', () => {
    const yesNo = { min: 0, max: 1 };
    const found = comparePairedAnswers(
      pairs(yesNo, [
        [80, 16],
        [6, 59],
      ]),
      {
        metric: 'incident-share',
      },
    );
    expect(found).toMatchObject({
      kind: 'paired-comparison',
      metric: 'incident-share',
      before: { value: 65 / 161 },
      after: { value: 75 / 161 },
      difference: {
        value: 75 / 161 - 65 / 161,
        unit: 'share',
        n: 161,
        interval: { method: 'newcombe' },
      },
      test: { method: 'mcnemar-exact' },
      effectSize: { name: 'cohens-g', value: 16 / 22 - 0.5 },
      ordinal: { rose: 16, same: 139, fell: 6 },
      verdict: 'no-proven-change',
    });
    const { difference, test } = found as Extract<typeof found, { kind: 'paired-comparison' }>;
    // As the R package contingencytables prints it, first less second
    expect(difference.interval.low).toBeCloseTo(0.0046, 4);
    expect(difference.interval.high).toBeCloseTo(0.1186, 4);
    expect(test.pValue).toBeCloseTo(0.052479, 6);
    expect(test.statistic).toBeCloseTo(2.132, 3);
  });

  it('counts as satisfied whom the box says', () => {
    const before = [3, 3, 4, 4, 5, 2, 3, 4, 3, 4, 3, 3];
    const after = [4, 5, 4, 5, 5, 4, 4, 5, 4, 4, 5, 4];
    const answers = pairAnswers(FIVE, before, after);
    const two = comparePairedAnswers(answers, { metric: 'customer-satisfaction' });
    expect(two).toMatchObject({
      before: { value: 5 / 12 },
      after: { value: 1 },
      definition: { box: 'top-two' },
      verdict: 'rose',
      forCustomers: 'better',
    });
    const top = comparePairedAnswers(answers, { metric: 'customer-satisfaction', box: 'top' });
    expect(top).toMatchObject({ after: { value: 5 / 12 }, definition: { box: 'top' } });
  });

  it('takes, for net satisfaction, a satisfied customer for 1 and a dissatisfied one for -1', () => {
    const before = [1, 2, 3, 4, 3, 2, 3, 5];
    const after = [3, 4, 4, 5, 3, 4, 2, 4];
    const found = comparePairedAnswers(pairAnswers(FIVE, before, after), {
      metric: 'customer-satisfaction',
      box: 'net',
    });
    // Each person's change: 1, 2, 1, 0, 0, 2, -1, 0
    expect(found).toMatchObject({
      before: { value: -1 / 8, unit: 'net-share' },
      after: { value: 4 / 8 },
      difference: { value: 5 / 8, unit: 'net-share', n: 8, interval: { method: 'student-t' } },
      test: { method: 'paired-t', degreesOfFreedom: 7 },
    });
  });

  it('proves by pairs what it could not prove by two groups', () => {
    const before = [1, 2, 3, 4, 1, 2, 3, 4, 2, 3];
    const after = before.map((answer, person) => answer + (person === 0 ? 0 : 1));
    const found = comparePairedAnswers(pairAnswers(FIVE, before, after), { metric: 'mean-rating' });
    expect(found).toMatchObject({
      difference: {
        value: expect.closeTo(0.9, 12) as number,
        unit: 'scale',
        n: 10,
        interval: { method: 'student-t' },
      },
      test: { method: 'paired-t', degreesOfFreedom: 9 },
      ordinal: { rose: 9, same: 1, fell: 0, effectSize: { name: 'rank-biserial', value: 1 } },
      verdict: 'rose',
    });
  });

  it('takes a promoter for 100, a passive for 0 and a detractor for -100', () => {
    const ten = { min: 0, max: 10 };
    const answers = pairAnswers(ten, [10, 8, 6, 0, 9], [9, 9, 9, 6, 7]);
    const found = comparePairedAnswers(answers, { metric: 'net-promoter-score' });
    expect(found).toMatchObject({
      before: { value: 0 },
      after: { value: 40 },
      // One went up by a class, one by two, one down by one.
      difference: { value: 40, unit: 'points' },
      test: { method: 'paired-t', degreesOfFreedom: 4 },
      effectSize: { name: 'cohens-dz' },
      ordinal: { rose: 3, same: 0, fell: 2 },
      verdict: 'no-proven-change',
    });
  });

  it('says that there is nothing to go by without pairs, with one, or where all changed alike', () => {
    const mean = { metric: 'mean-rating' } as const;
    const refused = (before: (number | null)[], after: (number | null)[]) =>
      comparePairedAnswers(pairAnswers(FIVE, before, after), mean);
    expect(refused([], [])).toEqual({
      kind: 'not-comparable',
      reason: 'not-estimable',
      details: { change: 'no-answers' },
    });
    expect(refused([1, null], [null, 2])).toMatchObject({ details: { change: 'no-answers' } });
    expect(refused([1], [2])).toMatchObject({
      details: { change: 'one-answer' },
      ordinal: { rose: 1, test: { pValue: 1 } },
    });
    expect(refused([1, 2, 3, 1, 2, 3, 4], [2, 3, 4, 2, 3, 4, 5])).toMatchObject({
      details: { change: 'zero-variance' },
      ordinal: { rose: 7, test: { pValue: 2 / 2 ** 7 } },
    });
    expect(refused([1, 2, 3], [1, 2, 3])).toMatchObject({
      details: { change: 'zero-variance' },
      ordinal: { same: 3, test: { pValue: 1 }, effectSize: { value: 0 } },
    });
    const none = pairAnswers(FIVE, [], []);
    expect(comparePairedAnswers(none, { metric: 'customer-satisfaction' })).toMatchObject({
      details: { change: 'no-answers' },
    });
  });

  it('finds nothing where nobody changed sides', () => {
    const same = pairAnswers(FIVE, [4, 5, 1], [5, 4, 2]);
    expect(comparePairedAnswers(same, { metric: 'customer-satisfaction' })).toMatchObject({
      difference: { value: 0 },
      test: { statistic: 0, pValue: 1 },
      effectSize: { value: 0 },
      verdict: 'no-proven-change',
    });
  });

  it('gives the change even where one time all said the same', () => {
    const found = comparePairedAnswers(pairAnswers(FIVE, [3, 3, 3], [3, 4, 5]), {
      metric: 'customer-effort',
    });
    expect(found).toMatchObject({
      kind: 'paired-comparison',
      before: { kind: 'estimate', interval: { method: 'clopper-pearson' } },
      difference: { value: 1 },
    });
  });

  it('refuses a metric on a scale it is not defined on, a table that is none and a level that is none', () => {
    const answers = pairAnswers(FIVE, [1], [2]);
    expect(() => comparePairedAnswers(answers, { metric: 'net-promoter-score' })).toThrow(
      expect.objectContaining({ code: 'wrong-scale' }),
    );
    for (const perPair of [
      [],
      [
        [1, 2],
        [3, 4],
      ],
      Array.from({ length: 5 }, () => [1, 1, 1, 1, -1]),
    ]) {
      expect(() => comparePairedAnswers(pairs(FIVE, perPair), { metric: 'mean-rating' })).toThrow(
        'perPair is no table of 5 rows of 5 whole numbers, 0 or more',
      );
    }
    expect(() => comparePairedAnswers(answers, { metric: 'mean-rating', level: 95 })).toThrow(
      /^level is 95/,
    );
  });
});
