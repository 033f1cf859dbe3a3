import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { chiSquareUpperTail } from '../distributions/chiSquare.ts';
import { createRandom } from './createRandom.ts';

const UNIT = 2 ** 53;

describe('createRandom', () => {
  it.each([
    // Computed from the published recurrences with whole numbers of any length, in Python.
    [0, [7838558177149203, 6032996349541420, 3257531288525780]],
    [1, [3554893818927712, 1330814476875131, 1503153004425504]],
    [-1, [1001788028392684, 1165378508326733, 128641356939008]],
    [Number.MAX_SAFE_INTEGER, [2586137892329169, 1387923384962823, 5454858123982907]],
  ])('gives from seed %d the same bits on every machine', (seed, expected) => {
    const random = createRandom(seed);
    expect(expected.map(() => random() * UNIT)).toEqual(expected);
  });

  it('gives streams that do not disturb each other', () => {
    const alone = createRandom(5);
    const expected = [alone(), alone(), alone()];
    const one = createRandom(5);
    const other = createRandom(6);
    expect(expected.map(() => [one(), other()][0])).toEqual(expected);
  });

  it('spreads evenly from 0 up to but not 1, and so does the next number after any other', () => {
    const random = createRandom(20);
    const cells = 32;
    const pairs = new Array<number>(cells * cells).fill(0);
    const draws = 200_000;
    for (let draw = 0; draw < draws; draw += 1) {
      const place = Math.floor(random() * cells) * cells + Math.floor(random() * cells);
      pairs[place]! += 1;
    }
    const expected = draws / pairs.length;
    const statistic = pairs.reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0);
    expect(pairs).toHaveLength(cells * cells);
    const p = chiSquareUpperTail(statistic, pairs.length - 1);
    expect(p).toBeGreaterThan(0.001);
    expect(p).toBeLessThan(0.999);
  });

  it('uses all 53 bits', () => {
    const random = createRandom(3);
    const set = new Array<number>(53).fill(0);
    for (let draw = 0; draw < 1000; draw += 1) {
      const bits = BigInt(random() * UNIT);
      for (let bit = 0; bit < 53; bit += 1) set[bit]! += Number((bits >> BigInt(bit)) & 1n);
    }
    // Half of 1000, give or take five standard deviations of sqrt(250).
    for (const count of set) expect(Math.abs(count - 500)).toBeLessThan(80);
  });

  it.each([0.5, NaN, Infinity, 2 ** 53])('refuses the seed %d', (seed) => {
    expect(() => createRandom(seed)).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        `seed is ${seed}; expected a whole number of at most 53 bits`,
      ),
    );
  });
});
