import { checkCount, checkObject } from '../../shared/refuse.ts';
import { regularizedBeta } from '../distributions/beta.ts';

/** Pairs that answered yes once, by when. */
export interface DiscordantCounts {
  /** Yes the first time only, a whole number. */
  readonly onlyFirst: number;
  /** Yes the second time only, a whole number. */
  readonly onlySecond: number;
}

/** McNemar's test of two shares among the same people. */
export interface McnemarTest {
  /** How the p value was computed. */
  readonly method: 'mcnemar-exact' | 'mcnemar-mid-p';
  /** (first - second) / sqrt(first + second), the root of McNemar's chi-square; 0 without any. */
  readonly statistic: number;
  /** How often pairs would fall out at least as unevenly if both ways were as likely, 0 to 1. */
  readonly pValue: number;
}

/** From so many discordant pairs on the p value is the mid-p and no longer the exact one. */
export const MID_P_FROM: number = 25;

/**
 * McNemar's test: whether two shares among the same people differ. Only the pairs that changed tell.
 *
 *     k = the smaller count, n = both together, X binomial with n and 1/2
 *     exact: p = min(1, 2·P(X <= k))
 *     mid-p: p = P(X <= k) + P(X < k)
 *
 * Below 25 discordant pairs p is exact and never too small. From there on it is the
 * mid-p, which counts the very outcome found by half: the exact p is too large by about that half,
 * and misses true changes. Without any discordant pair p is 1.
 *
 * @param pairs - the discordant pairs, by when they answered yes
 * @throws `invalid-argument` where a count is not whole, 0 or more
 * @example
 * const test = mcnemarTest({ onlyFirst: 6, onlySecond: 16 });
 * test.method // => 'mcnemar-exact'
 * test.pValue // ~> 0.052479
 * @see McNemar (1947), Psychometrika 12, 153-157
 * @see Fagerland, Lydersen & Laake (2013), BMC Medical Research Methodology 13, 91
 */
export function mcnemarTest(pairs: DiscordantCounts): McnemarTest {
  checkObject('pairs', pairs);
  const { onlyFirst, onlySecond } = pairs;
  checkCount('onlyFirst', onlyFirst);
  checkCount('onlySecond', onlySecond);
  const n = onlyFirst + onlySecond;
  const k = Math.min(onlyFirst, onlySecond);
  const exact = n < MID_P_FROM;
  return {
    method: exact ? 'mcnemar-exact' : 'mcnemar-mid-p',
    statistic: n === 0 ? 0 : (onlyFirst - onlySecond) / Math.sqrt(n),
    pValue: Math.min(1, exact ? 2 * atMost(k, n) : atMost(k, n) + atMost(k - 1, n)),
  };
}

/** The chance of at most `k` heads among `n` tosses. */
function atMost(k: number, n: number): number {
  if (k < 0) return 0;
  return k === n ? 1 : regularizedBeta(0.5, n - k, k + 1);
}
