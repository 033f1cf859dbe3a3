import type { Operator } from '../../model/requirement.ts';
import type { QuantileSketch } from '../../stats/sketch/quantileSketch.ts';

/**
 * Why a measurement counts neither way.
 *
 * - `not-a-number`: the value is no finite number
 * - `negative-time`: a time below 0
 * - `other-unit`: the unit cannot be brought to the standard's
 * - `unknown-end`: `ended` says something else than how a case can stand
 * - `beyond-sketch`: a value below 0 or above 1e300, which a sketch does not hold
 */
export type InvalidMeasurementReason =
  | 'not-a-number'
  | 'negative-time'
  | 'other-unit'
  | 'unknown-end'
  | 'beyond-sketch';

/** A measurement that counts neither way. */
export interface InvalidMeasurement {
  /** The position among the measurements of the standard, from 0. */
  readonly position: number;
  /** Why it does not count. */
  readonly because: InvalidMeasurementReason;
  /** What was found, as text. */
  readonly found: string;
}

/** Cases that are not over and may still go either way, so that they are no part of the share. */
export interface UndecidedCases {
  /** Those given up before the threshold. */
  readonly abandoned: number;
  /** Those that go on and have not reached the threshold. */
  readonly stillWaiting: number;
}

/** Values in ascending order, each once, with how often it came. */
export interface CountedValues {
  /** The values, in the standard's unit. */
  readonly values: readonly number[];
  /** How often each came. */
  readonly counts: readonly number[];
}

/** A sum that comes out the same in whatever order it is added: a whole number and billionths. */
export interface ExactSum {
  /** The whole part. */
  readonly whole: number;
  /** The rest, in billionths, a whole number from 0 below 1,000,000,000. */
  readonly billionths: number;
}

/** Values in a sketch, which tells their percentiles to within its accuracy. */
export interface SketchedValues {
  /** How many values fell into each of its buckets. */
  readonly sketch: QuantileSketch;
  /** By how much all failures together miss the threshold. */
  readonly excess: ExactSum;
}

/** The measurements of one group, counted. */
export interface MeasurementCounts {
  /** The value of each key of `by`, as text; `null` for measurements without one. */
  readonly group: readonly (string | null)[];
  /** Cases that conform. */
  readonly conforming: number;
  /** Cases that fail. */
  readonly failing: number;
  /** Cases that are not over and may still go either way. */
  readonly undecided: UndecidedCases;
  /** Measurements that count neither way. */
  readonly invalid: number;
  /** What the cases came to that are over. */
  readonly measured: CountedValues | SketchedValues;
  /** How far the cases had come that are not over; absent where all are. */
  readonly notOver?: CountedValues | SketchedValues;
}

/**
 * Measurements against one standard, counted: all that a verdict is computed from, a plain JSON value
 * that adds up exactly with other tallies.
 *
 * Exact, it takes memory for every value that differs from the others, so that values recorded to the
 * second or the point stay small however many there are; as a sketch, it stays small whatever they are.
 *
 * @typeParam StandardId - the standard's id
 * @typeParam Key - the keys that measurements are grouped by
 */
export interface MeasurementTally<StandardId extends string = string, Key extends string = string> {
  /** Tells a tally of measurements from other values. */
  readonly kind: 'measurement-tally';
  /** The standard's id. */
  readonly standard: StandardId;
  /** How a measurement is held against the threshold. */
  readonly operator: Operator;
  /** The threshold, in `unit`. */
  readonly threshold: number;
  /** The unit of the threshold and of all values. */
  readonly unit: string;
  /** Whose cases they are. */
  readonly customer: 'external' | 'internal';
  /** Whether every value is kept, or a sketch of them. */
  readonly values: 'exact' | 'sketch';
  /** The keys that measurements are grouped by; none for one group of all. */
  readonly by: readonly Key[];
  /** The groups met, in the order of their values. */
  readonly groups: readonly MeasurementCounts[];
  /** Measurements passed over, because they name another standard. */
  readonly otherStandards: number;
  /** Measurements passed over, because customers of the other kind were served. */
  readonly otherCustomers: number;
  /** The first measurements that count neither way, by position. */
  readonly firstInvalid: readonly InvalidMeasurement[];
}
