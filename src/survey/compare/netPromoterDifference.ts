import { DEFAULT_LEVEL, type Interval } from '../../shared/estimate.ts';
import { checkObject } from '../../shared/refuse.ts';
import { criticalValue, normalPValue } from '../../stats/distributions/normal.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import { checkScoreOptions } from '../answers/guards.ts';
import { checkPromoterCounts } from '../score/checkPromoterCounts.ts';
import type { PromoterCounts } from '../types.ts';

/** The difference of two net promoter scores, and a test of it. */
export interface NetPromoterDifference {
  /** The first score less the second, in points, -200 to 200. */
  readonly difference: number;
  /** The same after adding pseudo-answers: the middle of the interval before it is cut. */
  readonly adjustedDifference: number;
  /** The standard error of the adjusted difference, in points. */
  readonly standardError: number;
  /** The adjusted difference in standard errors. */
  readonly statistic: number;
  /** How often a difference at least as large would come from equal scores, 0 to 1. */
  readonly pValue: number;
  /** The interval of the difference, in points. */
  readonly interval: Interval;
}

/**
 * The difference of two independent net promoter scores, with its adjusted Wald interval.
 *
 *     n' = n + 3,  p' = (promoters + 0.75) / n',  d' = (detractors + 0.75) / n',  e = p' - d'
 *     v = p' + d' - e²,  s = sqrt(v₁/n₁' + v₂/n₂'),  z = (e₁ - e₂) / s
 *     interval = 100 · (e₁ - e₂ ± z(level) · s)
 *
 * The pseudo-answers are those of `netPromoterScore`: without them two surveys in which all answers
 * fall in one class would differ beyond doubt, be they of five answers each. The difference itself is
 * the plain one; the interval is cut at -200 and 200, and where it leaves the plain difference out it
 * reaches to it.
 *
 * @param first - the answers of the score to subtract from, by class
 * @param second - those of the score to subtract
 * @param options - the confidence level
 * @throws ServiceCycleError `invalid-argument` when a count or the level is outside its range
 * @example
 * const change = netPromoterDifference(
 *   { promoters: 162, detractors: 54, n: 324 },
 *   { promoters: 90, detractors: 60, n: 230 },
 * );
 * change.difference // ~> 20.289855
 * change.statistic // ~> 3.031163
 * change.pValue // ~> 0.002436
 * @see Rocks (2016), The American Statistician 70, 365-372
 */
export function netPromoterDifference(
  first: PromoterCounts,
  second: PromoterCounts,
  options: IntervalOptions = {},
): NetPromoterDifference {
  checkObject('first', first);
  checkObject('second', second);
  checkScoreOptions(options);
  const { level = DEFAULT_LEVEL } = options;
  const one = adjusted(first);
  const other = adjusted(second);
  const difference = 100 * (plain(first) - plain(second));
  const adjustedDifference = 100 * (one.score - other.score);
  const standardError = 100 * Math.sqrt(one.variance + other.variance);
  const statistic = adjustedDifference / standardError;
  const half = criticalValue(level) * standardError;
  return {
    difference,
    adjustedDifference,
    standardError,
    statistic,
    pValue: normalPValue(statistic),
    interval: {
      low: Math.max(-200, Math.min(difference, adjustedDifference - half)),
      high: Math.min(200, Math.max(difference, adjustedDifference + half)),
      level,
      method: 'adjusted-wald',
    },
  };
}

function plain({ promoters, detractors, n }: PromoterCounts): number {
  return promoters / n - detractors / n;
}

/** The score after adding pseudo-answers, and the variance of its error. */
function adjusted(counts: PromoterCounts): {
  readonly score: number;
  readonly variance: number;
} {
  checkPromoterCounts(counts);
  const { promoters, detractors, n } = counts;
  const p = (promoters + 0.75) / (n + 3);
  const d = (detractors + 0.75) / (n + 3);
  return { score: p - d, variance: (p + d - (p - d) ** 2) / (n + 3) };
}
