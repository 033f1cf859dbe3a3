import { refuse } from '../../shared/refuse.ts';
import { checkCounts } from '../checkCounts.ts';
import { normalPValue } from '../distributions/normal.ts';
import { correctedZ } from '../intervals/correctedZ.ts';
import { exactSignedRankPValue, isSignedRankInReach } from './exactSignedRankPValue.ts';
import { exactUpToOf, type RankTestOptions } from './mannWhitney.ts';

/** Wilcoxon's signed rank test of paired differences. */
export interface SignedRankTest {
  /** How the p value was computed. */
  readonly method: 'wilcoxon-exact' | 'wilcoxon-normal';
  /** Pairs that rose. */
  readonly rose: number;
  /** Pairs that stayed the same; they are left out of the ranks. */
  readonly same: number;
  /** Pairs that fell. */
  readonly fell: number;
  /** The ranks of those that rose, by how far, summed. */
  readonly rankSum: number;
  /**
   * The rank-biserial correlation: the ranks of those that rose less those of the others, as a share
   * of all; -1 where all that changed fell, 1 where all rose, 0 where none changed.
   */
  readonly rankBiserial: number;
  /** How far `rankSum` is from half of all ranks, less the continuity correction, in its deviations. */
  readonly statistic: number;
  /** How often rises and falls as likely as each other would differ at least so much, 0 to 1. */
  readonly pValue: number;
}

/**
 * Wilcoxon's signed rank test: whether values measured twice tend to rise or to fall.
 *
 *     ranks 1 to n of the n pairs that changed, by how far, ties sharing their mean rank
 *     V = sum of the ranks of those that rose,  σ² = n(n + 1)(2n + 1)/24 - Σ(t³ - t)/48
 *     z = (|V - n(n + 1)/4| - 1/2)/σ, not below 0, with the sign of V - n(n + 1)/4;  p = 2Φ(-|z|)
 *
 * Up to 50 pairs that changed p is exact: over all ways to let them rise or
 * fall, ties or not. Where no pair changed p is 1.
 *
 * @param perDifference - how many pairs changed by each number of steps: the deepest fall first, no
 * change in the very middle, the highest rise last
 * @param options - up to how many pairs that changed p is exact
 * @throws `invalid-argument` where the counts have no middle, or one is not 0 or from
 * 1e-15 to 2^53 - 1, or `exactUpTo` is no whole number, 0 or more
 * @example
 * const test = wilcoxonSignedRank([1, 2, 5, 9, 6]);
 * test.rankBiserial // ~> 0.684211
 * test.pValue // ~> 0.007866
 * @see Wilcoxon (1945), Biometrics Bulletin 1, 80-83
 * @see Kerby (2014), Comprehensive Psychology 3, 11.IT.3.1: the rank-biserial correlation
 */
export function wilcoxonSignedRank(
  perDifference: readonly number[],
  options: RankTestOptions = {},
): SignedRankTest {
  const exactUpTo = exactUpToOf(options);
  checkCounts('perDifference', perDifference);
  if (perDifference.length % 2 === 0) {
    refuse('perDifference', perDifference, 'an odd number of counts, no change in the middle');
  }
  const middle = (perDifference.length - 1) / 2;
  let rose = 0;
  let n = 0;
  let rankSum = 0;
  let ties = 0;
  for (let steps = 1; steps <= middle; steps += 1) {
    const up = perDifference[middle + steps] ?? 0;
    const tied = up + (perDifference[middle - steps] ?? 0);
    rankSum += up * (n + (tied + 1) / 2);
    ties += tied * (tied * tied - 1);
    rose += up;
    n += tied;
  }
  const all = (n * (n + 1)) / 2;
  const variance = (all * (2 * n + 1)) / 12 - ties / 48;
  const statistic = correctedZ(rankSum - all / 2, Math.sqrt(Math.max(0, variance)));
  const isExact =
    n <= exactUpTo &&
    perDifference.every((count) => Number.isInteger(count)) &&
    isSignedRankInReach(perDifference);
  return {
    method: isExact ? 'wilcoxon-exact' : 'wilcoxon-normal',
    rose,
    same: perDifference[middle] ?? 0,
    fell: n - rose,
    rankSum,
    rankBiserial: n === 0 ? 0 : (2 * rankSum) / all - 1,
    statistic,
    pValue: isExact ? exactSignedRankPValue(perDifference) : normalPValue(statistic),
  };
}
