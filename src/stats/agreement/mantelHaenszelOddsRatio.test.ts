import { describe, expect, it } from 'vitest';
import { findMeaningless } from '../../../test/support/findMeaningless.ts';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import {
  type FourfoldCounts,
  mantelHaenszelOddsRatio,
  type OddsRatio,
} from './mantelHaenszelOddsRatio.ts';

function found(strata: readonly FourfoldCounts[], level?: number): OddsRatio {
  const ratio = mantelHaenszelOddsRatio(strata, level === undefined ? {} : { level });
  if (ratio.kind !== 'estimate') throw new Error(ratio.reason);
  return ratio;
}

/** Admitted men and women, then rejected ones, by department: UCBAdmissions of R. */
const BERKELEY = [
  { a: 512, b: 89, c: 313, d: 19 },
  { a: 353, b: 17, c: 207, d: 8 },
  { a: 120, b: 202, c: 205, d: 391 },
  { a: 138, b: 131, c: 279, d: 244 },
  { a: 53, b: 94, c: 138, d: 299 },
  { a: 22, b: 24, c: 351, d: 317 },
];

describe('mantelHaenszelOddsRatio', () => {
  it('gives what R prints for the admissions to Berkeley by department', () => {
    // mantelhaen.test(UCBAdmissions): 0.9046968, 95 percent 0.7719074 1.0603298.
    const { value, interval } = found(BERKELEY);
    expect(value).toBeCloseTo(0.9046968, 7);
    expect(interval.low).toBeCloseTo(0.7719074, 7);
    expect(interval.high).toBeCloseTo(1.0603298, 7);
    expect(interval).toMatchObject({ level: 0.95, method: 'robins-breslow-greenland' });
  });

  it('is the odds ratio with Woolf’s standard error where there is one stratum', () => {
    const { value, logStandardError } = found([{ a: 10, b: 4, c: 3, d: 8 }]);
    expect(relativeError(value, 80 / 12)).toBeLessThan(EXACT);
    const woolf = Math.sqrt(1 / 10 + 1 / 4 + 1 / 3 + 1 / 8);
    expect(relativeError(logStandardError, woolf)).toBeLessThan(EXACT);
  });

  it('is McNemar’s ratio of discordant pairs where every stratum is a pair', () => {
    const pairs = [
      ...Array.from({ length: 12 }, () => ({ a: 1, b: 0, c: 0, d: 1 })),
      ...Array.from({ length: 5 }, () => ({ a: 0, b: 1, c: 1, d: 0 })),
      ...Array.from({ length: 30 }, () => ({ a: 1, b: 0, c: 1, d: 0 })),
    ];
    const { value, logStandardError, n } = found(pairs);
    expect(n).toBe(94);
    expect(relativeError(value, 12 / 5)).toBeLessThan(EXACT);
    expect(relativeError(logStandardError, Math.sqrt(1 / 12 + 1 / 5))).toBeLessThan(EXACT);
  });

  it('finds no difference where each stratum has none, though the sums over strata differ', () => {
    // Simpson: the first group is mostly in the stratum where it seldom happens.
    expect(
      found([
        { a: 10, b: 90, c: 1, d: 9 },
        { a: 9, b: 1, c: 90, d: 10 },
      ]).value,
    ).toBeCloseTo(1, 12);
  });

  it('turns over when the groups are exchanged, or the outcomes', () => {
    const { value, interval } = found(BERKELEY, 0.9);
    for (const exchanged of [
      found(
        BERKELEY.map(({ a, b, c, d }) => ({ a: c, b: d, c: a, d: b })),
        0.9,
      ),
      found(
        BERKELEY.map(({ a, b, c, d }) => ({ a: b, b: a, c: d, d: c })),
        0.9,
      ),
    ]) {
      expect(relativeError(exchanged.value, 1 / value)).toBeLessThan(EXACT);
      expect(relativeError(exchanged.interval.low, 1 / interval.high)).toBeLessThan(EXACT);
      expect(relativeError(exchanged.interval.high, 1 / interval.low)).toBeLessThan(EXACT);
    }
  });

  it('learns nothing from an empty stratum, nor from one that holds a single group or outcome', () => {
    const { value, interval, n } = found(BERKELEY);
    const more = found([
      ...BERKELEY,
      { a: 0, b: 0, c: 0, d: 0 },
      { a: 7, b: 3, c: 0, d: 0 },
      { a: 7, b: 0, c: 4, d: 0 },
    ]);
    expect(more.value).toBe(value);
    expect(more.interval).toEqual(interval);
    expect(more.n).toBe(n + 21);
  });

  it.each([
    ['no-data', []],
    ['no-data', [{ a: 0, b: 0, c: 0, d: 0 }]],
    ['zero-denominator', [{ a: 3, b: 0, c: 2, d: 5 }]],
    ['no-telling-stratum', [{ a: 3, b: 4, c: 0, d: 0 }]],
    ['no-telling-stratum', [{ a: 3, b: 0, c: 4, d: 0 }]],
    ['zero-numerator', [{ a: 0, b: 4, c: 2, d: 5 }]],
  ] as const)('cannot be estimated: %s', (reason, strata) => {
    expect(mantelHaenszelOddsRatio(strata)).toMatchObject({ kind: 'not-estimable', reason });
  });

  it.each([0.95, 1 - Number.EPSILON / 2])(
    'has limits at level %d, whatever the counts',
    (level) => {
      for (const a of [1e-15, 16, 1e15]) {
        const ratio = mantelHaenszelOddsRatio([{ a, b: 11, c: 5, d: 20 }], { level });
        expect(findMeaningless(ratio)).toBeUndefined();
        expect(ratio).toHaveProperty('interval.low');
      }
    },
  );

  it('refuses counts that are none', () => {
    expect(() => mantelHaenszelOddsRatio([{ a: 1, b: -1, c: 2, d: 3 }])).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        'a count of strata[0] is -1; expected 0 or a number from 1e-15 to 2^53 - 1',
      ),
    );
    expect(() => mantelHaenszelOddsRatio([], { level: 95 })).toThrow('level is 95');
  });
});
