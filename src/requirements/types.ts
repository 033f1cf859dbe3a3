import type { Estimated } from '../shared/estimate.ts';
import type { CycleIds } from '../model/ids.ts';
import type { Operator } from '../model/requirement.ts';

/**
 * Whether a standard is met.
 *
 * - `met`: even the lower limit of the conforming share reaches the required share
 * - `met-so-far`: asked of every case, and no measured case fails; a sample can show no more
 * - `not-met`: even the upper limit stays below the required share
 * - `not-proven`: the interval holds the required share; more measurements are needed
 * - `not-measured`: there is no measurement
 */
export type StandardStatus = 'met' | 'met-so-far' | 'not-met' | 'not-proven' | 'not-measured';

/** A measurement that is not a number. */
export interface InvalidMeasurement {
  /** The position among the measurements of the standard, from 0. */
  readonly position: number;
  /** What was found, as text. */
  readonly found: string;
}

/** What was found about one standard. */
export interface StandardVerdict<StandardId extends string = string> {
  /** The standard. */
  readonly standard: StandardId;
  /** Whether it is met. */
  readonly status: StandardStatus;
  /** The share of conforming cases with its Wilson interval. */
  readonly conformingShare: Estimated;
  /** The share that has to conform. */
  readonly requiredShare: number;
  /** How a measurement is held against the threshold. */
  readonly operator: Operator;
  /** The threshold, in the standard's unit. */
  readonly threshold: number;
  /** Cases that conform; exactly at the threshold conforms. */
  readonly conforming: number;
  /** Cases measured. */
  readonly measured: number;
  /** Measurements that are not finite numbers; they count neither way. */
  readonly invalid: number;
  /** The first of them. */
  readonly firstInvalid: readonly InvalidMeasurement[];
  /**
   * How many measurements would settle the matter if the share stayed as it is; absent unless the
   * status is `not-proven`, and when the share is exactly the required one.
   */
  readonly measurementsToSettle?: number;
}

/**
 * Whether a requirement is met: the worst of its standards, from bad to good `not-met`, `not-proven`,
 * `not-measured`, `met-so-far`, `met`; `no-standard` when it has none.
 */
export type RequirementStatus = StandardStatus | 'no-standard';

/** What was found about one requirement. */
export interface RequirementVerdict<Ids extends CycleIds = CycleIds> {
  /** The requirement. */
  readonly requirement: Ids['requirement'];
  /** The moments it serves. */
  readonly moments: readonly Ids['moment'][];
  /** Whether it is met. */
  readonly status: RequirementStatus;
  /** Its standards, one by one. */
  readonly standards: readonly StandardVerdict<Ids['standard']>[];
}

/** Measurements that name a standard which the cycle does not have. */
export interface UnknownStandard {
  /** The name. */
  readonly standard: string;
  /** How many measurements name it. */
  readonly count: number;
}

/** Which requirements of a cycle are met. */
export interface RequirementVerdicts<Ids extends CycleIds = CycleIds> {
  /** Tells requirement verdicts from other results. */
  readonly kind: 'requirement-verdicts';
  /** One verdict per requirement, in the order of the cycle. */
  readonly requirements: readonly RequirementVerdict<Ids>[];
  /** The standards that measurements name and the cycle does not have. */
  readonly unknownStandards: readonly UnknownStandard[];
}
