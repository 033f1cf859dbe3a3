import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { type FisherAlternative, fisherExactTest, type TwoByTwo } from './fisherExactTest.ts';

const tea: TwoByTwo = [
  [3, 1],
  [1, 3],
];
/** Fisher's twins of convicts, of one egg and of two, by whether they were convicted: R's `Convictions`. */
const twins: TwoByTwo = [
  [2, 15],
  [10, 3],
];

function pValue(table: TwoByTwo, alternative?: FisherAlternative): number {
  return fisherExactTest(table, alternative && { alternative }).pValue;
}

/**
 * The two-sided p value in whole numbers of 200 digits: every table of the margins by the ratio to its
 * neighbour, from the one met outwards.
 */
function counted([[a, b], [c, d]]: TwoByTwo): number {
  const one = 10n ** 200n;
  const chances = [one];
  let [up, down] = [one, one];
  for (let x = 0; x < Math.min(b, c) && up > 0n; x += 1) {
    up = (up * BigInt(b - x) * BigInt(c - x)) / (BigInt(a + x + 1) * BigInt(d + x + 1));
    chances.push(up);
  }
  for (let x = 0; x < Math.min(a, d) && down > 0n; x += 1) {
    down = (down * BigInt(a - x) * BigInt(d - x)) / (BigInt(b + x + 1) * BigInt(c + x + 1));
    chances.push(down);
  }
  const add = (sum: bigint, each: bigint): bigint => sum + each;
  const unlikely = chances.filter((chance) => chance <= one + one / 10n ** 7n).reduce(add);
  return Number((unlikely * one) / chances.reduce(add)) / 1e200;
}

describe('fisherExactTest', () => {
  it('is 34/70 for the lady who tells 3 of 4 cups of tea, and 17/70 that she tells them', () => {
    expect(relativeError(pValue(tea), 34 / 70)).toBeLessThan(EXACT);
    expect(relativeError(pValue(tea, 'greater'), 17 / 70)).toBeLessThan(EXACT);
    expect(relativeError(pValue(tea, 'less'), 69 / 70)).toBeLessThan(EXACT);
  });

  it('agrees with R on the twins of convicts, where twice the smaller tail would be too much', () => {
    // R's manual of fisher.test
    expect(pValue(twins, 'less')).toBeCloseTo(0.0004652, 7);
    expect(pValue(twins)).toBeCloseTo(0.0005367, 7);
    expect(pValue(twins)).toBeLessThan(2 * pValue(twins, 'less'));
  });

  it.each<TwoByTwo>([
    [
      [10, 20],
      [30, 400],
    ],
    [
      [0, 25],
      [40, 435],
    ],
    [
      [60, 140],
      [40, 760],
    ],
    [
      [200, 10],
      [20, 300],
    ],
    [
      [1000, 1100],
      [900, 1050],
    ],
    [
      [12_000, 12_500],
      [11_000, 10_900],
    ],
    [
      [1_000_000, 1_001_000],
      [999_500, 1_000_300],
    ],
    [
      [1_000_000, 1_020_000],
      [1_000_000, 1_000_000],
    ],
    [
      [3, 1_000_000],
      [40, 2_000_000],
    ],
  ])('agrees with summing every table in whole numbers, at %j and %j', (...table) => {
    expect(relativeError(pValue(table as TwoByTwo), counted(table as TwoByTwo))).toBeLessThan(
      1e-10,
    );
  });

  it('keeps a small chance, and is 0 only where it is too small for a number', () => {
    expect(
      relativeError(
        pValue([
          [9, 0],
          [0, 9],
        ]),
        2 / 48_620,
      ),
    ).toBeLessThan(EXACT);
    expect(
      pValue([
        [300, 0],
        [0, 300],
      ]),
    ).toBeGreaterThan(0);
    expect(
      pValue([
        [1e6, 0],
        [0, 1e6],
      ]),
    ).toBe(0);
  });

  it('is sure of nothing where a row or a column is empty', () => {
    for (const alternative of ['two-sided', 'greater', 'less'] as const) {
      expect(
        pValue(
          [
            [0, 0],
            [3, 5],
          ],
          alternative,
        ),
      ).toBe(1);
      expect(
        pValue(
          [
            [0, 4],
            [0, 5],
          ],
          alternative,
        ),
      ).toBe(1);
      expect(
        pValue(
          [
            [0, 0],
            [0, 0],
          ],
          alternative,
        ),
      ).toBe(1);
    }
  });

  it('does not overflow in a country where everybody was counted', () => {
    const people = Number.MAX_SAFE_INTEGER;
    expect(
      pValue([
        [5, 10],
        [people, people],
      ]),
    ).toBeCloseTo(
      pValue([
        [5, 10],
        [1e9, 1e9],
      ]),
      6,
    );
    const even = pValue([
      [1e9, 1e9 + 126_000],
      [1e9, 1e9],
    ]);
    expect(even).toBeGreaterThan(0.04);
    expect(even).toBeLessThan(0.05);
  });

  it('tells the odds ratio of the sample, and none where it is infinite', () => {
    expect(fisherExactTest(tea)).toMatchObject({ alternative: 'two-sided', oddsRatio: 9 });
    expect(
      fisherExactTest([
        [0, 4],
        [3, 5],
      ]),
    ).toMatchObject({ oddsRatio: 0 });
    expect(
      fisherExactTest([
        [4, 0],
        [3, 5],
      ]),
    ).not.toHaveProperty('oddsRatio');
  });

  it.each([
    [[[1, 2]], {}, 'table is a list of 1; expected a list of 2 rows'],
    [[[1, 2], [3]], {}, 'table[1] is a list of 1; expected a list of 2 counts'],
    [
      [
        [1, 2],
        [3, 0.5],
      ],
      {},
      'table[1][1] is 0.5; expected a whole number, 0 or more',
    ],
    [tea, { alternative: 'grater' }, 'alternative is "grater"; expected "two-sided", "greater"'],
  ])('refuses %j with %j', (table, options, message) => {
    expect(() => fisherExactTest(table as never, options as never)).toThrow(message);
  });
});
