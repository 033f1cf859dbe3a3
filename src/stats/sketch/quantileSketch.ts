/**
 * What is kept of many durations to tell their quantiles: how many fell into each of a series of
 * buckets, every one wider than the one before by the same factor. A plain JSON value that adds up
 * exactly with others of the same accuracy.
 *
 * Bucket i holds what is above gⁱ⁻¹ and at most gⁱ, where g = (1 + accuracy)/(1 - accuracy). At an
 * accuracy of 0.01 all that lies between a second and a day takes 570 buckets at most.
 */
export interface QuantileSketch {
  /** Tells a sketch from other values. */
  readonly kind: 'quantile-sketch';
  /** How far a quantile may be off, as a share of it: 0.01 is one percent. */
  readonly accuracy: number;
  /** How many durations were added. */
  readonly n: number;
  /** How many of them were 0. */
  readonly zeros: number;
  /** The buckets that are not empty, ascending: which one, and how many fell into it. */
  readonly buckets: readonly (readonly [bucket: number, count: number])[];
  /** The smallest duration as it was given; absent where there is none. */
  readonly smallest?: number;
  /** The largest duration as it was given; absent where there is none. */
  readonly largest?: number;
}
