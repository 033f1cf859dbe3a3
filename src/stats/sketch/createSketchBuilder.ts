import { checkBetween } from '../../shared/refuse.ts';
import { bucketBound } from './bucketBound.ts';
import type { QuantileSketch } from './quantileSketch.ts';

/** A sketch while durations are being added. */
export interface SketchBuilder {
  /** Adds a duration, from 0 to 1e300; below 1e-300 it counts as 0. */
  readonly add: (duration: number) => void;
  /** The sketch of all that was added so far. */
  readonly build: () => QuantileSketch;
}

/** So near to a bound the logarithm, which engines round differently, does not decide. */
const UNSURE = 1e-6;

/** What is smaller has no bucket of its own. */
const SMALLEST = 1e-300;

/**
 * Adds durations to a sketch one by one, in place; the sketch it starts from stays as it is.
 *
 *     bucket = ceil(ln(duration) / ln(g)), unless within 1e-6 of a whole number
 *     there:   the one whose bounds, made of multiplications only, hold the duration
 *
 * So the same durations give the same sketch in every engine and in every order.
 *
 * @param start - what to add to
 * @example
 * const builder = createSketchBuilder({ kind: 'quantile-sketch', accuracy: 0.5, n: 0, zeros: 0, buckets: [] });
 * for (const seconds of [2, 0, 3, 2.5]) builder.add(seconds);
 * builder.build().buckets // => [[1, 3]]
 */
export function createSketchBuilder(start: QuantileSketch): SketchBuilder {
  const { accuracy } = start;
  const growth = (1 + accuracy) / (1 - accuracy);
  const scale = 1 / Math.log(growth);
  const counts = new Map(start.buckets);
  let { n, zeros, smallest = Infinity, largest = 0 } = start;

  const bucketOf = (duration: number): number => {
    const place = Math.log(duration) * scale;
    const nearest = Math.round(place);
    if (Math.abs(place - nearest) > UNSURE) return Math.ceil(place);
    return duration > bucketBound(growth, nearest) ? nearest + 1 : nearest;
  };

  return {
    add: (duration) => {
      checkBetween('a duration', duration, 0, 1e300);
      n += 1;
      // Not Math.min and Math.max: -0 is to become 0.
      if (duration < smallest) smallest = duration === 0 ? 0 : duration;
      if (duration > largest) largest = duration;
      if (duration < SMALLEST) {
        zeros += 1;
      } else {
        const bucket = bucketOf(duration);
        counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
      }
    },
    build: () => ({
      kind: 'quantile-sketch',
      accuracy,
      n,
      zeros,
      buckets: [...counts].sort(([one], [other]) => one - other),
      ...(n === 0 ? {} : { smallest, largest }),
    }),
  };
}
