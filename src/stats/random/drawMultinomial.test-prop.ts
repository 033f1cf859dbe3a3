import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './createRandom.ts';
import { drawMultinomial } from './drawMultinomial.ts';

const seed = fc.maxSafeInteger();
const count = fc.oneof(fc.constant(0), fc.nat(50), fc.double({ min: 0, max: 1e12, noNaN: true }));
const counts = fc.array(count, { minLength: 1, maxLength: 12 }).filter((all) => all.some(Boolean));
const n = fc.oneof(fc.nat(60), fc.maxSafeNat());

describe('drawMultinomial', () => {
  it('draws as many as it was asked to, whole, and none from an empty cell', () => {
    fc.assert(
      fc.property(seed, n, counts, (seed, n, counts) => {
        const drawn = drawMultinomial(createRandom(seed), n, counts);
        expect(drawn).toHaveLength(counts.length);
        expect(drawn.reduce((sum, each) => sum + each, 0)).toBe(n);
        for (const [cell, each] of drawn.entries()) {
          expect(Number.isSafeInteger(each) && each >= 0).toBe(true);
          if (counts[cell] === 0) expect(each).toBe(0);
        }
      }),
    );
  });

  it('gives the same draw for the same seed', () => {
    fc.assert(
      fc.property(seed, n, counts, (seed, n, counts) => {
        const draw = (): number[] => drawMultinomial(createRandom(seed), n, counts);
        expect(draw()).toEqual(draw());
      }),
    );
  });
});
