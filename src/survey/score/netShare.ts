import type { Estimate } from '../../shared/estimate.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import { adjustedWald } from './adjustedWald.ts';

/** The answers behind a net share; not whole where they are weighted. */
export interface NetShareCounts {
  /** Those who count for it. */
  readonly more: number;
  /** Those who count against it. */
  readonly less: number;
  /** All who answer, above 0. */
  readonly n: number;
}

/**
 * One share of answers less another, -1 to 1, with its adjusted Wald interval.
 *
 * Averaged over all populations, the interval of level 0.95 holds the true net share in 95 % of samples,
 * be they of 5 answers or of 40.
 *
 * @param value - the net share
 * @param counts - the answers behind it
 * @param options - the confidence level
 */
export function netShare(
  value: number,
  { more, less, n }: NetShareCounts,
  options: IntervalOptions,
): Pick<Estimate, 'value' | 'unit' | 'interval'> {
  const points = adjustedWald({ promoters: more, detractors: less, n }, options);
  return {
    value,
    unit: 'net-share',
    interval: {
      ...points,
      // Rounding may leave the value outside by its last digit.
      low: Math.min(value, points.low / 100),
      high: Math.max(value, points.high / 100),
    },
  };
}
