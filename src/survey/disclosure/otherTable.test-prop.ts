import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherTables } from './otherTable.ts';

const system = fc.integer({ min: 2, max: 8 }).chain((size) =>
  fc.record({
    values: fc.array(fc.nat({ max: 3 }), { minLength: size, maxLength: size }),
    equations: fc.array(
      fc
        .subarray([...Array(size).keys()], { minLength: 2 })
        .chain((at) =>
          fc
            .array(fc.constantFrom(1, -1), { minLength: at.length, maxLength: at.length })
            .map((times) => ({ at, times })),
        ),
      { maxLength: 4 },
    ),
    unknown: fc.nat({ max: size - 1 }),
    step: fc.constantFrom(1, -1),
  }),
);

describe('another table that shows the same', () => {
  it('has the same sums, no count below 0, and another count where it was asked for one', () => {
    fc.assert(
      fc.property(system, ({ values, equations, unknown, step }) => {
        const up = values.map(() => 2);
        const tables = otherTables(equations, values.length);
        const change = tables.find(unknown, step, { down: values, up });
        if (change === undefined) return;
        expect(Math.sign(change.get(unknown) ?? 0)).toBe(step);
        for (const [at, by] of change) {
          expect((values[at] as number) + by).toBeGreaterThanOrEqual(0);
          expect(by).toBeLessThanOrEqual(2);
        }
        for (const { at, times } of equations) {
          const moved = at.reduce(
            (sum, each, place) => sum + (times[place] as number) * (change.get(each) ?? 0),
            0,
          );
          expect(moved).toBe(0);
        }
      }),
    );
  });

  it('is found for the cells of a rectangle, and not where a cell has nobody to give', () => {
    const rectangle = [
      [0, 1],
      [2, 3],
      [0, 2],
      [1, 3],
    ].map((at) => ({ at, times: [1, 1] }));
    const { find } = otherTables(rectangle, 4);
    const up = [9, 9, 9, 9];
    expect(find(0, -1, { down: [1, 2, 2, 1], up })).toEqual(
      new Map([
        [0, -1],
        [1, 1],
        [2, 1],
        [3, -1],
      ]),
    );
    expect(find(0, -1, { down: [1, 2, 2, 0], up })).toBeUndefined();
  });
});
