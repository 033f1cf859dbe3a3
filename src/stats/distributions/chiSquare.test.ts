import { describe, expect, it } from 'vitest';
import { referenceCase } from '../../../test/support/reference.ts';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT, REFERENCE } from '../../../test/support/tolerances.ts';
import { chiSquareUpperTail } from './chiSquare.ts';
import { normalPValue } from './normal.ts';

describe('chiSquareUpperTail', () => {
  it('agrees with R relative to the tail, down to 1e-56', () => {
    const reference = referenceCase('tests', 'chi-square upper tail');
    const { x, df } = reference.input as Record<'x' | 'df', number[]>;
    const { p } = reference.expected as Record<'p', number[]>;
    for (const [i, tail] of p.entries()) {
      expect(relativeError(chiSquareUpperTail(x[i]!, df[i]!), tail)).toBeLessThan(REFERENCE);
    }
  });

  it('with one degree of freedom is the p value of a normal statistic, squared', () => {
    for (const z of [0, 0.1, 1, 1.96, 5, 20]) {
      expect(relativeError(chiSquareUpperTail(z * z, 1), normalPValue(z))).toBeLessThan(EXACT);
    }
  });

  it('with two is an exponential', () => {
    for (const x of [0, 1e-9, 1, 7.5, 300]) {
      expect(relativeError(chiSquareUpperTail(x, 2), Math.exp(-x / 2))).toBeLessThan(EXACT);
    }
  });
});
