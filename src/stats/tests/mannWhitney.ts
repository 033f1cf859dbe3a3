import { checkCount, checkObject } from '../../shared/refuse.ts';
import { normalPValue } from '../distributions/normal.ts';
import { correctedZ } from '../intervals/correctedZ.ts';
import { checkGroups, comparePairs } from './comparePairs.ts';
import { exactRankSumPValue, isRankSumInReach } from './exactRankSumPValue.ts';

/** What may be chosen about a rank test. */
export interface RankTestOptions {
  /**
   * The largest group, or number of pairs that changed, for which the p value is exact;
   * 50 when absent, 0 for never. The work grows with its fourth power; beyond
   * about 140 in each group, or 700 pairs that rarely tie, the p value is the normal one, and `method`
   * says so. Answers in two categories stay exact up to 1e9.
   */
  readonly exactUpTo?: number;
}

/** The Mann-Whitney test of two groups. */
export interface MannWhitneyTest {
  /** How the p value was computed. */
  readonly method: 'mann-whitney-exact' | 'mann-whitney-normal';
  /** Pairs in which the first group has the higher value, and half of those that are tied. */
  readonly u: number;
  /** `u` as a share of all pairs, 0 to 1: 0.5 where neither group is higher. */
  readonly superiority: number;
  /** The standard deviation of `u` where both groups are alike; 0 where all values are the same. */
  readonly standardDeviation: number;
  /** How far `u` is from half of all pairs, less the continuity correction, in these. */
  readonly statistic: number;
  /** How often groups that are alike would differ at least so much, 0 to 1. */
  readonly pValue: number;
}

/** The largest group, or number of pairs that changed, for which a rank test is exact. */
export const EXACT_RANKS_UP_TO: number = 50;

/** Up to which size a rank test is to be exact, refused where it is none. */
export function exactUpToOf(options: RankTestOptions): number {
  checkObject('options', options);
  const { exactUpTo = EXACT_RANKS_UP_TO } = options;
  checkCount('exactUpTo', exactUpTo);
  return exactUpTo;
}

/**
 * The Mann-Whitney test (Wilcoxon's rank sum test): whether the values of one group tend to be higher.
 *
 *     U = pairs above + tied/2,  σ² = mn/12 · (N + 1 - Σ(t³ - t) / (N(N - 1)))
 *     z = (|U - mn/2| - 1/2)/σ, not below 0, with the sign of U - mn/2;  p = 2Φ(-|z|)
 *
 * m and n are the sizes of the groups, N both together, t the values in each category. It uses the
 * order of ratings and not their distances. Up to 50 values in each group p is
 * exact: the smaller tail of U over all ways to deal the same values out, doubled. Ties are dealt out
 * with the rest: ratings are mostly ties, and with few of them the normal p is too small. Where all
 * values are the same p is 1.
 *
 * Not for the same people asked twice: see `wilcoxonSignedRank`.
 *
 * @param first - how many values of the first group lie in each category, the lowest first
 * @param second - those of the second group, in the same categories
 * @param options - up to which size p is exact
 * @throws `invalid-argument` where the categories are not the same number, a count is not 0
 * or from 1e-15 to 2^53 - 1, a group is empty, or `exactUpTo` is no whole number, 0 or more
 * @example
 * const test = mannWhitney([1, 2, 4, 9, 8], [4, 6, 5, 3, 2]);
 * test.superiority // ~> 0.763542
 * test.pValue // ~> 0.001920
 * test.method // => 'mann-whitney-exact'
 * @see Mann & Whitney (1947), Annals of Mathematical Statistics 18, 50-60
 * @see Vargha & Delaney (2000), Journal of Educational and Behavioral Statistics 25, 101-132
 */
export function mannWhitney(
  first: readonly number[],
  second: readonly number[],
  options: RankTestOptions = {},
): MannWhitneyTest {
  const exactUpTo = exactUpToOf(options);
  checkGroups(first, second);
  const { n1, n2, above, tied } = comparePairs(first, second);
  const n = n1 + n2;
  const pairs = n1 * n2;
  const u = above + tied / 2;
  let ties = 0;
  for (const [category, count] of first.entries()) {
    const t = count + (second[category] ?? 0);
    ties += (t / n) * ((t * t - 1) / (n - 1));
  }
  const standardDeviation = Math.sqrt(Math.max(0, (pairs / 12) * (n + 1 - ties)));
  const statistic = correctedZ(u - pairs / 2, standardDeviation);
  const isExact =
    Math.max(n1, n2) <= exactUpTo &&
    isRankSumInReach(first, second, n1, n2) &&
    [...first, ...second].every((x) => Number.isInteger(x));
  return {
    method: isExact ? 'mann-whitney-exact' : 'mann-whitney-normal',
    u,
    superiority: u / pairs,
    standardDeviation,
    statistic,
    pValue: isExact ? exactRankSumPValue(first, second) : normalPValue(statistic),
  };
}
