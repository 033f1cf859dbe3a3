import { normalPValue } from '../distributions/normal.ts';
import type { ShareCounts } from '../intervals/newcombeDifference.ts';

/** A test of two shares. */
export interface ShareTest {
  /** The difference in the standard errors it would have if both shares were the same. */
  readonly statistic: number;
  /** How often a difference at least as large would come from equal shares, 0 to 1. */
  readonly pValue: number;
  /**
   * The fewest that would be expected on any side of either share if both were the same. Below 5 the
   * p value is rough.
   */
  readonly smallestExpected: number;
}

/**
 * The test of two independent shares with their pooled standard error.
 *
 *     p = (x₁ + x₂) / (n₁ + n₂),  z = (p₁ - p₂) / sqrt(p(1 - p)·(1/n₁ + 1/n₂))
 *
 * z² is the chi-square of the 2 by 2 table without continuity correction. Where both shares are 0 or
 * both are 1 nothing differs: z is 0 and p is 1. Not for the same people asked twice: see
 * `mcnemarTest`.
 *
 * @param first - the counts of the share to subtract from
 * @param second - the counts of the share to subtract
 * @throws `invalid-argument` where a count is outside its range
 * @example
 * const test = pooledShareTest({ successes: 56, n: 70 }, { successes: 48, n: 80 });
 * test.statistic // ~> 2.650172
 * test.pValue // ~> 0.008045
 * @see Pearson (1900), Philosophical Magazine 50, 157-175
 */
export function pooledShareTest(first: ShareCounts, second: ShareCounts): ShareTest {
  const n = first.n + second.n;
  const successes = first.successes + second.successes;
  const failures = first.n - first.successes + (second.n - second.successes);
  const variance = (successes / n) * (failures / n) * (1 / first.n + 1 / second.n);
  const difference = first.successes / first.n - second.successes / second.n;
  const statistic = variance === 0 ? 0 : difference / Math.sqrt(variance);
  return {
    statistic,
    pValue: normalPValue(statistic),
    smallestExpected: (Math.min(successes, failures) / n) * Math.min(first.n, second.n),
  };
}
