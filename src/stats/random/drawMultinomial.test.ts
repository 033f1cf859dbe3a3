import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { createRandom } from './createRandom.ts';
import { drawMultinomial } from './drawMultinomial.ts';

/** Mean and covariance of what is drawn in two cells. */
function momentsOf(
  draws: readonly (readonly number[])[],
  i: number,
  j: number,
): { mean: number; covariance: number } {
  const meanOf = (cell: number): number =>
    draws.reduce((sum, drawn) => sum + drawn[cell]!, 0) / draws.length;
  const [one, other] = [meanOf(i), meanOf(j)];
  const products = draws.reduce((sum, drawn) => sum + (drawn[i]! - one) * (drawn[j]! - other), 0);
  return { mean: one, covariance: products / (draws.length - 1) };
}

describe('drawMultinomial', () => {
  it.each([
    ['few', 1],
    ['many', 1e6],
  ])('has the means and covariances of sampling with replacement, from %s', (_, times) => {
    const random = createRandom(31);
    const counts = [4, 0, 11, 35, 50].map((count) => count * times);
    const n = 100 * times;
    const draws = Array.from({ length: 20_000 }, () => drawMultinomial(random, n, counts));
    for (let i = 0; i < counts.length; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        const [p, q] = [counts[i]! / n, counts[j]! / n];
        const { mean, covariance } = momentsOf(draws, i, j);
        const [varianceI, varianceJ] = [n * p * (1 - p), n * q * (1 - q)];
        const expected = i === j ? varianceI : -n * p * q;
        expect(Math.abs(mean - n * p)).toBeLessThanOrEqual(5 * Math.sqrt(varianceI / 20_000));
        const error = Math.sqrt((varianceI * varianceJ + expected ** 2) / 20_000);
        expect(Math.abs(covariance - expected)).toBeLessThanOrEqual(5 * error);
      }
    }
  });

  it('draws every sample of two from three as often as it ought to', () => {
    const random = createRandom(32);
    const found = new Map<string, number>();
    for (let draw = 0; draw < 90_000; draw += 1) {
      const drawn = drawMultinomial(random, 2, [1, 1, 1]).join('');
      found.set(drawn, (found.get(drawn) ?? 0) + 1);
    }
    expect([...found.keys()].toSorted()).toEqual(['002', '011', '020', '101', '110', '200']);
    for (const [drawn, count] of found) {
      // One of nine ordered samples has both the same; two have two that differ.
      const expected = drawn.includes('2') ? 10_000 : 20_000;
      expect(Math.abs(count - expected)).toBeLessThan(5 * Math.sqrt(expected));
    }
  });

  it('takes weighted counts, which are not whole', () => {
    const random = createRandom(33);
    let first = 0;
    for (let draw = 0; draw < 10_000; draw += 1) {
      first += drawMultinomial(random, 10, [0.25, 0.75])[0]!;
    }
    expect(Math.abs(first - 25_000)).toBeLessThan(5 * Math.sqrt(18_750));
  });

  it('does not lose one among four quadrillion', () => {
    const random = createRandom(34);
    let lone = 0;
    for (let draw = 0; draw < 10_000; draw += 1) {
      lone += drawMultinomial(random, 4e15 + 1, [4e15, 1])[1]!;
    }
    // Poisson with mean 1.
    expect(Math.abs(lone - 10_000)).toBeLessThan(500);
  });

  it('draws nothing from an empty table, and does not change the table', () => {
    const counts = Object.freeze([3, 0, 2]);
    expect(drawMultinomial(createRandom(1), 0, counts)).toEqual([0, 0, 0]);
    expect(drawMultinomial(createRandom(1), 0, [0, 0])).toEqual([0, 0]);
    expect(drawMultinomial(createRandom(1), 0, [])).toEqual([]);
    expect(drawMultinomial(createRandom(1), 9, [0, 7, 0])).toEqual([0, 9, 0]);
  });

  it('refuses to draw somebody from nobody', () => {
    expect(() => drawMultinomial(createRandom(1), 3, [0, 0])).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        'the sum of counts is 0; expected a finite number above 0',
      ),
    );
    expect(() => drawMultinomial(createRandom(1), 3, [1, -1])).toThrow(
      'counts[1] is -1; expected a finite number, 0 or more',
    );
    for (const count of [-1, NaN, Infinity]) {
      expect(() => drawMultinomial(createRandom(1), 3, [count, 1])).toThrow(
        `counts[0] is ${String(count)}; expected`,
      );
    }
    const huge = [Number.MAX_VALUE, Number.MAX_VALUE];
    expect(() => drawMultinomial(createRandom(1), 3, huge)).toThrow(
      'the sum of counts is Infinity',
    );
    expect(() => drawMultinomial(createRandom(1), -3, [1, 1])).toThrow('n is -3');
  });
});
