import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceCases } from '../../../test/support/reference.ts';
import { relativeError } from '../../../test/support/relativeError.ts';
import { REFERENCE } from '../../../test/support/tolerances.ts';
import { binomialTails } from './binomial.ts';

/** The same by its definition, term by term. */
function added(from: number, to: number, n: number, share: number): number {
  let sum = 0;
  for (let k = from; k <= to; k += 1) {
    let term = 1;
    for (let i = 1; i <= k; i += 1) term *= ((n - k + i) / i) * share;
    sum += term * (1 - share) ** (n - k);
  }
  return sum;
}

describe('binomialTails', () => {
  it('adds up the chances of all counts on a side', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share, part) => {
          const x = Math.round(part * n);
          const { atMost, atLeast } = binomialTails(x, n, share);
          expect(relativeError(atMost, added(0, x, n, share))).toBeLessThan(REFERENCE);
          expect(relativeError(atLeast, added(x, n, n, share))).toBeLessThan(REFERENCE);
        },
      ),
    );
  });

  it('is certain at the ends: none or more, all or fewer, and what cannot fail does not', () => {
    expect(binomialTails(0, 7, 0.3).atLeast).toBe(1);
    expect(binomialTails(7, 7, 0.3).atMost).toBe(1);
    expect(binomialTails(7, 7, 1)).toEqual({ atMost: 1, atLeast: 1 });
    expect(binomialTails(6, 7, 1)).toEqual({ atMost: 0, atLeast: 1 });
  });

  it('leaves half of what the interval leaves out on each side of the limits of Clopper and Pearson', () => {
    const cases = referenceCases('proportions').filter(({ name }) =>
      name.startsWith('clopper-pearson '),
    );
    expect(cases.length).toBeGreaterThan(10);
    for (const { input, expected } of cases) {
      const { x, n, level } = input as { x: number; n: number; level: number };
      const { lower, upper } = expected as { lower: number; upper: number };
      const tail = (1 - level) / 2;
      // The limits have 15 digits; a limit that is off in the last moves the tail by n times as much.
      const close = (found: number): void =>
        expect(Math.abs(found / tail - 1)).toBeLessThan(REFERENCE * Math.max(1, n));
      if (x > 0) close(binomialTails(x, n, lower).atLeast);
      if (x < n) close(binomialTails(x, n, upper).atMost);
    }
  });
});
