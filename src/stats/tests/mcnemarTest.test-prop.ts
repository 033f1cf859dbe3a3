import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { mcnemarTest } from './mcnemarTest.ts';

/** The chances of 0 to `n` heads among `n` tosses of a coin that may be biased. */
function heads(n: number, share: number): readonly number[] {
  const chances = [(1 - share) ** n];
  for (let k = 0; k < n; k += 1) {
    chances.push(((chances[k]! * (n - k)) / (k + 1)) * (share / (1 - share)));
  }
  return chances;
}

function tosses(n: number): readonly number[] {
  return heads(n, 0.5);
}

function total(chances: readonly number[]): number {
  return chances.reduce((sum, chance) => sum + chance, 0);
}

const count = fc.nat({ max: 200 });

describe('mcnemarTest', () => {
  it('is the sum of binomial chances, the outcome found counted in full or by half', () => {
    fc.assert(
      fc.property(count, count, (onlyFirst, onlySecond) => {
        const { method, pValue } = mcnemarTest({ onlyFirst, onlySecond });
        const k = Math.min(onlyFirst, onlySecond);
        const chances = tosses(onlyFirst + onlySecond);
        const found = method === 'mcnemar-exact' ? chances[k]! : chances[k]! / 2;
        const expected = Math.min(1, 2 * (total(chances.slice(0, k)) + found));
        expect(Math.abs(pValue - expected)).toBeLessThan(EXACT);
      }),
    );
  });

  it('turns round when first and second change places', () => {
    fc.assert(
      fc.property(count, count, (one, other) => {
        const there = mcnemarTest({ onlyFirst: one, onlySecond: other });
        const back = mcnemarTest({ onlyFirst: other, onlySecond: one });
        expect(back.statistic + there.statistic).toBe(0);
        expect(back.pValue).toBe(there.pValue);
      }),
    );
  });

  it('while exact, finds a change that is none in no more of all outcomes than it may', () => {
    for (let n = 0; n < 25; n += 1) {
      const chances = tosses(n);
      for (const level of [0.01, 0.05, 0.2]) {
        const found = chances.filter(
          (_, k) => mcnemarTest({ onlyFirst: k, onlySecond: n - k }).pValue <= level,
        );
        expect(total(found)).toBeLessThanOrEqual(level);
      }
    }
  });

  it('finds one that is none in 5 of 100 samples at most, be those who change few or many', () => {
    for (const pairs of [40, 100, 200]) {
      for (const share of [0.1, 0.3, 0.6, 0.9]) {
        let error = 0;
        for (const [n, chance] of heads(pairs, share).entries()) {
          const found = tosses(n).filter(
            (_, k) => mcnemarTest({ onlyFirst: k, onlySecond: n - k }).pValue <= 0.05,
          );
          error += chance * total(found);
        }
        expect(error).toBeLessThan(0.0505);
        if (pairs * share > 40) expect(error).toBeGreaterThan(0.04);
      }
    }
  });
});
