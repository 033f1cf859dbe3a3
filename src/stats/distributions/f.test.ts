import { describe, expect, it } from 'vitest';
import { expectFigures, referenceCase } from '../../../test/support/reference.ts';
import { relativeError } from '../../../test/support/relativeError.ts';
import { REFERENCE } from '../../../test/support/tolerances.ts';
import { fQuantile } from './f.ts';
import { studentTQuantile } from './studentT.ts';

describe('fQuantile', () => {
  it.each([
    // computed by scipy 1.17.1, scipy.stats.f.ppf
    [0.975, 29, 174, 1.6615384170288148],
    [0.025, 29, 174, 0.5369655425274906],
    [0.5, 1, 1, 1],
    [0.95, 4, 20, 2.8660814020156584],
    [0.995, 1, 2, 198.50125313283192],
    [0.0005, 3, 7, 0.004776023438014533],
    [0.9, 10.5, 3.5, 4.429109732287],
    [0.999, 100, 1e4, 1.4983344945124704],
    [0.025, 999_999, 22_999_977, 0.9971707214722438],
  ])('has a share of %d at or below the value for %d and %d degrees of freedom', (p, a, b, f) => {
    expect(relativeError(fQuantile(p, [a, b]), f)).toBeLessThan(REFERENCE);
  });

  it('gives the beta quantiles of R, x = d₁F/(d₁F + d₂) at twice the parameters', () => {
    const reference = referenceCase('tests', 'beta quantile');
    const { a, b, p } = reference.input as Record<'a' | 'b' | 'p', number[]>;
    const q = p.map((share, i) => {
      const odds = (a[i]! / b[i]!) * fQuantile(share, [2 * a[i]!, 2 * b[i]!]);
      return odds / (1 + odds);
    });
    expectFigures(reference, { q });
  });

  it('is the square of a t quantile where the numerator has one degree of freedom', () => {
    for (const level of [0.5, 0.9, 0.95, 0.999]) {
      for (const df of [1, 7, 88, 4321]) {
        const t = studentTQuantile((1 + level) / 2, df);
        expect(relativeError(fQuantile(level, [1, df]), t * t)).toBeLessThan(REFERENCE);
      }
    }
  });

  it('is 0 where the value is below the smallest number there is, and no worse', () => {
    expect(fQuantile(1e-300, [1, 10])).toBe(0);
  });
});
