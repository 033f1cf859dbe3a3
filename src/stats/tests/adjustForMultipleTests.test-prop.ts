import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustForMultipleTests } from './adjustForMultipleTests.ts';

const pValue = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 1));
const pValues = fc.array(pValue, { maxLength: 30 });
const adjustment = fc.constantFrom(
  'holm' as const,
  'bonferroni' as const,
  'benjamini-hochberg' as const,
);

describe('adjustForMultipleTests', () => {
  it('never makes a p value smaller, nor larger than 1', () => {
    fc.assert(
      fc.property(pValues, adjustment, (found, adjustment) => {
        const adjusted = adjustForMultipleTests(found, { adjustment });
        expect(adjusted).toHaveLength(found.length);
        for (const [place, p] of adjusted.entries()) {
          expect(p).toBeGreaterThanOrEqual(found[place]! * (1 - 1e-15));
          expect(p).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('keeps what is surer before what is less sure', () => {
    fc.assert(
      fc.property(pValues, adjustment, (found, adjustment) => {
        const adjusted = adjustForMultipleTests(found, { adjustment });
        for (const [i, p] of found.entries()) {
          for (const [j, other] of found.entries()) {
            if (p <= other) expect(adjusted[i]!).toBeLessThanOrEqual(adjusted[j]!);
          }
        }
      }),
    );
  });

  it('does not depend on the order of the tests', () => {
    fc.assert(
      fc.property(pValues, adjustment, (found, adjustment) => {
        const adjusted = adjustForMultipleTests(found, { adjustment });
        const reversed = adjustForMultipleTests(found.toReversed(), { adjustment });
        expect(reversed.toReversed()).toEqual(adjusted);
      }),
    );
  });

  it('by Holm is never stricter than by Bonferroni, nor milder than by Benjamini and Hochberg', () => {
    fc.assert(
      fc.property(pValues, (found) => {
        const holm = adjustForMultipleTests(found);
        const strict = adjustForMultipleTests(found, { adjustment: 'bonferroni' });
        const mild = adjustForMultipleTests(found, { adjustment: 'benjamini-hochberg' });
        for (const [place, p] of holm.entries()) {
          expect(p).toBeLessThanOrEqual(strict[place]!);
          expect(p).toBeGreaterThanOrEqual(mild[place]! * (1 - 1e-15));
        }
      }),
    );
  });

  it('gets stricter with every further test', () => {
    fc.assert(
      fc.property(pValues, pValue, adjustment, (found, one, adjustment) => {
        fc.pre(adjustment !== 'benjamini-hochberg');
        const few = adjustForMultipleTests(found, { adjustment });
        const more = adjustForMultipleTests([...found, one], { adjustment });
        for (const [place, p] of few.entries()) expect(more[place]!).toBeGreaterThanOrEqual(p);
      }),
    );
  });
});
