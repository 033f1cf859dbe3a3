import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../test/support/tolerances.ts';
import { createRandom } from '../stats/random/createRandom.ts';
import { drawBinomial } from '../stats/random/drawBinomial.ts';
import { mergeRetentionTallies } from './mergeRetentionTallies.ts';
import { retention } from './retention.ts';
import type { RetentionFigures } from './retentionTypes.ts';
import { tallyRetention } from './tallyRetention.ts';
import type { CustomerTenure } from './tallyTypes.ts';

const customers: fc.Arbitrary<CustomerTenure[]> = fc.array(
  fc.record({
    cohort: fc.constantFrom('2022', '2023', '2024', null),
    periods: fc.integer({ min: 0, max: 8 }),
    left: fc.boolean(),
  }),
  { maxLength: 60 },
);

function shownOf(rows: readonly CustomerTenure[]): RetentionFigures {
  const { all } = retention(tallyRetention(rows), { minimumGroupSize: 1 });
  if (all.status !== 'counted') throw new Error('suppressed');
  return all;
}

describe('retention', () => {
  it('gives for parts that are merged what it gives for the whole, in any order', () => {
    fc.assert(
      fc.property(customers, customers, (one, other) => {
        const whole = tallyRetention([...one, ...other]);
        expect(mergeRetentionTallies(tallyRetention(one), tallyRetention(other))).toEqual(whole);
        expect(mergeRetentionTallies(tallyRetention(other), tallyRetention(one))).toEqual(whole);
        expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
      }),
    );
  });

  it('counts each period as one goes through the customers', () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const { periods, perPeriod } = shownOf(rows);
        let pairs = 0;
        let stayed = 0;
        for (let period = 1; period <= 10; period += 1) {
          const begun = rows.filter(
            (row) => row.periods >= period || (row.left && row.periods === period - 1),
          );
          const kept = begun.filter((row) => row.periods >= period).length;
          pairs += begun.length;
          stayed += kept;
          const listed = periods.find((each) => each.period === period);
          if (listed === undefined) expect(kept).toBe(begun.length);
          else {
            expect([listed.atRisk, listed.left]).toEqual([begun.length, begun.length - kept]);
          }
        }
        expect(perPeriod.n).toBe(pairs);
        if (perPeriod.kind === 'estimate') expect(perPeriod.value).toBeCloseTo(stayed / pairs, 12);
      }),
    );
  });

  it('is the plain share of those who stayed longer where everybody was seen to leave', () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const gone = rows.map((row) => ({ ...row, left: true }));
        for (const { period, stillThere } of shownOf(gone).periods) {
          const share = gone.filter((row) => row.periods >= period).length / gone.length;
          expect(Math.abs(stillThere.value - share)).toBeLessThan(EXACT);
        }
      }),
    );
  });

  it('shows no cohort of fewer customers than the minimum, nor the only one that is missing from the total', () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const { all, cohorts, withoutCohort } = retention(tallyRetention(rows));
        let hidden = withoutCohort === 'suppressed' ? 1 : 0;
        for (const { cohort, figures } of cohorts) {
          if (figures.status === 'suppressed') hidden += 1;
          else expect(rows.filter((row) => row.cohort === cohort).length).toBeGreaterThanOrEqual(5);
        }
        if (all.status === 'counted') expect(hidden).not.toBe(1);
      }),
    );
  });

  it('keeps its promise where customers leave at random: intervals hold the rate, and no trend is seen', () => {
    const random = createRandom(18);
    const runs = 600;
    const rate = 0.8;
    let held = 0;
    let trends = 0;
    for (let run = 0; run < runs; run += 1) {
      const cohorts = [4, 3, 2, 1].map((periods) => {
        const remaining = [120];
        for (let period = 0; period < periods; period += 1) {
          remaining.push(drawBinomial(random, remaining.at(-1) ?? 0, rate));
        }
        return { remaining };
      });
      const { all } = retention(tallyRetention(cohorts));
      if (all.status !== 'counted' || all.perPeriod.kind !== 'estimate') continue;
      const { low, high } = all.perPeriod.interval;
      if (low <= rate && rate <= high) held += 1;
      if (all.trend !== 'not-proven') trends += 1;
    }
    // Four standard errors of a share of 600 runs around 0.95: 0.0356.
    expect(Math.abs(held / runs - 0.95)).toBeLessThan(0.0356);
    expect(Math.abs(trends / runs - 0.05)).toBeLessThan(0.0356);
  });
});
