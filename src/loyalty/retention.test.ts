import { describe, expect, it } from 'vitest';
import { mergeRetentionTallies } from './mergeRetentionTallies.ts';
import { retention } from './retention.ts';
import type { RetentionFigures } from './retentionTypes.ts';
import { tallyRetention } from './tallyRetention.ts';
import type { CountedCohort, CustomerTenure } from './tallyTypes.ts';

/** 21 patients in remission of Freireich et al. (1963), as customers who left or were last seen. */
const LEFT = [6, 6, 6, 7, 10, 13, 16, 22, 23];
const LAST_SEEN = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];

function figuresOf(
  rows: readonly (CustomerTenure | CountedCohort)[],
  minimumGroupSize = 1,
): RetentionFigures {
  const { all } = retention(tallyRetention(rows), { minimumGroupSize });
  if (all.status !== 'counted') throw new Error('suppressed');
  return all;
}

describe('retention', () => {
  it('takes who is still a customer for no longer than was seen', () => {
    const rows = [
      ...LEFT.map((period) => ({ periods: period - 1, left: true })),
      ...LAST_SEEN.map((periods) => ({ periods, left: false })),
    ];
    const { periods, medianPeriods, customers, left } = figuresOf(rows);
    // Kaplan and Meier's curve as textbooks print it; kaplanMeier.test.ts has all of it.
    const rounded = periods
      .filter((each) => each.left > 0)
      .map(({ period, atRisk, stillThere }) => [period, atRisk, stillThere.value.toFixed(4)]);
    expect(rounded.slice(0, 3)).toEqual([
      [6, 21, '0.8571'],
      [7, 17, '0.8067'],
      [10, 15, '0.7529'],
    ]);
    expect(periods.at(-1)?.stillThere.value.toFixed(4)).toBe('0.4482');
    expect([customers, left, medianPeriods]).toEqual([21, 9, 23]);
  });

  it('counts a cohort period by period as it counts its customers one by one', () => {
    const counted = tallyRetention([{ cohort: 'a', remaining: [4, 3, 1] }]);
    const single = tallyRetention([
      { cohort: 'a', periods: 0, left: true },
      { cohort: 'a', periods: 1, left: true },
      { cohort: 'a', periods: 1, left: true },
      { cohort: 'a', periods: 2, left: false },
    ]);
    expect(counted).toEqual(single);
  });

  it('says that customers who stayed once stay more readily where that is proven, and only there', () => {
    expect(figuresOf([{ remaining: [500, 400, 350] }]).trend).toBe('rises');
    expect(figuresOf([{ remaining: [500, 450, 350] }]).trend).toBe('falls');
    expect(figuresOf([{ remaining: [500, 400, 320] }]).trend).toBe('not-proven');
    expect(figuresOf([{ remaining: [500, 400] }]).laterLessFirst).toEqual({
      kind: 'not-estimable',
      reason: 'no-data',
      n: 500,
    });
  });

  it('has no rate where nobody was seen for a whole period, or there is nobody', () => {
    for (const rows of [[], [{ periods: 0, left: false }], [{ remaining: [0, 0] }]]) {
      const { perPeriod, periods } = figuresOf(rows);
      expect(perPeriod).toEqual({ kind: 'not-estimable', reason: 'no-data', n: 0 });
      expect(periods).toEqual([]);
    }
  });

  it('shows a cohort of one as hardly anything known, and only to whom it may be shown', () => {
    const one = tallyRetention([{ cohort: 'May', periods: 3, left: false }]);
    expect(retention(one)).toMatchObject({
      all: { status: 'suppressed' },
      cohorts: [{ cohort: 'May', figures: { status: 'suppressed', because: 'below-minimum' } }],
    });
    const { cohorts } = retention(one, { minimumGroupSize: 1 });
    expect(cohorts[0]?.figures).toMatchObject({
      status: 'counted',
      customers: 1,
      perPeriod: { value: 1, n: 3 },
    });
  });

  it('hides a second cohort where the total less the others would show a small one', () => {
    const tally = tallyRetention([
      { cohort: 'a', remaining: [40, 30] },
      { cohort: 'b', remaining: [50, 45] },
      { cohort: 'c', remaining: [2, 1] },
    ]);
    const { all, cohorts } = retention(tally);
    expect(all.status).toBe('counted');
    const hidden = cohorts.flatMap(({ figures }) =>
      figures.status === 'suppressed' ? [figures.because] : [],
    );
    expect(hidden.toSorted()).toEqual(['below-minimum', 'protects-another']);
  });

  it('hides no cohort that is large enough, whatever the counts of the next one', () => {
    const rows = [
      ...Array.from({ length: 10 }, () => ({ cohort: '2022', periods: 1, left: true })),
      ...Array.from({ length: 10 }, (_, at) => ({
        cohort: '2023',
        periods: at < 3 ? 1 : 2,
        left: at < 3,
      })),
    ];
    const { cohorts } = retention(tallyRetention(rows));
    expect(cohorts.map(({ figures }) => figures.status)).toEqual(['counted', 'counted']);
  });

  it('counts customers without a cohort for all together', () => {
    const tally = tallyRetention([
      { cohort: 'a', remaining: [40, 30] },
      { cohort: ' ', remaining: [20, 10] },
      { remaining: [10, 5] },
    ]);
    const { all, cohorts, withoutCohort } = retention(tally);
    expect(all).toMatchObject({ customers: 70, left: 25 });
    expect(cohorts.map(({ cohort }) => cohort)).toEqual(['a']);
    expect(withoutCohort).toBe(30);
  });

  it('counts what it cannot read and says why', () => {
    const odd = [
      null,
      { periods: -1, left: true },
      { periods: 1.5, left: true },
      { periods: '3', left: true },
      { periods: 3, left: 'yes' },
      { remaining: [] },
      { remaining: [5, 6] },
      { remaining: [5, 4.5] },
      { remaining: [-1] },
      { remaining: 'all' },
    ];
    const { invalid, firstInvalid, cohorts } = tallyRetention(odd as never);
    expect([invalid, cohorts]).toEqual([10, []]);
    expect(firstInvalid.map(({ because }) => because)).toEqual([
      'not-an-object',
      'unread-periods',
      'unread-periods',
      'unread-periods',
      'unread-end',
      'unread-counts',
      'unread-counts',
      'unread-counts',
      'unread-counts',
      'unread-counts',
    ]);
    const both = mergeRetentionTallies(tallyRetention(odd as never), tallyRetention([7] as never));
    expect([both.invalid, both.firstInvalid.length]).toEqual([11, 11]);
  });

  it.each([
    [null, 'tally is null; expected an object'],
    [{ kind: 'tally' }, 'kind of tally is "tally"; expected "retention-tally"'],
    [
      { left: { values: [0], counts: [1] } },
      'values[0] of left of cohorts[0] of tally is 0; expected a whole number, 1 or more',
    ],
    [
      { lastSeen: { values: [2, 2], counts: [1, 1] } },
      'values[1] of lastSeen of cohorts[0] of tally is 2; expected a whole number, 3 or more',
    ],
    [
      { left: { values: [1], counts: [0] } },
      'counts[0] of left of cohorts[0] of tally is 0; expected a whole number, 1 or more',
    ],
    [{ cohort: 5 }, 'cohort of cohorts[0] of tally is 5; expected a text'],
  ])('refuses %o as a tally', (odd, message) => {
    const good = tallyRetention([{ cohort: 'a', remaining: [4, 3] }]);
    const changed =
      odd === null || 'kind' in odd ? odd : { ...good, cohorts: [{ ...good.cohorts[0], ...odd }] };
    expect(() => retention(changed as never)).toThrow(message);
    expect(() => mergeRetentionTallies(good, changed as never)).toThrow(
      message.replace('tally', 'second').replace('"retention-second"', '"retention-tally"'),
    );
  });

  it.each([
    [{ level: 95 }, 'level is 95'],
    [{ minimumGroupSize: 0 }, 'minimumGroupSize is 0'],
    [{ minimum: 3 }, 'a key of options is "minimum"'],
  ])('refuses %o as options', (options, message) => {
    expect(() => retention(tallyRetention([]), options as object)).toThrow(message);
  });
});
