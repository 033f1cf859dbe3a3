import type { NotEstimable } from '../../shared/estimate.ts';
import { checkList, checkNumber, refuse } from '../../shared/refuse.ts';
import { chiSquareUpperTail } from '../distributions/chiSquare.ts';

/** How far raters put things in the same order. */
export interface Concordance {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** Kendall's W: 0 where the raters' orders cancel out, 1 where all are the same. */
  readonly value: number;
  /** Friedman's chi-square, raters · (things - 1) · W. */
  readonly statistic: number;
  /** The number of things less 1. */
  readonly degreesOfFreedom: number;
  /** How often raters who order at random would agree at least as well, 0 to 1; rough below 7 things. */
  readonly pValue: number;
}

/**
 * A concordance that the ratings cannot give, and why.
 *
 * `too-few` below two things or two raters; `zero-variance` where every rater rates all alike.
 */
export type ConcordanceNotEstimable = NotEstimable<'too-few' | 'zero-variance'>;

/**
 * Kendall's coefficient of concordance W: how far several raters agree on the order of things.
 *
 *     Rᵢ = sum of the ranks of thing i over m raters, ties sharing their mean rank,  n things
 *     W  = 12·Σ(Rᵢ - mean)² / (m²(n³ - n) - m·Σ(t³ - t)),  t as many as tie, by rater
 *     chi-square = m(n - 1)·W, df = n - 1
 *
 * Only the order counts: it does not matter that one rater is stricter or uses less of the scale. The
 * correction for ties lets W reach 1; a rater who rates all alike adds nothing but does count in m.
 *
 * @param ratings - one row for each thing that is rated, with one finite number from every rater
 * @throws `invalid-argument` where rows differ in length or a rating is not finite
 * @example
 * const found = kendallW([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]);
 * found.kind === 'estimate' && found.value // ~> 0.887037
 * found.kind === 'estimate' && found.pValue // ~> 0.003290
 * @see Kendall & Babington Smith (1939), Annals of Mathematical Statistics 10, 275-287
 * @see Kendall (1948), Rank Correlation Methods: ties
 */
export function kendallW(
  ratings: readonly (readonly number[])[],
): Concordance | ConcordanceNotEstimable {
  checkList('ratings', ratings);
  const things = ratings.length;
  const raters = ratings[0]?.length ?? 0;
  for (const [thing, row] of ratings.entries()) {
    checkList(`ratings[${thing}]`, row);
    if (row.length !== raters) refuse(`ratings[${thing}]`, row, `a list of ${raters}`);
    for (const [rater, rating] of row.entries()) {
      checkNumber(`ratings[${thing}][${rater}]`, rating);
    }
  }
  if (things < 2 || raters < 2) return { kind: 'not-estimable', reason: 'too-few' };

  // Ranks around their mean, doubled to be whole: things before less things after.
  const sums = new Array<number>(things).fill(0);
  let ties = 0;
  for (let rater = 0; rater < raters; rater += 1) {
    const given = ratings.map((row) => row[rater] ?? 0);
    const sorted = given.toSorted((one, other) => one - other);
    for (const [thing, rating] of given.entries()) {
      const before = firstAt(sorted, (each) => each >= rating);
      const upTo = firstAt(sorted, (each) => each > rating);
      sums[thing] = (sums[thing] ?? 0) + before - (things - upTo);
      // Over the t that tie it adds up to t·(t² - 1).
      ties += (upTo - before) ** 2 - 1;
    }
  }
  const highest = raters * (things ** 3 - things) - ties;
  if (highest === 0) return { kind: 'not-estimable', reason: 'zero-variance' };
  const value = (3 * sums.reduce((sum, each) => sum + each * each, 0)) / (raters * highest);
  const degreesOfFreedom = things - 1;
  const statistic = raters * degreesOfFreedom * value;
  return {
    kind: 'estimate',
    value,
    statistic,
    degreesOfFreedom,
    pValue: chiSquareUpperTail(statistic, degreesOfFreedom),
  };
}

/** The first place in an ascending list at which something holds from there on; its length if none. */
function firstAt(sorted: readonly number[], holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
