import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { boundedFactor, type ScaledGroups, withinBounds } from './boundedFactor.ts';
import type { WeightBounds } from './types.ts';

/** Weights as far apart as 1e-200 and 1e200. */
const anyWeight = fc.integer({ min: -200, max: 200 }).map((exponent) => 10 ** exponent);

function groupsOf(weight: fc.Arbitrary<number>): fc.Arbitrary<ScaledGroups> {
  const group = fc.record({ weight, rows: fc.integer({ min: 1, max: 1000 }) });
  return fc.array(group, { minLength: 1, maxLength: 20 }).map((groups) => ({
    places: Int32Array.from(groups.keys()),
    free: Float64Array.from(groups, ({ weight, rows }) => weight * rows),
    rows: Float64Array.from(groups, ({ rows }) => rows),
  }));
}

const anyBounds: fc.Arbitrary<WeightBounds> = fc.record({
  low: fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 0.99, noNaN: true })),
  high: fc.double({ min: 1.01, max: 1e6, noNaN: true }),
});

function boundedSum({ places, free, rows }: ScaledGroups, s: number, bounds: WeightBounds): number {
  return [...places].reduce(
    (sum, place) => sum + withinBounds(s * free[place]!, rows[place]!, bounds),
    0,
  );
}

function rowsOf({ rows }: ScaledGroups): number {
  return rows.reduce((sum, count) => sum + count, 0);
}

describe('boundedFactor', () => {
  it.each([
    ['alike', fc.double({ min: 0.1, max: 10, noNaN: true })],
    ['as far apart as numbers can be', anyWeight],
  ])('brings weights that are %s to every sum between their bounds', (_, weight) => {
    fc.assert(
      fc.property(
        groupsOf(weight),
        anyBounds,
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (groups, bounds, part) => {
          const target = rowsOf(groups) * (bounds.low + part * (bounds.high - bounds.low));
          const sum = boundedSum(groups, boundedFactor(groups, target, bounds), bounds);
          expect(Math.abs(sum / target - 1)).toBeLessThan(EXACT);
        },
      ),
    );
  });

  it('brings all weights to the bound that is nearest to a sum out of reach', () => {
    fc.assert(
      fc.property(groupsOf(anyWeight), anyBounds, (groups, bounds) => {
        const most = bounds.high * rowsOf(groups);
        const atMost = boundedSum(groups, boundedFactor(groups, 2 * most, bounds), bounds);
        expect(Math.abs(atMost / most - 1)).toBeLessThan(EXACT);
        fc.pre(bounds.low > 0);
        const least = bounds.low * rowsOf(groups);
        const atLeast = boundedSum(groups, boundedFactor(groups, least / 2, bounds), bounds);
        expect(Math.abs(atLeast / least - 1)).toBeLessThan(EXACT);
      }),
    );
  });

  it('goes through the weights 81 times at most, and once where the sum is out of reach', () => {
    fc.assert(
      fc.property(
        groupsOf(anyWeight),
        anyBounds,
        fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
        (groups, bounds, target) => {
          let passes = 0;
          const places = Int32Array.from(groups.places);
          Object.defineProperty(places, Symbol.iterator, {
            value: () => {
              passes += 1;
              return groups.places.values();
            },
          });
          const s = boundedFactor({ ...groups, places }, target, bounds);
          expect(s).toBeLessThan(Infinity);
          const isReached =
            target > bounds.low * rowsOf(groups) && target < bounds.high * rowsOf(groups);
          expect(passes).toBeLessThanOrEqual(isReached ? 81 : 1);
        },
      ),
    );
  });
});
