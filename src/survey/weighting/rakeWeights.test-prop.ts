import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT, REFERENCE } from '../../../test/support/tolerances.ts';
import { kishEffectiveSize } from './kishEffectiveSize.ts';
import { DEFAULT_TOLERANCE, rakeWeights } from './rakeWeights.ts';
import type { RakedWeights, RakeOptions, WeightBounds } from './types.ts';

type Row = Readonly<Record<string, string>>;

interface Sample {
  readonly rows: readonly Row[];
  readonly baseWeights: readonly number[];
  readonly targets: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const CATEGORIES = ['a', 'b', 'c'];

/** A sample with at least one row in every cell, so that every margin can be met. */
const sample: fc.Arbitrary<Sample> = fc
  .record({
    margins: fc.integer({ min: 1, max: 3 }),
    more: fc.array(fc.array(fc.constantFrom(...CATEGORIES), { minLength: 3, maxLength: 3 }), {
      maxLength: 30,
    }),
    weights: fc.infiniteStream(fc.double({ min: 0.2, max: 5, noNaN: true })),
    targets: fc.infiniteStream(fc.double({ min: 1.01, max: 10, noNaN: true })),
  })
  .map(({ margins, more, weights, targets }) => {
    const names = ['x', 'y', 'z'].slice(0, margins);
    const every = names.reduce<Row[]>(
      (rows, name) => rows.flatMap((row) => CATEGORIES.map((each) => ({ ...row, [name]: each }))),
      [{}],
    );
    const others = more.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]!])));
    const rows = [...every, ...others];
    return {
      rows,
      baseWeights: rows.map(() => weights.next().value),
      targets: Object.fromEntries(
        names.map((name) => [
          name,
          Object.fromEntries(CATEGORIES.map((each) => [each, targets.next().value])),
        ]),
      ),
    };
  });

function rake({ rows, targets }: Sample, options: RakeOptions = {}): RakedWeights {
  const raked = rakeWeights(rows, targets, { maximumIterations: 5000, ...options });
  if (!raked.ok) throw new Error(raked.issues[0].message);
  return raked.value;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The share of each category in the sum of weights. */
function sharesOf(
  margins: readonly string[],
  rows: readonly Row[],
  weights: readonly number[],
): Sample['targets'] {
  const shareOf = (margin: string, category: string): number =>
    sum(weights.filter((_, i) => rows[i]![margin] === category)) / sum(weights);
  return Object.fromEntries(
    margins.map((margin) => [
      margin,
      Object.fromEntries(CATEGORIES.map((each) => [each, shareOf(margin, each)])),
    ]),
  );
}

/** The largest relative difference between a share and its target, from the weights alone. */
function largestDifference({ rows, targets }: Sample, weights: readonly number[]): number {
  const shares = sharesOf(Object.keys(targets), rows, weights);
  return Math.max(
    ...Object.entries(targets).flatMap(([margin, categories]) =>
      Object.entries(categories).map(([category, target]) => {
        const wanted = target / sum(Object.values(categories));
        return Math.abs(shares[margin]![category]! / wanted - 1);
      }),
    ),
  );
}

/** By how much each target is missed with all rows of its category at a bound; below 0 for by none. */
function shortfalls({ n, margins }: RakedWeights, { low, high }: WeightBounds): readonly number[] {
  return margins.flatMap(({ categories }) =>
    categories.map(({ rows, target }) => {
      const weight = (target * n) / rows;
      return Math.max(1 - high / weight, low / weight - 1);
    }),
  );
}

describe('rakeWeights', () => {
  it('meets every target within the tolerance', () => {
    fc.assert(
      fc.property(sample, (sample) => {
        const { rows, targets, baseWeights } = sample;
        const { weights, converged } = rake(sample, { baseWeights });
        expect(converged).toBe(true);
        for (const [margin, categories] of Object.entries(targets)) {
          for (const [category, target] of Object.entries(categories)) {
            const inside = sum(weights.filter((_, i) => rows[i]![margin] === category));
            const share = target / sum(Object.values(categories));
            expect(Math.abs(inside / rows.length / share - 1)).toBeLessThan(
              DEFAULT_TOLERANCE + EXACT * 10,
            );
          }
        }
      }),
    );
  });

  it('gives weights above 0 that add up to the number of rows', () => {
    fc.assert(
      fc.property(sample, (sample) => {
        const { weights, n } = rake(sample, { baseWeights: sample.baseWeights });
        expect(n).toBe(sample.rows.length);
        expect(weights.every((weight) => weight > 0)).toBe(true);
        expect(Math.abs(sum(weights) / n - 1)).toBeLessThan(EXACT);
      }),
    );
  });

  it('gives rows the same weights in whatever order they come, to the last bit where they start alike', () => {
    fc.assert(
      fc.property(sample, (sample) => {
        const turned = { ...sample, rows: sample.rows.toReversed() };
        expect(rake(turned).weights.toReversed()).toEqual(rake(sample).weights);
        const { baseWeights } = sample;
        const before = rake(sample, { baseWeights }).weights;
        const after = rake(turned, { baseWeights: baseWeights.toReversed() }).weights.toReversed();
        for (const [i, weight] of after.entries()) {
          expect(Math.abs(weight / before[i]! - 1)).toBeLessThan(EXACT * 100);
        }
      }),
    );
  });

  it('gives rows that are alike the same weight, in proportion to their base weights', () => {
    fc.assert(
      fc.property(sample, (sample) => {
        const { rows, baseWeights } = sample;
        const { weights } = rake(sample, { baseWeights });
        const ratios = new Map<string, number>();
        for (const [i, row] of rows.entries()) {
          const key = JSON.stringify(row);
          const ratio = weights[i]! / baseWeights[i]!;
          const known = ratios.get(key) ?? ratio;
          ratios.set(key, known);
          expect(Math.abs(ratio / known - 1)).toBeLessThan(EXACT);
        }
      }),
    );
  });

  it('keeps the odds ratios of the sample: only margins change', () => {
    fc.assert(
      fc.property(sample, (sample) => {
        fc.pre(Object.keys(sample.targets).length === 2);
        const { rows } = sample;
        const { weights } = rake(sample);
        const cell = (x: string, y: string, values: readonly number[]): number =>
          sum(values.filter((_, i) => rows[i]!['x'] === x && rows[i]!['y'] === y));
        const odds = (values: readonly number[]): number =>
          (cell('a', 'a', values) * cell('b', 'b', values)) /
          (cell('a', 'b', values) * cell('b', 'a', values));
        expect(Math.abs(odds(weights) / odds(rows.map(() => 1)) - 1)).toBeLessThan(EXACT * 1000);
      }),
    );
  });

  it('leaves raked weights as they are when they are raked again', () => {
    fc.assert(
      fc.property(sample, (sample) => {
        const { weights } = rake(sample, { tolerance: 1e-9 });
        const again = rake(sample, { baseWeights: weights });
        expect(again.iterations).toBe(0);
        for (const [i, weight] of again.weights.entries()) {
          expect(Math.abs(weight / weights[i]! - 1)).toBeLessThan(EXACT * 10);
        }
      }),
    );
  });

  it('reports the effective size of its weights', () => {
    fc.assert(
      fc.property(sample, (sample) => {
        const { weights, effectiveN } = rake(sample);
        const size = kishEffectiveSize(weights);
        expect(size.kind).toBe('effective-size');
        if (size.kind !== 'effective-size') return;
        expect(Math.abs(size.effectiveN / effectiveN - 1)).toBeLessThan(EXACT);
      }),
    );
  });
});

describe('rakeWeights with bounds', () => {
  const bounds: fc.Arbitrary<WeightBounds> = fc.record({
    low: fc.double({ min: 0, max: 0.9, noNaN: true }),
    high: fc.double({ min: 1.1, max: 4, noNaN: true }),
  });

  it('keeps every weight within them to the last bit, and the mean at 1, feasible or not', () => {
    fc.assert(
      fc.property(sample, bounds, (sample, bounds) => {
        const { baseWeights } = sample;
        const { weights, n } = rake(sample, { baseWeights, bounds, maximumIterations: 50 });
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(bounds.low);
        expect(Math.max(...weights)).toBeLessThanOrEqual(bounds.high);
        expect(Math.abs(sum(weights) / n - 1)).toBeLessThan(EXACT * 10);
      }),
    );
  });

  it('has converged where its weights meet every target, and says by how much they miss else', () => {
    fc.assert(
      fc.property(sample, bounds, (sample, bounds) => {
        const { baseWeights } = sample;
        const raked = rake(sample, { baseWeights, bounds, maximumIterations: 50 });
        const missed = largestDifference(sample, raked.weights);
        expect(Math.abs(raked.maximumRelativeDifference - missed)).toBeLessThan(EXACT * 100);
        expect(raked.converged).toBe(raked.maximumRelativeDifference < DEFAULT_TOLERANCE);
        expect(raked.warnings.includes('not-converged')).toBe(!raked.converged);
        expect(raked.iterations).toBeLessThanOrEqual(50);
      }),
    );
  });

  it('never claims to meet a target that the rows of its category cannot bear', () => {
    fc.assert(
      fc.property(sample, bounds, (sample, bounds) => {
        const { baseWeights } = sample;
        const raked = rake(sample, { baseWeights, bounds, maximumIterations: 50 });
        const shortfall = Math.max(...shortfalls(raked, bounds));
        fc.pre(shortfall > DEFAULT_TOLERANCE);
        expect(raked.converged).toBe(false);
        expect(raked.maximumRelativeDifference).toBeGreaterThan(shortfall - EXACT);
      }),
    );
  });

  it('comes no less near to its targets when it is given more rounds', () => {
    fc.assert(
      fc.property(sample, bounds, (sample, bounds) => {
        const { baseWeights } = sample;
        const given = [1, 3, 10, 40].map((maximumIterations) =>
          rake(sample, { baseWeights, bounds, maximumIterations, tolerance: 1e-9 }),
        );
        // What a category cannot bear is missed in every round; what is left of the gap is not.
        fc.pre(shortfalls(given[0]!, bounds).every((shortfall) => shortfall < 0));
        const gaps = given.map((raked) => raked.maximumRelativeDifference);
        for (const [i, gap] of gaps.slice(1).entries()) {
          expect(gap).toBeLessThan(gaps[i]! + EXACT);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds again the weights that its targets were made of, cut off as they were', () => {
    const factor = fc.double({ min: 0.3, max: 3, noNaN: true });
    fc.assert(
      fc.property(sample, bounds, fc.infiniteStream(factor), (sample, { low, high }, factors) => {
        const { rows, baseWeights, targets } = sample;
        const factorOf = new Map<string, number>();
        const made = rows.map((row, i) =>
          Object.entries(row).reduce((weight, [margin, category]) => {
            const key = `${margin} ${category}`;
            const factor = factorOf.get(key) ?? factors.next().value;
            factorOf.set(key, factor);
            return weight * factor;
          }, baseWeights[i]!),
        );
        const cut = made.map((weight) => Math.min(high, Math.max(low, weight)));
        const mean = sum(cut) / rows.length;
        const bounds = { low: low / mean, high: high / mean };
        fc.pre(bounds.low < 1 && bounds.high > 1);
        const met = { ...sample, targets: sharesOf(Object.keys(targets), rows, cut) };
        const raked = rake(met, { baseWeights, bounds, tolerance: 1e-11 });
        expect(raked.converged).toBe(true);
        for (const [i, weight] of raked.weights.entries()) {
          expect(Math.abs(weight - cut[i]! / mean)).toBeLessThan(REFERENCE * 10);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same weights in whatever order rows and margins come, and whatever the unit', () => {
    const unit = fc.constantFrom(2, 3, 1e9);
    fc.assert(
      fc.property(sample, bounds, unit, (sample, bounds, unit) => {
        const { baseWeights, rows, targets } = sample;
        const tight = { bounds, tolerance: 1e-11 };
        const once = { baseWeights, ...tight, maximumIterations: 500 };
        const { weights, converged } = rake(sample, once);
        fc.pre(converged);
        const turned = rake(
          {
            ...sample,
            rows: rows.toReversed(),
            targets: Object.fromEntries(Object.entries(targets).toReversed()),
          },
          { baseWeights: baseWeights.map((weight) => weight * unit).toReversed(), ...tight },
        );
        expect(turned.converged).toBe(true);
        for (const [i, weight] of turned.weights.toReversed().entries()) {
          expect(Math.abs(weight - weights[i]!)).toBeLessThan(REFERENCE * 10);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is not changed by bounds that no weight reaches', () => {
    fc.assert(
      fc.property(sample, (sample) => {
        const { baseWeights } = sample;
        const free = rake(sample, { baseWeights });
        const bound = rake(sample, { baseWeights, bounds: { low: 0, high: 1e6 } });
        expect(bound.trimmed).toBe(0);
        for (const [i, weight] of bound.weights.entries()) {
          expect(Math.abs(weight / free.weights[i]! - 1)).toBeLessThan(EXACT * 1000);
        }
      }),
    );
  });
});
