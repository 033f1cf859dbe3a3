import type { NotEstimable } from '../../shared/estimate.ts';
import { checkShare } from '../../shared/refuse.ts';
import { bucketBound } from './bucketBound.ts';
import { checkSketch } from './checkSketch.ts';
import { nearestRank } from './nearestRank.ts';
import type { QuantileSketch } from './quantileSketch.ts';

/** A quantile of many durations. */
export interface SketchQuantile {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** The quantile, in the unit of the durations. */
  readonly value: number;
  /** How far the value may be off from the duration at that rank, as a share of that duration. */
  readonly accuracy: number;
  /** How many durations there are. */
  readonly n: number;
}

/**
 * A quantile of no durations.
 *
 * There is no duration.
 */
export interface SketchQuantileNotEstimable extends NotEstimable<'no-data'> {
  /** How many durations there are: none. */
  readonly n: 0;
}

/**
 * A quantile: the shortest duration that at least a given share of all durations do not exceed.
 *
 *     the duration at rank ceil(share · n), by `nearestRank`, of which the sketch knows the bucket i
 *     value = 2gⁱ/(g + 1): off by at most the accuracy wherever in the bucket the duration lies
 *
 * The first and the last rank are known exactly, and no value lies outside them.
 *
 * @param sketch - from `addToSketch` or `mergeSketches`
 * @param share - 0 to 1: 0.5 for the median, 0.95 for the 95th percentile
 * @throws `invalid-argument` where the share is not from 0 to 1, or the sketch was changed by hand
 * @example
 * import { addToSketch } from './addToSketch.ts';
 * import { emptySketch } from './emptySketch.ts';
 * import { quantileOf } from './quantileOf.ts';
 * const waits = addToSketch(emptySketch(), [12, 30, 35, 41, 300]);
 * const median = quantileOf(waits, 0.5);
 * median.kind === 'estimate' && median.value // ~> 34.815697
 * quantileOf(waits, 1) // => { kind: 'estimate', value: 300, accuracy: 0.01, n: 5 }
 * @see Masson, Rim & Lee (2019), Proceedings of the VLDB Endowment 12, 2195-2205
 */
export function quantileOf(
  sketch: QuantileSketch,
  share: number,
): SketchQuantile | SketchQuantileNotEstimable {
  checkShare('share', share);
  checkSketch(sketch);
  const { accuracy, n, smallest, largest } = sketch;
  if (smallest === undefined || largest === undefined) {
    return { kind: 'not-estimable', reason: 'no-data', n: 0 };
  }
  const rank = nearestRank(share, n);
  const value = rank === 1 ? smallest : rank === n ? largest : middleOf(sketch, rank);
  return {
    kind: 'estimate',
    value: Math.min(largest, Math.max(smallest, value)),
    accuracy,
    n,
  };
}

/** The value from which both ends of the bucket that holds a rank are equally far, as a share. */
function middleOf({ accuracy, zeros, buckets }: QuantileSketch, rank: number): number {
  let upTo = zeros;
  if (rank <= upTo) return 0;
  for (const [bucket, count] of buckets) {
    upTo += count;
    if (rank <= upTo) {
      return (1 - accuracy) * bucketBound((1 + accuracy) / (1 - accuracy), bucket);
    }
  }
  return Infinity;
}
