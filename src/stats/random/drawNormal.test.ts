import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail } from '../distributions/chiSquare.ts';
import { normalCdf } from '../distributions/normal.ts';
import { createRandom } from './createRandom.ts';
import { drawNormal } from './drawNormal.ts';

const DRAWS = 200_000;
const CELLS = 100;

describe('drawNormal', () => {
  it('fits the normal distribution in 100 cells of equal chance', () => {
    const random = createRandom(11);
    const found = new Array<number>(CELLS).fill(0);
    for (let draw = 0; draw < DRAWS; draw += 1) {
      found[Math.floor(normalCdf(drawNormal(random)) * CELLS)]! += 1;
    }
    const expected = DRAWS / CELLS;
    const statistic = found.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    const p = chiSquareUpperTail(statistic, CELLS - 1);
    expect(p).toBeGreaterThan(0.001);
    expect(p).toBeLessThan(0.999);
  });

  it('has mean 0, variance 1, no skew and a fourth moment of 3', () => {
    const random = createRandom(12);
    const sums = [0, 0, 0, 0];
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const z = drawNormal(random);
      for (const power of sums.keys()) sums[power]! += z ** (power + 1);
    }
    const [first, second, third, fourth] = sums.map((sum) => sum / DRAWS);
    // The variances of z, z², z³ and z⁴ are 1, 2, 15 and 96; four standard errors each.
    expect(Math.abs(first!)).toBeLessThan(4 * Math.sqrt(1 / DRAWS));
    expect(Math.abs(second! - 1)).toBeLessThan(4 * Math.sqrt(2 / DRAWS));
    expect(Math.abs(third!)).toBeLessThan(4 * Math.sqrt(15 / DRAWS));
    expect(Math.abs(fourth! - 3)).toBeLessThan(4 * Math.sqrt(96 / DRAWS));
  });

  it('reaches its tails: beyond 4 lie 6.3 of 100,000', () => {
    const random = createRandom(13);
    let beyond = 0;
    for (let draw = 0; draw < 1_000_000; draw += 1) {
      if (Math.abs(drawNormal(random)) > 4) beyond += 1;
    }
    expect(Math.abs(beyond - 63.3)).toBeLessThan(32);
  });

  it('comes to an end where the stream does not vary', () => {
    // A stream of zeros proposes the same value again and again, which is never taken.
    expect(drawNormal(() => 0)).toBe(0);
  });
});
