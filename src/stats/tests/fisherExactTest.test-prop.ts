import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { REFERENCE } from '../../../test/support/tolerances.ts';
import { type FisherAlternative, fisherExactTest, type TwoByTwo } from './fisherExactTest.ts';

const count = fc.nat(25);
const smallTable = fc.tuple(fc.tuple(count, count), fc.tuple(count, count));
const large = fc.nat(3_000_000);
const largeTable = fc.tuple(fc.tuple(large, large), fc.tuple(large, large));

function pValue(table: TwoByTwo, alternative: FisherAlternative = 'two-sided'): number {
  return fisherExactTest(table, { alternative }).pValue;
}

function choose(n: number, k: number): bigint {
  let found = 1n;
  for (let i = 1; i <= k; i += 1) found = (found * BigInt(n - k + i)) / BigInt(i);
  return found;
}

/** The same by its definition, in whole numbers. */
function counted([[a, b], [c, d]]: TwoByTwo, alternative: FisherAlternative): number {
  const ways = (x: number): bigint => choose(a + b, x) * choose(c + d, a + c - x);
  const here = ways(a);
  let such = 0n;
  for (let x = Math.max(0, a - d); x <= Math.min(a + b, a + c); x += 1) {
    const isSuch = {
      'two-sided': ways(x) * 10_000_000n <= here * 10_000_001n,
      greater: x >= a,
      less: x <= a,
    };
    if (isSuch[alternative]) such += ways(x);
  }
  const scale = 10n ** 60n;
  return Number((such * scale) / choose(a + b + c + d, a + c)) / 1e60;
}

describe('fisherExactTest', () => {
  it('is what its definition says, table by table', () => {
    fc.assert(
      fc.property(
        smallTable,
        fc.constantFrom('two-sided', 'greater', 'less'),
        (table, alternative) => {
          const expected = counted(table, alternative);
          expect(relativeError(pValue(table, alternative), expected)).toBeLessThan(REFERENCE);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is a chance above 0, whatever is counted', () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        const p = pValue(table);
        expect(p > 0 && p <= 1).toBe(true);
      }),
    );
    fc.assert(
      fc.property(largeTable, (table) => {
        const p = pValue(table);
        expect(p >= 0 && p <= 1).toBe(true);
      }),
    );
  });

  it('does not change when rows, columns or both are exchanged, or rows for columns', () => {
    fc.assert(
      fc.property(fc.oneof(smallTable, largeTable), ([[a, b], [c, d]]) => {
        const p = pValue([
          [a, b],
          [c, d],
        ]);
        const others: readonly TwoByTwo[] = [
          [
            [c, d],
            [a, b],
          ],
          [
            [b, a],
            [d, c],
          ],
          [
            [d, c],
            [b, a],
          ],
          [
            [a, c],
            [b, d],
          ],
        ];
        for (const other of others) expect(pValue(other)).toBeCloseTo(p, 9);
      }),
    );
  });

  it('has one-sided chances that overlap in the table met, and sides that turn round with the rows', () => {
    fc.assert(
      fc.property(smallTable, ([[a, b], [c, d]]) => {
        const greater = pValue(
          [
            [a, b],
            [c, d],
          ],
          'greater',
        );
        const less = pValue(
          [
            [a, b],
            [c, d],
          ],
          'less',
        );
        expect(greater + less).toBeGreaterThan(1);
        expect(
          pValue(
            [
              [c, d],
              [a, b],
            ],
            'less',
          ),
        ).toBeCloseTo(greater, 12);
      }),
    );
  });
});
