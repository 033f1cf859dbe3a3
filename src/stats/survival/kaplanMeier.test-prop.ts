import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { kaplanMeier } from './kaplanMeier.ts';
import type { CountedDurations } from './survivalSteps.ts';

const durations = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 })
  .chain((values) =>
    fc
      .array(fc.integer({ min: 1, max: 9 }), { minLength: values.length, maxLength: values.length })
      .map((counts): CountedDurations => ({ values: values.toSorted((a, b) => a - b), counts })),
  );
const none: CountedDurations = { values: [], counts: [] };

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

describe('kaplanMeier', () => {
  it('is the share of longer durations, with the standard error of a share, where all were seen to end', () => {
    fc.assert(
      fc.property(durations, (ended) => {
        const n = sum(ended.counts);
        let longer = n;
        for (const { events, survival, standardError } of kaplanMeier(ended, none)) {
          longer -= events;
          const share = longer / n;
          expect(Math.abs(survival - share)).toBeLessThan(EXACT);
          // The square root magnifies what rounding leaves of a share near 0.
          expect(Math.abs(standardError ** 2 - (share * (1 - share)) / n)).toBeLessThan(EXACT);
        }
      }),
    );
  });

  it('never rises, and counts everybody once', () => {
    fc.assert(
      fc.property(durations, durations, (ended, notEnded) => {
        const steps = kaplanMeier(ended, notEnded);
        let before = 1;
        let left = sum(ended.counts) + sum(notEnded.counts);
        for (const { atRisk, events, censored, survival, interval } of steps) {
          expect(atRisk).toBe(left);
          expect(survival).toBeLessThanOrEqual(before);
          if (interval !== undefined) {
            expect(interval.low).toBeLessThanOrEqual(survival);
            expect(interval.high).toBeGreaterThanOrEqual(survival);
            expect(interval.low >= 0 && interval.high <= 1).toBe(true);
          }
          before = survival;
          left -= events + censored;
        }
        expect(left).toBe(0);
      }),
    );
  });

  it('lies between those who left counted as ended at once and counted as never ending', () => {
    fc.assert(
      fc.property(durations, durations, (ended, notEnded) => {
        const n = sum(ended.counts) + sum(notEnded.counts);
        let seenToEnd = 0;
        let gone = 0;
        for (const { events, censored, survival } of kaplanMeier(ended, notEnded)) {
          seenToEnd += events;
          expect(survival).toBeLessThanOrEqual(1 - seenToEnd / n + EXACT);
          expect(survival).toBeGreaterThanOrEqual(1 - (seenToEnd + gone) / n - EXACT);
          gone += censored;
        }
      }),
    );
  });

  it('is the same for twice as many of each, and surer', () => {
    fc.assert(
      fc.property(durations, durations, (ended, notEnded) => {
        const twice = ({ values, counts }: CountedDurations): CountedDurations => ({
          values,
          counts: counts.map((count) => 2 * count),
        });
        const once = kaplanMeier(ended, notEnded);
        for (const [place, step] of kaplanMeier(twice(ended), twice(notEnded)).entries()) {
          const { survival = 0, standardError = 0 } = once[place] ?? {};
          expect(Math.abs(step.survival - survival)).toBeLessThan(EXACT);
          expect(Math.abs(2 * step.standardError ** 2 - standardError ** 2)).toBeLessThan(EXACT);
        }
      }),
    );
  });
});
