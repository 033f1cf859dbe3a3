import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTest } from './chiSquareTest.ts';

const table = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 500 })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  )
  .filter((rows) => rows.flat().some((count) => count > 0));

describe('chiSquareTest', () => {
  it('does not care which way the table lies, nor for the order of groups and categories', () => {
    fc.assert(
      fc.property(table, (found) => {
        const test = chiSquareTest(found);
        const turned = found[0]!.map((_, j) => found.map((row) => row[j]!)).toReversed();
        const other = chiSquareTest(turned);
        expect(other.degreesOfFreedom).toBe(test.degreesOfFreedom);
        expect(other.warnings).toEqual(test.warnings);
        expect(other.statistic).toBeCloseTo(test.statistic, 8);
        expect(other.pValue).toBeCloseTo(test.pValue, 9);
        expect(other.cramersV).toBeCloseTo(test.cramersV, 9);
      }),
    );
  });

  it('gives p and V from 0 to 1, and finds nothing between groups that are the same', () => {
    fc.assert(
      fc.property(table, (found) => {
        const { pValue, cramersV } = chiSquareTest(found);
        expect(pValue).toBeGreaterThanOrEqual(0);
        expect(pValue).toBeLessThanOrEqual(1);
        expect(cramersV).toBeGreaterThanOrEqual(0);
        expect(cramersV).toBeLessThanOrEqual(1);
        const [first] = found;
        fc.pre(first!.some((count) => count > 0));
        expect(chiSquareTest([first!, first!.map((count) => 2 * count)]).pValue).toBeCloseTo(1, 5);
      }),
    );
  });
});
