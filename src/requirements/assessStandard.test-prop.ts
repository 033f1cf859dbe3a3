import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimated } from '../../test/support/estimated.ts';
import { EXACT } from '../../test/support/tolerances.ts';
import type { Standard } from '../model/requirement.ts';
import { binomialTails } from '../stats/distributions/binomial.ts';
import { wilsonInterval } from '../stats/intervals/wilsonInterval.ts';
import { assessStandard } from './assessStandard.ts';
import { mergeMeasurementTallies } from './measurements/mergeMeasurementTallies.ts';
import { tallyMeasurements } from './measurements/tallyMeasurements.ts';

const standard = fc
  .record({
    operator: fc.constantFrom('<=', '>=', '='),
    requiredShare: fc.oneof(
      fc.constantFrom(0.5, 0.8, 0.9, 0.95, 1),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
    ),
  })
  .map(
    (chosen): Standard => ({
      id: 's',
      measure: 'Time',
      unit: 'minutes',
      threshold: 5,
      ...chosen,
    }),
  );
const value = fc.integer({ min: 0, max: 10 });
const values = fc.array(value, { maxLength: 80 });
const level = fc.constantFrom(0.8, 0.9, 0.95, 0.99);

/** Measurements as they come in, some with an end, a unit, a place or a fault. */
const rows = fc.record(
  {
    value: fc.oneof(
      { weight: 9, arbitrary: value },
      { arbitrary: fc.constant(Number.NaN), weight: 1 },
    ),
    standard: fc.constantFrom('s', 's', 's', 'other'),
    ended: fc.constantFrom('completed', 'abandoned', 'still-waiting'),
    unit: fc.constantFrom('minutes', 'seconds', 'points'),
    customer: fc.constantFrom('external', 'external', 'internal'),
    place: fc.constantFrom('a', 'b', 'c', null),
    month: fc.constantFrom(5, 6),
  },
  { requiredKeys: ['value'] },
);

/** Numbers of good and bad cases. */
const cases = fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 })).filter(([x, y]) => x + y > 0);

function* measured(good: number, bad: number): Generator<number> {
  for (let k = 0; k < good; k += 1) yield 1;
  for (let k = 0; k < bad; k += 1) yield 9;
}

function withinFive(requiredShare: number): Standard {
  return {
    id: 's',
    measure: 'Time',
    unit: 'minutes',
    operator: '<=',
    threshold: 5,
    requiredShare,
  };
}

describe('assessStandard', () => {
  it('is blind to the order of measurements', () => {
    fc.assert(
      fc.property(standard, values, (one, list) => {
        expect(assessStandard(one, list.toReversed())).toEqual(assessStandard(one, list));
      }),
    );
  });

  it('is moved by no measurement that is no number', () => {
    const noise = fc.array(fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY), { maxLength: 5 });
    fc.assert(
      fc.property(standard, values, noise, (one, list, invalid) => {
        const noisy = assessStandard(one, [...invalid, ...list]);
        expect(noisy.invalid).toBe(invalid.length);
        const quiet = { ...noisy, invalid: 0, firstInvalid: [] };
        expect(assessStandard(one, list)).toEqual(quiet);
      }),
    );
  });

  it('counts every measurement once', () => {
    fc.assert(
      fc.property(standard, fc.array(fc.oneof(value, fc.constant(Number.NaN))), (one, list) => {
        const verdict = assessStandard(one, list);
        expect(verdict.measured + verdict.invalid).toBe(list.length);
        expect(verdict.conforming).toBeLessThanOrEqual(verdict.measured);
      }),
    );
  });

  it('never thinks less of a service because one more case conforms', () => {
    fc.assert(
      fc.property(cases, level, ([good, bad], asked) => {
        const lowOf = (x: number): number => {
          const verdict = assessStandard(withinFive(0.9), measured(x, bad), { level: asked });
          return estimated(verdict.conformingShare).interval.low;
        };
        expect(lowOf(good + 1)).toBeGreaterThanOrEqual(lowOf(good));
      }),
    );
  });

  it('never turns from met to anything worse because a failure is put right', () => {
    const rank = { 'not-met': 0, 'not-proven': 1, 'not-measured': 2, 'met-so-far': 3, met: 4 };
    fc.assert(
      fc.property(standard, cases, ({ requiredShare }, [good, bad]) => {
        fc.pre(bad > 0);
        const one = withinFive(requiredShare);
        const before = assessStandard(one, measured(good, bad)).status;
        const after = assessStandard(one, measured(good + 1, bad - 1)).status;
        expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
      }),
    );
  });

  it('agrees with the exact tails, whichever way the measurements lie, and shows the Wilson limits', () => {
    fc.assert(
      fc.property(standard, cases, level, ({ requiredShare }, [good, bad], asked) => {
        const options = { level: asked };
        const verdict = assessStandard(withinFive(requiredShare), measured(good, bad), options);
        const { low, high } = wilsonInterval(good, good + bad, options);
        expect(estimated(verdict.conformingShare).interval).toMatchObject({ low, high });
        if (requiredShare === 1) {
          expect(verdict.status).toBe(bad === 0 ? 'met-so-far' : 'not-met');
          expect(verdict).not.toHaveProperty('pValues');
          return;
        }
        const { atLeast, atMost } = binomialTails(good, good + bad, requiredShare);
        expect(verdict.pValues).toEqual({ met: atLeast, notMet: atMost });
        const tail = (1 - asked) / 2;
        const expected = atLeast <= tail ? 'met' : atMost <= tail ? 'not-met' : 'not-proven';
        expect(verdict.status).toBe(expected);
      }),
    );
  });

  it('is false in no more samples than it says: of a standard that is just met, exactly counted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99),
        level,
        (n, requiredShare, asked) => {
          const chance = { met: 0, 'not-met': 0 };
          for (let good = 0; good <= n; good += 1) {
            const cases = measured(good, n - good);
            const { status } = assessStandard(withinFive(requiredShare), cases, { level: asked });
            const { atLeast, atMost } = binomialTails(good, n, requiredShare);
            if (status === 'met' || status === 'not-met') chance[status] += atLeast + atMost - 1;
          }
          expect(chance.met).toBeLessThanOrEqual((1 - asked) / 2 + EXACT);
          expect(chance['not-met']).toBeLessThanOrEqual((1 - asked) / 2 + EXACT);
        },
      ),
    );
  });

  it('calls a shortfall material only beyond what makes a standard not met', () => {
    fc.assert(
      fc.property(
        standard,
        cases,
        fc.constantFrom(undefined, 0, 0.001, 0.2),
        fc.constantFrom(0, 0.01, 0.05, 0.3),
        ({ requiredShare }, [good, bad], tolerated, relevantShortfall) => {
          const one = {
            ...withinFive(requiredShare),
            ...(tolerated !== undefined && { tolerated }),
          };
          const { status, shortfall } = assessStandard(one, measured(good, bad), {
            relevantShortfall,
          });
          expect(shortfall !== undefined).toBe(status === 'not-met');
          if (shortfall === undefined) return;
          const { bearable, margin, material } = shortfall;
          expect(bearable).toBeGreaterThanOrEqual(1 - requiredShare);
          expect(margin).toBeLessThanOrEqual(relevantShortfall);
          if (material) expect(bad / (good + bad)).toBeGreaterThan(bearable + margin);
        },
      ),
    );
  });

  it('says how many measurements settle the matter: that many do, and one fewer does not', () => {
    fc.assert(
      fc.property(standard, cases, level, ({ requiredShare }, [good, bad], asked) => {
        const options = { level: asked };
        const verdict = assessStandard(withinFive(requiredShare), measured(good, bad), options);
        const { measurementsToSettle: enough } = verdict;
        const share = good / (good + bad);
        if (enough === undefined) {
          if (verdict.status === 'not-proven') expect(share).toBe(requiredShare);
          return;
        }
        expect(verdict.status).toBe('not-proven');
        expect(enough).toBeGreaterThan(verdict.measured);
        // A share within a millionth of the required one leaves too few digits to count to the unit.
        if (enough > 1e6) return;
        const settled = (n: number): boolean => {
          const { atLeast, atMost } = binomialTails(share * n, n, requiredShare);
          return Math.min(atLeast, atMost) <= (1 - asked) / 2;
        };
        expect(settled(enough)).toBe(true);
        expect(settled(enough - 1)).toBe(false);
      }),
    );
  });

  it('holds to that number when the same share comes in whole cases', () => {
    fc.assert(
      fc.property(standard, cases, ({ requiredShare }, [good, bad]) => {
        const one = withinFive(requiredShare);
        const { measurementsToSettle: enough = 0 } = assessStandard(one, measured(good, bad));
        fc.pre(enough > 0 && enough < 20_000);
        const statusAfter = (times: number): string =>
          assessStandard(one, measured(times * good, times * bad)).status;
        const times = Math.ceil(enough / (good + bad));
        expect(statusAfter(times)).not.toBe('not-proven');
        expect(statusAfter(times - 1)).toBe('not-proven');
      }),
    );
  });

  it('keeps a percentile to the threshold exactly when that share of cases does', () => {
    fc.assert(
      fc.property(standard, fc.array(rows, { minLength: 1, maxLength: 60 }), (one, list) => {
        fc.pre(one.operator !== '=');
        const { values: found, conformingShare } = assessStandard(one, list);
        fc.pre(found !== undefined);
        const { value: conforming } = estimated(conformingShare);
        const { p50, p90, p95, minimum, maximum } = found;
        for (const [share, percentile] of [
          [50, p50],
          [90, p90],
          [95, p95],
        ] as const) {
          // Beyond what was seen: longer than any limit.
          const reached = percentile ?? Infinity;
          const keeps = one.operator === '<=' ? reached <= 5 : reached >= 5;
          expect(keeps).toBe(100 * conforming >= share - 1e-6);
        }
        expect(minimum).toBeLessThanOrEqual(p50 ?? Infinity);
        expect(maximum).toBeGreaterThanOrEqual(p50 ?? -Infinity);
      }),
    );
  });

  it('shows the same percentiles whatever threshold is asked about, and more within a later one', () => {
    const thresholds = fc.tuple(fc.nat(11), fc.nat(11));
    fc.assert(
      fc.property(standard, fc.array(rows, { maxLength: 60 }), thresholds, (one, list, limits) => {
        const [first, second] = limits
          .toSorted((a, b) => a - b)
          .map((threshold) => {
            const { values: found, conformingShare } = assessStandard({ ...one, threshold }, list);
            const share = conformingShare.kind === 'estimate' ? conformingShare.value : undefined;
            return { seen: found && { ...found, meanExcess: 0 }, share };
          });
        fc.pre(first?.share !== undefined && second?.share !== undefined);
        expect(second.seen).toEqual(first.seen);
        if (one.operator === '=') return;
        const { share } = first;
        const { share: later } = second;
        const grows = one.operator === '<=' ? later - share : share - later;
        expect(grows).toBeGreaterThanOrEqual(-EXACT);
      }),
    );
  });

  it('is not moved by grouping: the total is the same, and where none is hidden its groups add up to it', () => {
    fc.assert(
      fc.property(standard, fc.array(rows, { maxLength: 80 }), (one, list) => {
        const whole = assessStandard(one, list);
        const options = { by: ['place', 'month'], minimumGroupSize: 1 } as const;
        const grouped = assessStandard(one, list, options);
        const { groups, withoutGroup, ...others } = grouped;
        expect({ ...others, groups: [], minimumGroupSize: 5 }).toEqual(whole);
        const counted = groups.flatMap(({ figures }) =>
          figures.status === 'suppressed' ? [] : [figures],
        );
        expect(counted).toHaveLength(groups.length);
        const cases = groups.reduce((sum, group) => sum + Number(group.cases), 0);
        const { measured, undecided, invalid } = whole;
        const open = undecided.abandoned + undecided.stillWaiting;
        expect(cases + Number(withoutGroup)).toBe(measured + open + invalid);
      }),
    );
  });

  it('shows no group of fewer cases than the minimum, nor one group alone hidden', () => {
    fc.assert(
      fc.property(standard, fc.array(rows, { maxLength: 80 }), (one, list) => {
        const { groups } = assessStandard(one, list, { by: ['place'] });
        const shown = groups.filter(({ cases }) => cases !== 'suppressed');
        for (const { cases, figures } of shown) {
          expect(cases).toBeGreaterThanOrEqual(5);
          if (figures.status !== 'suppressed' && figures.measured > 0)
            expect(figures.measured).toBeGreaterThanOrEqual(5);
        }
        expect(groups.length - shown.length === 1 && shown.length > 0).toBe(false);
      }),
    );
  });

  it('comes to the same from parts, in whatever order they are merged', () => {
    const parts = fc.array(fc.array(rows, { maxLength: 20 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(standard, parts, (one, lists) => {
        const options = { by: ['place'] } as const;
        const tallies = lists.map((list) => tallyMeasurements(one, list, options));
        const merged = tallies.reduce(mergeMeasurementTallies);
        const backwards = tallies.toReversed().reduce(mergeMeasurementTallies);
        const { firstInvalid } = merged;
        const whole = tallyMeasurements(one, lists.flat(), options);
        expect(merged).toEqual({ ...whole, firstInvalid });
        expect(backwards).toEqual(merged);
      }),
    );
  });

  it('accounts for every row: measured, undecided, invalid or passed over', () => {
    fc.assert(
      fc.property(standard, fc.array(rows), (one, list) => {
        const verdict = assessStandard(one, list);
        const { measured: n, undecided, invalid, otherStandards, otherCustomers } = verdict;
        const { abandoned, stillWaiting } = undecided;
        expect(n + abandoned + stillWaiting + invalid + otherStandards + otherCustomers).toBe(
          list.length,
        );
      }),
    );
  });
});
