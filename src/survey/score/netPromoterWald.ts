import { DEFAULT_LEVEL, type Interval } from '../../shared/estimate.ts';
import { checkLevel, checkObject } from '../../shared/refuse.ts';
import { criticalValue } from '../../stats/distributions/normal.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import type { PromoterCounts } from '../types.ts';
import { checkPromoterCounts } from './checkPromoterCounts.ts';

/**
 * The plain Wald interval of a net promoter score, in points, as most programs print it.
 *
 *     p = promoters / n,  d = detractors / n
 *     interval = 100 · (p - d ± z · sqrt((p + d - (p - d)²) / n)), cut at -100 and 100
 *
 * To reproduce figures that were made with it, not to learn how far a score can be trusted: where all
 * answers fall in one class it has no width, be it of a single answer, and below some 100 answers it
 * holds the true score less often than it says. The interval that {@link netPromoterScore} takes by
 * default and {@link netPromoterTango} do not have that fault.
 *
 * @param counts - the answers by class
 * @param options - the confidence level
 * @throws ServiceCycleError `invalid-argument` when a count or the level is outside its range
 * @example
 * const { low, high } = netPromoterWald({ promoters: 162, detractors: 54, n: 324 });
 * low // ~> 25.217384
 * high // ~> 41.449283
 * const nps = netPromoterScore(
 *   { scale: { min: 0, max: 10 }, perAnswer: [0, 0, 0, 0, 0, 1, 1, 4, 7, 5, 7] },
 *   { interval: netPromoterWald },
 * );
 * nps.kind === 'estimate' && nps.interval.low; // ~> 15.208199
 * nps.kind === 'estimate' && nps.interval.method; // => 'wald'
 * @see Rocks (2016), The American Statistician 70, 365-372
 */
export function netPromoterWald(counts: PromoterCounts, options: IntervalOptions = {}): Interval {
  checkObject('options', options);
  const { level = DEFAULT_LEVEL } = options;
  checkLevel(level);
  checkPromoterCounts(counts);
  const { promoters, detractors, n } = counts;
  const p = promoters / n;
  const d = detractors / n;
  const value = (100 * (promoters - detractors)) / n;
  // Not below 0, where p + d is 1 and rounding would leave less.
  const variance = Math.max(0, p + d - (p - d) ** 2) / n;
  const halfWidth = 100 * criticalValue(level) * Math.sqrt(variance);
  return {
    low: Math.max(-100, value - halfWidth),
    high: Math.min(100, value + halfWidth),
    level,
    method: 'wald',
  };
}
