import { DEFAULT_LEVEL, type Interval } from '../../shared/estimate.ts';
import { checkLevel, checkObject } from '../../shared/refuse.ts';
import { criticalValue } from '../../stats/distributions/normal.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import type { PromoterCounts } from '../types.ts';
import { checkPromoterCounts } from './checkPromoterCounts.ts';

/**
 * Tango's score interval of a net promoter score, in points: every score that the answers do not
 * refute.
 *
 *     z(s) = (p - d - s) / sqrt((2q + s - s²) / n),  p = promoters / n,  d = detractors / n
 *     q    = the likeliest share of detractors where the score is s: the larger root of
 *            2q² + (s · (2 - p + d) - p - d) · q - d · s · (1 - s) = 0
 *     low and high: where z(s) is the quantile of the level, above and below
 *
 * Promoters less detractors have the distribution of the difference of two shares among the same
 * people, for which Tango made it; programs for the net promoter score call it the score or iterative
 * interval. It needs no pseudo-answers, always holds the plain score, never leaves -100 to 100, and has
 * a width even of a single answer. Below 50 answers it is somewhat wider than the adjusted Wald
 * interval, which {@link netPromoterScore} takes by default.
 *
 * @param counts - the answers by class
 * @param options - the confidence level
 * @throws ServiceCycleError `invalid-argument` when a count or the level is outside its range
 * @example
 * const { low, high } = netPromoterTango({ promoters: 162, detractors: 54, n: 324 });
 * low // ~> 24.954022
 * high // ~> 41.161118
 * netPromoterTango({ promoters: 5, detractors: 0, n: 5 }).low // ~> 13.103507
 * const nps = netPromoterScore(
 *   { scale: { min: 0, max: 10 }, perAnswer: [0, 0, 0, 0, 0, 1, 1, 4, 7, 5, 7] },
 *   { interval: netPromoterTango },
 * );
 * nps.kind === 'estimate' && nps.interval.method; // => 'tango'
 * @see Tango (1998), Statistics in Medicine 17, 891-908
 * @see Rocks (2016), The American Statistician 70, 365-372
 */
export function netPromoterTango(counts: PromoterCounts, options: IntervalOptions = {}): Interval {
  checkObject('options', options);
  const { level = DEFAULT_LEVEL } = options;
  checkLevel(level);
  checkPromoterCounts(counts);
  const { promoters, detractors, n } = counts;
  const z = criticalValue(level);
  const value = (100 * (promoters - detractors)) / n;
  return {
    low: Math.min(value, -100 * highest(detractors / n, promoters / n, (z * z) / n)),
    high: Math.max(value, 100 * highest(promoters / n, detractors / n, (z * z) / n)),
    level,
    method: 'tango',
  };
}

/** The highest difference of two shares that is not refuted, halved down to the last digit. */
function highest(p: number, d: number, squaredZ: number): number {
  let low = p - d;
  let high = 1;
  for (let halving = 0; halving < MOST_HALVINGS; halving += 1) {
    const middle = low + (high - low) / 2;
    if (!(middle > low && middle < high)) break;
    const distance = middle - (p - d);
    if (distance * distance < squaredZ * variance(p, d, middle)) low = middle;
    else high = middle;
  }
  return high;
}

/** After so many there is no number left between the ends, however close to 0 they lie. */
const MOST_HALVINGS = 1100;

/** The variance of one answer, as likely as can be where the shares differ by so much. */
function variance(p: number, d: number, difference: number): number {
  // Below 0 the classes change places, so that nothing cancels and both sides mirror each other.
  if (difference < 0) return variance(d, p, -difference);
  const spread = difference * (1 - difference);
  const b = difference * (2 - p + d) - p - d;
  const root = Math.sqrt(b * b + 8 * d * spread);
  const q = b > 0 ? (2 * d * spread) / (b + root) : (root - b) / 4;
  return 2 * q + spread;
}
