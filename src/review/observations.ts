import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { Measurement, MeasurementEnd, SurveyResponse, Visit } from '../model/observations.ts';
import type { VisitColumns } from '../moments/visits/columns.ts';
import type { VisitTally } from '../moments/visits/types.ts';
import type { MeasurementTally } from '../requirements/measurements/tallyTypes.ts';
import type { ResponseColumns } from '../survey/tally/columns.ts';
import type { Tally } from '../survey/types.ts';

/** What customers answered: rows, columns, or a tally of them from `tallyResponses`. */
export type ObservedResponses<QuestionId extends string = string> =
  | readonly SurveyResponse<QuestionId>[]
  | Iterable<SurveyResponse<QuestionId>>
  | ResponseColumns<QuestionId>
  | Tally<QuestionId>;

/** Measurements by column instead of by row. */
export interface MeasurementColumns<StandardId extends string = string> {
  /** Tells columns from rows. */
  readonly kind: 'columns';
  /** How many measurements there are. */
  readonly length: number;
  /** The standard that each is held against. */
  readonly standard: ArrayLike<StandardId>;
  /** What was measured. */
  readonly value: ArrayLike<number>;
  /** The unit of each value; those of the standards when absent. */
  readonly unit?: ArrayLike<string | undefined>;
  /** How each case stands; all are completed when absent. */
  readonly ended?: ArrayLike<MeasurementEnd | undefined>;
  /** Whether each customer is one of the organization's own staff; as the cycle says when absent. */
  readonly customer?: ArrayLike<'external' | 'internal' | undefined>;
}

/** What was measured against standards: rows, tallies from `tallyMeasurements`, or columns. */
export type ObservedMeasurements<StandardId extends string = string> =
  | readonly (Measurement<StandardId> | MeasurementTally<StandardId, never>)[]
  | Iterable<Measurement<StandardId> | MeasurementTally<StandardId, never>>
  | MeasurementColumns<StandardId>
  | MeasurementTally<StandardId, never>;

/** What happened to customers on their way: rows, columns, or a tally of them from `tallyVisits`. */
export type ObservedVisits<MomentId extends string = string> =
  | readonly Visit<MomentId>[]
  | Iterable<Visit<MomentId>>
  | VisitColumns<MomentId>
  | VisitTally<MomentId>;

/**
 * What was observed since the last review. Each part may come as rows, as columns, or counted already;
 * a stream is to be counted first, by `tallyResponses` or `tallyVisits`.
 */
export interface Observations<Ids extends CycleIds = CycleIds> {
  /** What customers answered; weights come in columns or in a tally. */
  readonly responses?: ObservedResponses<Ids['question']>;
  /** What customers answered the last time, for the trend. */
  readonly earlierResponses?: ObservedResponses<Ids['question']>;
  /** What was measured against the standards. */
  readonly measurements?: ObservedMeasurements<Ids['standard']>;
  /**
   * What happened to customers on their way: it tells which moments are critical, and what is at stake at
   * each.
   */
  readonly visits?: ObservedVisits<Ids['moment']>;
  /** The internal cycles that support this one, and those that support them. */
  readonly supporting?: readonly Cycle[];
}
