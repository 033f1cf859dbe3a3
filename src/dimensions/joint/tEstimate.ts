import { DEFAULT_LEVEL, type Estimated } from '../../shared/estimate.ts';
import { meanInterval } from '../../stats/intervals/meanInterval.ts';
import type { ScoreOptions } from '../../survey/types.ts';
import type { Spread } from './spreadOf.ts';

/** The least and the most that a figure can be. */
export interface Bounds {
  /** The least. */
  readonly low: number;
  /** The most. */
  readonly high: number;
}

/** Below this share of the sums it is left over from, a spread is what rounding leaves of none. */
const ROUNDING = 1e-12;

/**
 * A figure on the answer scale with its t interval, cut at the ends of what is possible.
 *
 *     standard error² = squares · n / (n - 1),  interval = value ± t(n - 1) · standard error
 *
 * Not estimable: something that nobody answered, or only one, or where everybody is alike.
 */
export function tEstimate(
  value: number,
  { n, squares, magnitude }: Spread,
  bounds: Bounds,
  { level = DEFAULT_LEVEL }: ScoreOptions,
): Estimated {
  if (n === 0) return { kind: 'not-estimable', reason: 'no-answers', n };
  if (n === 1) return { kind: 'not-estimable', reason: 'one-answer', n };
  if (!(squares > ROUNDING * magnitude)) {
    return { kind: 'not-estimable', reason: 'zero-variance', n };
  }
  const variance = (squares * n * n) / (n - 1);
  const interval = meanInterval({ n, mean: value, variance }, { level });
  const low = Math.max(bounds.low, interval.low);
  const high = Math.min(bounds.high, interval.high);
  const within = Math.min(bounds.high, Math.max(bounds.low, value));
  return {
    kind: 'estimate',
    value: within,
    unit: 'scale',
    interval: { ...interval, low, high },
    n,
    basis: 'measured',
  };
}
