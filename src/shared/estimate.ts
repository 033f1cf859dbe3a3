/**
 * How an interval was computed.
 *
 * - `wilson`: Wilson score interval of a share
 * - `adjusted-wald`: Wald interval after adding pseudo-answers, used for the net promoter score and
 *   net satisfaction
 * - `wald`: estimate plus and minus z times its standard error, without pseudo-answers
 * - `tango`: the values that a score test does not refute, as for the difference of paired shares
 * - `student-t`: mean plus and minus Student's t times the standard error
 * - `clopper-pearson`: what the exact upper limit of the share of other answers leaves possible for a mean,
 *   where all answers are the same
 * - `newcombe`: difference of two shares from their Wilson limits
 */
export type IntervalMethod =
  | 'wilson'
  | 'adjusted-wald'
  | 'wald'
  | 'tango'
  | 'student-t'
  | 'clopper-pearson'
  | 'newcombe';

/**
 * A confidence interval: a range that holds the true value in `level` of all samples.
 *
 * @typeParam Method - how the limits can have been computed
 */
export interface Interval<Method extends string = IntervalMethod> {
  /** The lower limit, in the unit of the estimate. */
  readonly low: number;
  /** The upper limit, in the unit of the estimate. */
  readonly high: number;
  /** The confidence level, above 0 and below 1. */
  readonly level: number;
  /** How the limits were computed. */
  readonly method: Method;
}

/** The confidence level where none is asked for. */
export const DEFAULT_LEVEL: number = 0.95;

/**
 * The unit of an estimate.
 *
 * - `points`: net promoter points, -100 to 100
 * - `share`: 0 to 1, never a percentage
 * - `net-share`: one share less another, -1 to 1
 * - `scale`: the answer scale of the question
 */
export type Unit = 'points' | 'share' | 'net-share' | 'scale';

/**
 * Where a figure comes from: `measured` from data, `judged` by people, `assumed` as a default.
 * The three are never mixed in one number.
 */
export type Basis = 'measured' | 'judged' | 'assumed';

/**
 * A measured value with its uncertainty.
 *
 * @typeParam Of - the units that the value can have
 * @typeParam Method - how the limits of its interval can have been computed
 */
export interface Estimate<Of extends string = Unit, Method extends string = IntervalMethod> {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** The estimate, in `unit`. */
  readonly value: number;
  /** The unit of `value` and of the interval. */
  readonly unit: Of;
  /** How far the value can be trusted. */
  readonly interval: Interval<Method>;
  /** How many observations the value rests on. */
  readonly n: number;
  /** Always `measured`: an estimate comes from data. */
  readonly basis: 'measured';
}

/**
 * Why something cannot be estimated.
 *
 * - `no-answers`: nobody answered
 * - `one-answer`: a spread cannot be told from a single answer
 * - `zero-variance`: every answer is the same, so a t interval would claim false certainty
 * - `suppressed`: the group is below the minimum size, and showing it could reveal a person
 */
export type NotEstimableReason = 'no-answers' | 'one-answer' | 'zero-variance' | 'suppressed';

/**
 * A value that the data cannot give, and why.
 *
 * @typeParam Reason - what can stand in the way
 */
export interface NotEstimable<Reason extends string = NotEstimableReason> {
  /** Tells this case from an estimate. */
  readonly kind: 'not-estimable';
  /** Why there is no estimate. */
  readonly reason: Reason;
  /** How many observations there are; absent when the group is suppressed. */
  readonly n?: number;
}

/** An estimate, or the reason why there is none. */
export type Estimated = Estimate | NotEstimable;
