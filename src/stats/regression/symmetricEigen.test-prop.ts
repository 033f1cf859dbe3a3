import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigen } from './symmetricEigen.ts';

const table = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc
    .array(fc.oneof(fc.constantFrom(0, 1), fc.double({ min: -10, max: 10, noNaN: true })), {
      minLength: size * size,
      maxLength: size * size,
    })
    .map((numbers) =>
      Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (_, j) => numbers[Math.min(i, j) * size + Math.max(i, j)]!),
      ),
    ),
);

describe('symmetricEigen', () => {
  it('gives vectors that are only stretched, each by its value', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { values, vectors } = symmetricEigen(rows);
        for (const [k, vector] of vectors.entries()) {
          for (const [i, row] of rows.entries()) {
            const stretched = row.reduce((sum, each, j) => sum + each * vector[j]!, 0);
            expect(Math.abs(stretched - values[k]! * vector[i]!)).toBeLessThan(1e-11);
          }
        }
      }),
    );
  });

  it('gives vectors of length 1 at right angles', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { vectors } = symmetricEigen(rows);
        for (const [k, one] of vectors.entries()) {
          for (const [l, other] of vectors.entries()) {
            const product = one.reduce((sum, each, i) => sum + each * other[i]!, 0);
            expect(Math.abs(product - (k === l ? 1 : 0))).toBeLessThan(1e-12);
          }
        }
      }),
    );
  });

  it('leaves the table as it was', () => {
    const rows = [
      [2, 1],
      [1, 2],
    ];
    const { values } = symmetricEigen(rows);
    expect(rows).toEqual([
      [2, 1],
      [1, 2],
    ]);
    expect(values.toSorted((a, b) => a - b)).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(3, 12),
    ]);
  });
});
