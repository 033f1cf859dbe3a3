import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Columns, crossProducts } from './crossProducts.ts';
import { johnsonWeights } from './johnsonWeights.ts';
import { leastSquares } from './leastSquares.ts';
import { lmgShares } from './lmgShares.ts';
import { shapleyParts } from './shapleyParts.ts';

const answer = fc.integer({ min: 1, max: 5 });

interface Answers {
  readonly columns: number[][];
  readonly outcome: number[];
}

function dataOf(atMost: number): fc.Arbitrary<Answers> {
  return fc
    .tuple(fc.integer({ min: 14, max: 40 }), fc.integer({ min: 1, max: atMost }))
    .chain(([n, p]) => {
      const column = fc.array(answer, { minLength: n, maxLength: n });
      return fc.record({
        columns: fc.array(column, { minLength: p, maxLength: p }),
        outcome: column,
      });
    });
}

function rSquaredOf(columns: readonly number[][], outcome: number[]): number {
  const fit = leastSquares(crossProducts({ columns, outcome }));
  return fit.kind === 'estimate' ? fit.rSquared : 0;
}

function partsOf(rule: typeof lmgShares, data: Columns): number[] {
  const shares = rule(crossProducts(data));
  fc.pre(shares.kind === 'estimate');
  return shares.columns.map((each) => (each.kind === 'share' ? each.explained : 0));
}

/** By a regression for each set, and the formula as it is written. */
function byBruteForce({ columns, outcome }: Answers): number[] {
  const p = columns.length;
  const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
  return columns.map((_, i) => {
    let part = 0;
    for (let set = 0; set < 2 ** p; set += 1) {
      if ((set >> i) & 1) continue;
      const within = columns.filter((_, j) => (set >> j) & 1);
      const also = columns.filter((_, j) => ((set | (1 << i)) >> j) & 1);
      const weight = (factorial(within.length) * factorial(p - within.length - 1)) / factorial(p);
      part += weight * (rSquaredOf(also, outcome) - rSquaredOf(within, outcome));
    }
    return part;
  });
}

describe('lmgShares', () => {
  it('is what a regression for every set of columns gives', () => {
    fc.assert(
      fc.property(dataOf(6), (data) => {
        const expected = byBruteForce(data);
        for (const [i, part] of partsOf(lmgShares, data).entries()) {
          expect(part).toBeCloseTo(expected[i]!, 10);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe.each([
  ['lmg', lmgShares],
  ['johnson', johnsonWeights],
] as const)('shares of variance by %s', (_, rule) => {
  it('divide R² without a rest, and none is below 0', () => {
    fc.assert(
      fc.property(dataOf(8), (data) => {
        const parts = partsOf(rule, data);
        const sum = parts.reduce((total, each) => total + each, 0);
        expect(sum).toBeCloseTo(rSquaredOf(data.columns, data.outcome), 9);
        for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('do not depend on the order of the columns, their units or their direction', () => {
    fc.assert(
      fc.property(dataOf(7), ({ columns, outcome }) => {
        const turned = columns.map((column) => column.map((x) => 30 - 4 * x)).toReversed();
        const parts = partsOf(rule, { columns, outcome });
        for (const [i, part] of partsOf(rule, { columns: turned, outcome })
          .toReversed()
          .entries()) {
          expect(part).toBeCloseTo(parts[i]!, 8);
        }
      }),
    );
  });
});

describe('shapleyParts', () => {
  const correlation = fc.double({ min: -0.9, max: 0.9, noNaN: true });

  it('gives a column that has nothing in common with anything nothing, and leaves the others theirs', () => {
    fc.assert(
      fc.property(correlation, correlation, correlation, (r, a, b) => {
        const two = [
          [1, r],
          [r, 1],
        ];
        const three = [
          [1, 0, r],
          [0, 1, 0],
          [r, 0, 1],
        ];
        const [first, second] = shapleyParts(two, [a, b], 1e-10);
        const [one, dummy, other] = shapleyParts(three, [a, 0, b], 1e-10);
        const size = Math.max(1, first! + second!);
        expect(Math.abs(dummy!)).toBeLessThan(1e-12 * size);
        expect(Math.abs(one! - first!)).toBeLessThan(1e-12 * size);
        expect(Math.abs(other! - second!)).toBeLessThan(1e-12 * size);
      }),
    );
  });

  it('is of two columns the mean of what each adds first and what it adds last', () => {
    fc.assert(
      fc.property(correlation, correlation, correlation, (r, a, b) => {
        const both = (a * a + b * b - 2 * a * b * r) / (1 - r * r);
        const [first] = shapleyParts(
          [
            [1, r],
            [r, 1],
          ],
          [a, b],
          1e-10,
        );
        const expected = Math.max(0, (a * a + both - b * b) / 2);
        expect(Math.abs(first! - expected)).toBeLessThan(1e-12 * Math.max(1, both));
      }),
    );
  });
});
