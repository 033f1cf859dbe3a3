import type { CycleIds } from '../model/ids.ts';
import type { Measurement, MeasurementEnd } from '../model/observations.ts';
import type { VisitTally } from '../moments/visits/types.ts';
import type { MeasurementTally } from '../requirements/measurements/tallyTypes.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';

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

/**
 * What was observed since the last review: the scores of the survey and the tally of visits as the other verbs take
 * them, so that a review reads no rows, and measurements.
 */
export interface Observations<Ids extends CycleIds = CycleIds> {
  /** What customers said, from `scoreSurvey` or `scoreTally`; nobody was asked when absent. */
  readonly scores?: SurveyScores<Ids['question'], Ids['moment'], Ids['area']> | undefined;
  /** What customers said the last time, for the trend. */
  readonly earlierScores?: SurveyScores<Ids['question'], Ids['moment'], Ids['area']> | undefined;
  /** What was measured against the standards. */
  readonly measurements?: ObservedMeasurements<Ids['standard']> | undefined;
  /**
   * What happened to customers on their way, from `tallyVisits`: it tells which moments are critical, and what is at
   * stake at each.
   */
  readonly visits?: VisitTally<Ids['moment']> | undefined;
}
