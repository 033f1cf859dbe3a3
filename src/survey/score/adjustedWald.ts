import { DEFAULT_LEVEL, type Interval } from '../../shared/estimate.ts';
import { checkLevel } from '../../shared/refuse.ts';
import { criticalValue } from '../../stats/distributions/normal.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import type { PromoterCounts } from '../types.ts';

/** The level, and its normal quantile where it is known, since many intervals take the same. */
interface AdjustedWaldOptions extends IntervalOptions {
  /** The quantile above which (1 - level) / 2 lies. */
  readonly z?: number;
}

/**
 * The adjusted Wald interval of a net promoter score, or of other shares of which one is taken from
 * another, in points.
 *
 *     p = (promoters + 0.75) / (n + 3),  d = (detractors + 0.75) / (n + 3)
 *     interval = 100 · (p - d ± z · sqrt((p + d - (p - d)²) / (n + 3)))
 *
 * Cut at -100 and 100; where it leaves the plain difference out it reaches to it.
 *
 * @param counts - the answers by class, whole or weighted
 * @param options - the confidence level
 * @see Rocks (2016), The American Statistician 70, 365-372
 */
export function adjustedWald(
  { promoters, detractors, n }: PromoterCounts,
  { level = DEFAULT_LEVEL, z }: AdjustedWaldOptions,
): Interval {
  checkLevel(level);
  const value = (100 * (promoters - detractors)) / n;
  const centre = (promoters - detractors) / (n + 3);
  const spread = (promoters + detractors + 1.5) / (n + 3) - centre ** 2;
  const halfWidth = (z ?? criticalValue(level)) * Math.sqrt(spread / (n + 3));
  return {
    low: Math.max(-100, Math.min(value, 100 * (centre - halfWidth))),
    high: Math.min(100, Math.max(value, 100 * (centre + halfWidth))),
    level,
    method: 'adjusted-wald',
  };
}
