import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../test/support/placesOf.ts';
import { binomialTails } from '../stats/distributions/binomial.ts';
import { funnelOfPlaces } from './funnelOfPlaces.ts';
import { intraclassCorrelation } from './intraclassCorrelation.ts';
import type { IntraclassCorrelation } from './types.ts';

const places = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }), {
  minLength: 2,
  maxLength: 6,
});

function estimated(values: readonly (readonly number[])[], level = 0.95): IntraclassCorrelation {
  const found = intraclassCorrelation(placesOf(values), { level });
  fc.pre(found.kind === 'estimate');
  return found;
}

describe('intraclassCorrelation', () => {
  it('is the same in other units, and in another order of places', () => {
    fc.assert(
      fc.property(places, (values) => {
        const one = estimated(values);
        const other = estimated(
          values.map((own) => own.map((value) => 3 - 2 * value)).toReversed(),
        );
        for (const [a, b] of [
          [one.raw, other.raw],
          [one.interval.low, other.interval.low],
          [one.interval.high, other.interval.high],
        ]) {
          expect(a).toBeCloseTo(b!, 9);
        }
      }),
    );
  });

  it('has limits in order, within what can be, and wider at a higher level', () => {
    fc.assert(
      fc.property(places, (values) => {
        const { interval, value, raw, designEffect, n } = estimated(values);
        const wider = estimated(values, 0.99).interval;
        const least = -1 / (Math.max(...values.map((own) => own.length)) - 1);
        expect(interval.low).toBeLessThanOrEqual(interval.high);
        expect(interval.low).toBeGreaterThanOrEqual(least - 1e-12);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(wider.low).toBeLessThanOrEqual(interval.low);
        expect(wider.high).toBeGreaterThanOrEqual(interval.high);
        expect(value).toBe(Math.max(0, raw));
        expect(designEffect.effectiveN * designEffect.value).toBeCloseTo(n, 9);
        expect(designEffect.low).toBeLessThanOrEqual(designEffect.high);
      }),
    );
  });

  it('splits all squares into those between and those within', () => {
    fc.assert(
      fc.property(places, (values) => {
        const { variance, n } = estimated(values);
        const all = values.flat();
        const mean = all.reduce((sum, value) => sum + value, 0) / n;
        const total = all.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        const between = variance.betweenMeanSquare * (values.length - 1);
        expect(between + variance.withinMeanSquare * (n - values.length)).toBeCloseTo(total, 9);
      }),
    );
  });
});

describe('funnelOfPlaces', () => {
  it('puts a place like the target beyond the limits at most 1 in 20 and 1 in 500 times, whatever its size', () => {
    const sizes = fc.integer({ min: 1, max: 60 });
    const targets = fc.double({ min: 0.02, max: 0.98, noNaN: true });
    fc.assert(
      fc.property(sizes, targets, (n, target) => {
        let beyond = 0;
        let alarm = 0;
        for (let count = 0; count <= n; count += 1) {
          const funnel = funnelOfPlaces([{ place: 'a', count, n }], { target });
          const verdict = funnel.kind === 'funnel' && funnel.places[0]?.verdict;
          const chance =
            binomialTails(count, n, target).atMost -
            (count === 0 ? 0 : binomialTails(count - 1, n, target).atMost);
          if (verdict !== 'within') beyond += chance;
          if (verdict === 'alarm') alarm += chance;
        }
        expect(beyond).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(alarm).toBeLessThanOrEqual(0.002 + 1e-9);
      }),
      { numRuns: 25 },
    );
  });
});
