import type { Measurement } from '../../model/observations.ts';
import type { Estimated } from '../../shared/estimate.ts';
import type { InvalidMeasurement } from '../measurements/tallyTypes.ts';

/** One call: how long it waited, in seconds where no unit is named, and how that ended. */
export type Call = Pick<Measurement, 'value' | 'unit' | 'ended'>;

/** Calls counted by how their wait ended; exactly at the limit is within it. */
export interface CallCounts {
  /** Answered within the limit. */
  readonly answeredWithin: number;
  /** Answered later. */
  readonly answeredBeyond: number;
  /** Given up within the limit, so that there was no chance to answer in time. */
  readonly abandonedWithin: number;
  /** Given up later. */
  readonly abandonedBeyond: number;
  /** Still waiting, and for longer than the limit; 0 when absent. */
  readonly waitingBeyond?: number;
}

/**
 * What counts as a good call, and out of which.
 *
 * - `offered`: answered in time, out of all calls
 * - `answered-only`: answered in time, out of those answered; blind to all who gave up
 * - `abandoned-as-met`: answered in time or given up within the limit, out of all calls
 * - `short-abandons-excluded`: answered in time, out of all but those given up within the limit
 */
export type ServiceLevelVariant =
  | 'offered'
  | 'answered-only'
  | 'abandoned-as-met'
  | 'short-abandons-excluded';

/** A service level, with what it was computed from. */
export type ServiceLevel = Estimated & {
  /** What counts as a good call. */
  readonly variant: ServiceLevelVariant;
  /** The limit, in seconds. */
  readonly withinSeconds: number;
  /** The calls, counted. */
  readonly counts: Required<CallCounts>;
  /** Calls still waiting that have not reached the limit; they count neither way. */
  readonly undecided: number;
  /** Calls that are invalid; they count neither way. */
  readonly invalid: number;
  /** The first of them. */
  readonly firstInvalid: readonly InvalidMeasurement[];
};
