import { checkList, checkObject, checkOneOf, checkShare } from '../../shared/refuse.ts';

/**
 * How p values are adjusted for being several.
 *
 * - `holm`: the chance of any false finding stays at the level; never weaker than Bonferroni
 * - `bonferroni`: the same promise, kept more simply and more strictly than needed
 * - `benjamini-hochberg`: of all findings, the share of false ones stays at the level
 */
export type MultipleTestAdjustment = 'holm' | 'bonferroni' | 'benjamini-hochberg';

/** What may be chosen about an adjustment. */
export interface AdjustmentOptions {
  /** How p values are adjusted; `holm` when absent. */
  readonly adjustment?: MultipleTestAdjustment;
}

/**
 * What became of a verdict because several were reached together. Of twenty figures of which none changed, one would be
 * said to have changed by chance.
 *
 * @typeParam Verdict - what a verdict can be
 */
export interface VerdictCorrection<Verdict extends string> {
  /** For how many verdicts the p values are corrected. */
  readonly comparisons: number;
  /** What the verdict would be if it had been the only one. */
  readonly uncorrected: Verdict;
  /** Says so where the correction turned the verdict, such as "corrected for 7 comparisons". */
  readonly message?: string;
}

/** How p values are adjusted where nothing else is asked for. */
export const DEFAULT_ADJUSTMENT: MultipleTestAdjustment = 'holm';

/**
 * Adjusts the p values of several tests, so that each can be held against the level as if it were
 * the only one.
 *
 *     p(1) <= … <= p(m)
 *     holm:               the largest of (m - j + 1)·p(j) over j <= i, at most 1
 *     bonferroni:         m·p(i), at most 1
 *     benjamini-hochberg: the smallest of m·p(j)/j over j >= i
 *
 * Twenty questions that did not change show one change at 0.05 on average. The adjusted values do
 * not, provided that all tests made are given and not only the promising ones.
 *
 * @param pValues - the p values of all tests made, in any order, 0 to 1
 * @param options - how to adjust
 * @returns the adjusted p values, in the order given
 * @throws `invalid-argument` where a p value is not from 0 to 1
 * @example
 * adjustForMultipleTests([0.04, 0.25, 0.0625]) // => [0.12, 0.25, 0.125]
 * adjustForMultipleTests([0.04, 0.25, 0.0625], { adjustment: 'bonferroni' }) // => [0.12, 0.75, 0.1875]
 * @see Holm (1979), Scandinavian Journal of Statistics 6, 65-70
 * @see Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300
 */
export function adjustForMultipleTests(
  pValues: readonly number[],
  options: AdjustmentOptions = {},
): readonly number[] {
  checkList('pValues', pValues);
  for (const [place, p] of pValues.entries()) checkShare(`pValues[${place}]`, p);
  checkObject('options', options);
  const { adjustment = DEFAULT_ADJUSTMENT } = options;
  checkOneOf('adjustment', adjustment, ['holm', 'bonferroni', 'benjamini-hochberg']);
  const m = pValues.length;
  const ascending = pValues.map((p, place) => ({ p, place })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(m);
  switch (adjustment) {
    case 'bonferroni':
      return pValues.map((p) => Math.min(1, m * p) + 0);
    case 'holm': {
      let largest = 0;
      for (const [rank, { p, place }] of ascending.entries()) {
        largest = Math.min(1, Math.max(largest, (m - rank) * p));
        adjusted[place] = largest + 0;
      }
      return adjusted;
    }
    case 'benjamini-hochberg': {
      let smallest = 1;
      for (const [rank, { p, place }] of [...ascending.entries()].reverse()) {
        smallest = Math.min(smallest, (m / (rank + 1)) * p);
        // Adding 0 turns -0 into 0.
        adjusted[place] = smallest + 0;
      }
      return adjusted;
    }
  }
}
