import type { Estimate, Interval, Unit } from '../../shared/estimate.ts';

/** A difference as an estimate, its interval cut at the largest difference there can be. */
export function differenceEstimate(
  value: number,
  unit: Unit,
  interval: Interval,
  n: number,
  largest: number,
): Estimate {
  const low = Math.max(-largest, interval.low);
  const high = Math.min(largest, interval.high);
  return {
    kind: 'estimate',
    value,
    unit,
    interval: { ...interval, low, high },
    n,
    basis: 'measured',
  };
}
