import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { cohensKappa, type Kappa } from './cohensKappa.ts';

function found(table: readonly (readonly number[])[], level?: number): Kappa {
  const kappa = cohensKappa(table, level === undefined ? {} : { level });
  if (kappa.kind !== 'estimate') throw new Error(kappa.reason);
  return kappa;
}

describe('cohensKappa', () => {
  it('gives the agreement beyond chance by hand', () => {
    // 35 of 50 agree; by chance (25·30 + 25·20)/50² = 0.5 would; (0.7 - 0.5)/0.5.
    const { value, agreement, agreementByChance, n } = found([
      [20, 5],
      [10, 15],
    ]);
    expect({ value, agreement, agreementByChance, n }).toEqual({
      value: 0.4,
      agreement: 0.7,
      agreementByChance: 0.5,
      n: 50,
    });
  });

  it('is 0 where one coder guesses, and -1 where two always choose the other of two', () => {
    expect(
      found([
        [6, 3],
        [4, 2],
      ]).value,
    ).toBe(0);
    expect(
      found([
        [0, 5],
        [5, 0],
      ]).value,
    ).toBe(-1);
  });

  it('is 1 without an interval where they agree on everything', () => {
    const kappa = found([
      [4, 0],
      [0, 6],
    ]);
    expect(kappa.value).toBe(1);
    expect(kappa).not.toHaveProperty('interval');
  });

  it('does not depend on the order of the categories, nor of the coders', () => {
    const table = [
      [9, 1, 2],
      [3, 8, 0],
      [1, 2, 14],
    ];
    const turned = table.map((row) => row.toReversed()).toReversed();
    const exchanged = table.map((_, i) => table.map((row) => row[i]!));
    for (const other of [turned, exchanged]) {
      expect(found(other).value).toBe(found(table).value);
      expect(found(other).interval!.low).toBeCloseTo(found(table).interval!.low, 12);
    }
  });

  it('has an interval that widens with the level and stays within -1 and 1', () => {
    const table = [
      [3, 1],
      [0, 2],
    ];
    const narrow = found(table, 0.8).interval!;
    const wide = found(table, 0.99).interval!;
    expect(wide.low).toBeLessThan(narrow.low);
    expect(wide.high).toBe(1);
    expect(narrow.level).toBe(0.8);
  });

  it.each([
    ['no-data', []],
    [
      'no-data',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    ['one-category', [[5]]],
    [
      'one-category',
      [
        [0, 0],
        [0, 7],
      ],
    ],
  ] as const)('cannot be estimated: %s', (reason, table) => {
    expect(cohensKappa(table)).toMatchObject({ kind: 'not-estimable', reason });
  });

  it('refuses a table that is not square or holds what is no count', () => {
    expect(() => cohensKappa([[1, 2]])).toThrow(
      new ServiceCycleError('invalid-argument', 'table[0] is a list of 2; expected a list of 1'),
    );
    expect(() =>
      cohensKappa([
        [1, -2],
        [0, 1],
      ]),
    ).toThrow('a count of table[0] is -2');
    expect(() => cohensKappa([], { level: 0 })).toThrow('level is 0');
  });
});
