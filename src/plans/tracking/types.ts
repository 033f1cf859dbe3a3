import type { ActionPlanStatus } from '../../model/actionPlan.ts';
import type { CycleIds } from '../../model/ids.ts';
import type { Measurement } from '../../model/observations.ts';
import type { MeasurementTally } from '../../requirements/measurements/tallyTypes.ts';
import type { StandardStatus, UnknownStandard } from '../../requirements/types.ts';
import type { Estimated, Interval } from '../../shared/estimate.ts';

/** Measurements from before plans were carried out, and from after, rows or tallies of them. */
export interface BeforeAndAfter<
  StandardId extends string = string,
  Measured extends Measurement<StandardId> = Measurement<StandardId>,
> {
  /** Cases from before. */
  readonly before: Iterable<Measured | MeasurementTally<StandardId, never>>;
  /** Cases from after. */
  readonly after: Iterable<Measured | MeasurementTally<StandardId, never>>;
}

/** What `trackActionPlans` takes besides the cycle. */
export interface TrackingOptions<
  Ids extends CycleIds = CycleIds,
  Measured extends Measurement<Ids['standard']> = Measurement<Ids['standard']>,
> {
  /** The day to look from, as `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Measurements against the standards that plans are to move; without them nothing is verified. */
  readonly measurements?: BeforeAndAfter<Ids['standard'], Measured>;
  /** The confidence level, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
}

/**
 * How a plan stands.
 *
 * - `open`: not done, and its day has not come, or it has none
 * - `due`: not done, and this is its day
 * - `overdue`: not done, and its day has passed
 * - `done`: carried out, and it is not shown that it moved a standard
 * - `verified`: carried out, and a standard it was to move has moved
 * - `dropped`: given up
 */
export type TrackedState = 'open' | 'due' | 'overdue' | 'done' | 'verified' | 'dropped';

/** How cases conformed to a standard at one time. */
export interface StandardThen {
  /** Whether the standard was met. */
  readonly status: StandardStatus;
  /** The share of conforming cases. */
  readonly conformingShare: Estimated;
  /** Cases that conformed. */
  readonly conforming: number;
  /** Cases that conformed or failed. */
  readonly measured: number;
}

/**
 * Whether a standard has moved.
 *
 * - `moved`: a greater share conforms, and the interval of the difference lies above 0
 * - `worse`: a smaller share conforms, and the interval lies below 0
 * - `not-proven`: the interval holds 0
 * - `not-measured`: there is no measurement from before or none from after
 */
export type Movement = 'moved' | 'worse' | 'not-proven' | 'not-measured';

/** What happened to a standard that a plan was to move. */
export interface StandardMovement<StandardId extends string = string> {
  /** The standard. */
  readonly standard: StandardId;
  /** Whether it has moved. */
  readonly movement: Movement;
  /** How it stood before. */
  readonly before: StandardThen;
  /** How it stood after. */
  readonly after: StandardThen;
  /** The share after less the share before, -1 to 1; absent when it is not measured. */
  readonly difference?: number;
  /** The interval of the difference; absent when it is not measured. */
  readonly interval?: Interval;
}

/** How one plan stands. */
export interface TrackedPlan<Ids extends CycleIds = CycleIds> {
  /** The plan. */
  readonly plan: Ids['plan'];
  /** How it stands. */
  readonly state: TrackedState;
  /** What the cycle says of it; `verified` there is a claim, and shown in `state` only when proved. */
  readonly declared: ActionPlanStatus;
  /** The day by which it is to be done; absent when it has none. */
  readonly due?: string;
  /** The role that answers for it; absent when nobody is named. */
  readonly owner?: string;
  /** Plans it needs that are not done. */
  readonly waitsFor: readonly Ids['plan'][];
  /** The standards of its requirements, and whether they moved; only for plans that are done. */
  readonly standards: readonly StandardMovement<Ids['standard']>[];
}

/**
 * What to do next about a plan.
 *
 * - `finish`: it is in progress
 * - `start`: it is proposed
 * - `rethink`: it is done, and a standard it was to move became worse
 * - `measure`: it is done, and no standard it was to move was measured before and after
 * - `measure-more`: it is done, and what was measured does not show whether a standard moved
 * - `set-standard`: it is done, and its requirements have no standard that could move
 * - `record`: it is verified, and the cycle does not say so yet
 */
export type NextActionCode =
  | 'finish'
  | 'start'
  | 'rethink'
  | 'measure'
  | 'measure-more'
  | 'set-standard'
  | 'record';

/** One thing to do next. */
export interface NextAction<Ids extends CycleIds = CycleIds> {
  /** What to do. */
  readonly code: NextActionCode;
  /** The plan it is about. */
  readonly plan: Ids['plan'];
  /** How the plan stands. */
  readonly state: TrackedState;
}

/** How the plans of a cycle stand on a day. */
export interface PlanTracking<Ids extends CycleIds = CycleIds> {
  /** Tells the tracking of plans from other results. */
  readonly kind: 'plan-tracking';
  /** The day looked from. */
  readonly asOf: string;
  /** Every plan, in the order of the cycle. */
  readonly plans: readonly TrackedPlan<Ids>[];
  /** How many plans stand how. */
  readonly counts: Readonly<Record<TrackedState, number>>;
  /** Plans whose day has come or passed, dropped ones aside. */
  readonly dueByNow: number;
  /** How many of those are done, verified ones included. */
  readonly doneOfDue: number;
  /** `doneOfDue / dueByNow`, 0 to 1; absent when no plan is due by now. */
  readonly doneShare?: number;
  /** What to do next, the most urgent first. */
  readonly nextActions: readonly NextAction<Ids>[];
  /** The standards that measurements name and the cycle does not have, before and after. */
  readonly unknownStandards: {
    /** Named by measurements from before. */
    readonly before: readonly UnknownStandard[];
    /** Named by measurements from after. */
    readonly after: readonly UnknownStandard[];
  };
  /** The confidence level of the intervals. */
  readonly level: number;
}
