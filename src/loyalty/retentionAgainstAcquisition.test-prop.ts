import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE } from '../../test/support/tolerances.ts';
import type { RetentionCase } from './acquisitionTypes.ts';
import { retentionAgainstAcquisition } from './retentionAgainstAcquisition.ts';

const kept = fc
  .integer({ min: 1, max: 1000 })
  .chain((n) => fc.record({ kept: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
const money = fc.double({ min: 1, max: 1e6, noNaN: true });
const cases: fc.Arbitrary<RetentionCase> = fc.record({
  customers: fc.integer({ min: 1, max: 100_000 }),
  before: kept,
  after: kept,
  programmeCost: money,
  acquisition: fc.record({ spent: money, won: fc.integer({ min: 0, max: 1000 }) }),
  yearlyMargin: money,
  discountRate: fc.double({ min: 0, max: 0.5, noNaN: true }),
});

describe('retentionAgainstAcquisition', () => {
  it('pays exactly where its return at the lower limit is above 1, and never at the upper one below 1', () => {
    fc.assert(
      fc.property(cases, (figures) => {
        const { pays, returnOfKeeping, breakEvenGain, gain } = retentionAgainstAcquisition(figures);
        if (returnOfKeeping === undefined || breakEvenGain === undefined) {
          expect(pays).toBe('not-proven');
          return;
        }
        const { value, low, high } = returnOfKeeping;
        expect(Math.abs(value * breakEvenGain - gain.value)).toBeLessThan(REFERENCE);
        if (pays === 'yes') expect(low).toBeGreaterThan(1 - REFERENCE);
        if (pays === 'no') expect(high).toBeLessThan(1 + REFERENCE);
        if (pays === 'not-proven') {
          expect(low).toBeLessThan(1 + REFERENCE);
          expect(high).toBeGreaterThan(1 - REFERENCE);
        }
      }),
    );
  });

  it('calls keeping cheaper only where it is so at every gain of the interval, and winning likewise', () => {
    fc.assert(
      fc.property(cases, (figures) => {
        const { cheaper, costPerKept, costPerWon, ratio } = retentionAgainstAcquisition(figures);
        if (costPerKept.kind !== 'estimate' || costPerWon.kind !== 'estimate') return;
        expect(ratio?.low).toBeLessThanOrEqual(ratio?.high ?? 0);
        if (cheaper === 'keeping') {
          expect(Number(costPerKept.high)).toBeLessThan(costPerWon.value * (1 + REFERENCE));
        }
        if (cheaper === 'winning') {
          expect(costPerKept.low).toBeGreaterThan(costPerWon.value * (1 - REFERENCE));
        }
      }),
    );
  });

  it('is the same whatever the money is', () => {
    fc.assert(
      fc.property(cases, (figures) => {
        const { acquisition, programmeCost, yearlyMargin } = figures;
        const one = retentionAgainstAcquisition(figures);
        // A power of two, so that nothing is rounded.
        const other = retentionAgainstAcquisition({
          ...figures,
          programmeCost: 8 * programmeCost,
          yearlyMargin: 8 * yearlyMargin,
          acquisition: { ...acquisition, spent: 8 * acquisition.spent },
        });
        expect([other.cheaper, other.pays, other.ratio, other.returnOfKeeping]).toEqual([
          one.cheaper,
          one.pays,
          one.ratio,
          one.returnOfKeeping,
        ]);
        if (one.worthOfKept.kind === 'estimate' && other.worthOfKept.kind === 'estimate') {
          expect(other.worthOfKept.value).toBe(8 * one.worthOfKept.value);
        }
      }),
    );
  });

  it('turns the gain round when the groups change places', () => {
    fc.assert(
      fc.property(cases, (figures) => {
        const { before, after } = figures;
        const one = retentionAgainstAcquisition(figures);
        const other = retentionAgainstAcquisition({ ...figures, before: after, after: before });
        expect(other.gain.value).toBeCloseTo(-one.gain.value, 12);
        expect(other.gain.interval.low).toBeCloseTo(-one.gain.interval.high, 12);
        expect(other.lifetimeValue.before).toEqual(one.lifetimeValue.after);
      }),
    );
  });
});
