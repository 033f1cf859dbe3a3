import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { chiSquareUpperTail } from '../distributions/chiSquare.ts';
import { logGamma } from '../distributions/gamma.ts';
import { normalCdf } from '../distributions/normal.ts';
import { createRandom } from './createRandom.ts';
import { drawBinomial } from './drawBinomial.ts';

const DRAWS = 100_000;

/** The chance of k of n, by factorials; of very many, by Poisson's limit, off by less than n·p². */
function chanceOf(k: number, n: number, p: number): number {
  if (n > 1e9) return Math.exp(k * Math.log(n * p) - n * p - logGamma(k + 1));
  const ways = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

/** Draws by value, held against the chances; values of which fewer than 10 are expected are joined. */
function fitPValue(n: number, p: number, seed: number, draws: number): number {
  const random = createRandom(seed);
  // As a column where there is room for one: in a map, counting takes longer than drawing.
  const column = new Uint32Array(n < 100_000 ? n + 1 : 0);
  const found = new Map<number, number>();
  for (let draw = 0; draw < draws; draw += 1) {
    const k = drawBinomial(random, n, p);
    if (k < column.length) column[k]! += 1;
    else found.set(k, (found.get(k) ?? 0) + 1);
  }
  for (const [k, count] of column.entries()) if (count > 0) found.set(k, count);
  const centre = n * p;
  const reach = 12 * Math.sqrt(centre * (1 - p)) + 20;
  let statistic = 0;
  let cells = 0;
  let rare = 0;
  let rareExpected = draws;
  for (const count of found.values()) rare += count;
  const to = Math.min(n, Math.ceil(centre + reach));
  for (let k = Math.max(0, Math.floor(centre - reach)); k <= to; k += 1) {
    const expected = draws * chanceOf(k, n, p);
    if (expected < 10) continue;
    const here = found.get(k) ?? 0;
    statistic += (here - expected) ** 2 / expected;
    cells += 1;
    rare -= here;
    rareExpected -= expected;
  }
  if (rareExpected > 1) statistic += (rare - rareExpected) ** 2 / rareExpected;
  else expect(rare).toBeLessThan(12);
  return chiSquareUpperTail(statistic, rareExpected > 1 ? cells : cells - 1);
}

describe('drawBinomial', () => {
  it.each([
    [1, 0.3],
    [2, 0.5],
    [20, 0.3],
    [19, 0.52],
    [100, 0.0999],
    [1000, 0.0001],
    [1_000_000, 0.000009],
    [20, 0.5],
    [21, 0.5],
    [34, 0.3],
    [101, 0.1],
    [60, 0.8],
    [400, 0.37],
    [5000, 0.9971],
    [100_000, 0.0005],
    [20_000, 0.5],
    [1e13, 7e-13],
    [1e13, 3e-12],
    [1e15, 9e-13],
  ])('fits the chances of every number of successes among %d at %d', (n, p) => {
    const fit = fitPValue(n, p, 1000 + n, DRAWS);
    expect(fit).toBeGreaterThan(0.001);
    expect(fit).toBeLessThan(0.999);
  });

  it.each([
    [60, 0.8],
    [400, 0.37],
    [20_000, 0.5],
  ])('still fits them in a million draws, among %d at %d', (n, p) => {
    const fit = fitPValue(n, p, 7, 1_000_000);
    expect(fit).toBeGreaterThan(0.001);
    expect(fit).toBeLessThan(0.999);
  });

  it.each([
    [1e9, 0.2],
    [1e13, 0.0003],
    [Number.MAX_SAFE_INTEGER, 0.3],
    [Number.MAX_SAFE_INTEGER, 0.5],
    [Number.MAX_SAFE_INTEGER, 0.999999],
  ])('fits the normal limit among %d at %d', (n, p) => {
    const random = createRandom(77);
    const cells = 100;
    const found = new Array<number>(cells).fill(0);
    const deviation = Math.sqrt(n * p * (1 - p));
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const k = drawBinomial(random, n, p);
      if (!Number.isSafeInteger(k)) throw new Error(`drew ${k}`);
      found[Math.floor(normalCdf((k + 0.5 - n * p) / deviation) * cells)]! += 1;
    }
    const expected = DRAWS / cells;
    const statistic = found.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquareUpperTail(statistic, cells - 1)).toBeGreaterThan(0.001);
  });

  it('knows what is certain', () => {
    const random = createRandom(1);
    expect(drawBinomial(random, 0, 0.4)).toBe(0);
    expect(drawBinomial(random, 50, 0)).toBe(0);
    expect(drawBinomial(random, 50, 1)).toBe(50);
    expect(drawBinomial(random, Number.MAX_SAFE_INTEGER, 1)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('takes a small q as it is given: 1 - p would round it away', () => {
    const random = createRandom(2);
    const n = Number.MAX_SAFE_INTEGER;
    let failures = 0;
    for (let draw = 0; draw < 1000; draw += 1) failures += n - drawBinomial(random, n, 1, 1e-17);
    // 0.09 expected in each draw.
    expect(failures).toBeGreaterThan(50);
    expect(failures).toBeLessThan(135);
  });

  it('stays within 0 and n whatever the stream gives', () => {
    for (const extreme of [0, 2 ** -53, 0.5, 1 - 2 ** -53]) {
      for (const [n, p] of [
        [5, 0.5],
        [40, 0.3],
        [1e15, 0.5],
      ] as const) {
        // The one extreme number first; a stream that never changes would be rejected for ever.
        const others = createRandom(9);
        let isFirst = true;
        const k = drawBinomial(
          () => {
            const given = isFirst ? extreme : others();
            isFirst = false;
            return given;
          },
          n,
          p,
        );
        expect(k).toBeGreaterThanOrEqual(0);
        expect(k).toBeLessThanOrEqual(n);
      }
    }
  });

  it.each([-1, 2.5, NaN, 2 ** 53])('refuses %d trials', (n) => {
    expect(() => drawBinomial(createRandom(1), n, 0.5)).toThrow(
      new ServiceCycleError('invalid-argument', `n is ${n}; expected a whole number, 0 or more`),
    );
  });

  it.each([
    [-0.1, 1.1],
    [NaN, 0.5],
    [0.5, 0.4],
  ])('refuses the chances %d and %d', (p, q) => {
    expect(() => drawBinomial(createRandom(1), 5, p, q)).toThrow(
      p === 0.5
        ? new ServiceCycleError(
            'invalid-argument',
            'q is 0.4; expected a number that adds up to 1 with 0.5',
          )
        : new ServiceCycleError('invalid-argument', `p is ${p}; expected a number from 0 to 1`),
    );
  });

  it.each([10, 1000])('of %d comes to an end where the stream does not vary', (n) => {
    const stuck = (): number => 1 - 2 ** -53;
    const k = drawBinomial(stuck, n, 0.3);
    expect(Number.isInteger(k) && k >= 0 && k <= n).toBe(true);
  });
});
