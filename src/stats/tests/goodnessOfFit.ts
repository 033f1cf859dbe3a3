import { chiSquareUpperTail } from '../distributions/chiSquare.ts';
import type { ChiSquareTest } from './chiSquareTest.ts';

/** Pearson's chi-square test of one sample. */
export type GoodnessOfFit = Pick<
  ChiSquareTest,
  'statistic' | 'degreesOfFreedom' | 'pValue' | 'smallestExpected' | 'warnings'
>;

/**
 * Pearson's chi-square test of whether a sample comes from a population of known shares.
 *
 *     statistic = sum of (observed - n · share)² / (n · share),  df = categories - 1
 *
 * Categories of share 0 have to be left out.
 *
 * @param observed - how many of the sample are in each category, at least one in all
 * @param shares - the shares of the population, above 0, which add up to 1
 * @see Pearson (1900), Philosophical Magazine 50, 157-175
 */
export function goodnessOfFit(
  observed: readonly number[],
  shares: readonly number[],
): GoodnessOfFit {
  const n = observed.reduce((sum, count) => sum + count, 0);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let statistic = 0;
  let few = 0;
  let smallestExpected = Infinity;
  for (const [place, count] of observed.entries()) {
    const expected = (n * (shares[place] ?? 0)) / whole;
    statistic += (count - expected) ** 2 / expected;
    smallestExpected = Math.min(smallestExpected, expected);
    if (expected < 5) few += 1;
  }
  const degreesOfFreedom = observed.length - 1;
  const isRough = degreesOfFreedom > 0 && (smallestExpected < 1 || 5 * few > observed.length);
  return {
    statistic,
    degreesOfFreedom,
    pValue: degreesOfFreedom === 0 ? 1 : chiSquareUpperTail(statistic, degreesOfFreedom),
    smallestExpected,
    warnings: isRough ? ['small-expected-counts'] : [],
  };
}
