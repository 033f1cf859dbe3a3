import type { Scale } from '../../model/survey.ts';

/** What `tallyVisits` takes besides the visits. */
export interface VisitTallyOptions<MomentId extends string = string> {
  /** The answers that ratings of moments take, higher is better; 1 to 5 when absent. */
  readonly ratingScale?: Scale;
  /** The answers that `overall` takes, higher is better; 1 to 5 when absent. */
  readonly overallScale?: Scale;
  /**
   * The highest rating that counts as low. When absent, ratings below the middle of the scale are low:
   * 1 and 2 of 5, 1 to 3 of 7, 0 to 4 of 0 to 10. Where the middle falls between two answers, both are
   * neither low nor high (5 and 6 of 1 to 10), unless they are the only two.
   */
  readonly lowUpTo?: number;
  /** The lowest rating that counts as high; as far above the middle as `lowUpTo` is below, when absent. */
  readonly highFrom?: number;
  /**
   * The highest overall answer that counts as dissatisfied. When absent, all answers below the middle
   * of the scale do: 1 and 2 of 5, 1 to 5 of 1 to 10, 0 of 0 to 1.
   */
  readonly dissatisfiedUpTo?: number;
  /**
   * The lowest overall answer of customers who are pleased, which delights are held against. When absent, the
   * answers in the top tenth of the scale, and at least the highest: 5 of 5, 7 of 7, 9 and 10 of 0 to 10.
   */
  readonly pleasedFrom?: number;
  /**
   * What tells of an incident. `reports-and-low-ratings`, the default, takes the rating where no
   * incident is reported either way: a low one counts as an incident, any other as none. `reports`
   * takes reported incidents only; the rest is unknown.
   */
  readonly incidentsFrom?: IncidentSource;
  /**
   * Where reports of incidents come from: a `log` kept when they happened, the default, or the
   * `questionnaire` that also asked how the visit was, whose answers share a mood with it.
   */
  readonly reportsFrom?: ReportSource;
  /** The moments that enter the joint regression, each once; all when absent. */
  readonly drivers?: readonly MomentId[];
  /** How waits are kept: as a quantile sketch of fixed size, the default, or each different one. */
  readonly waits?: 'sketch' | 'exact';
  /** The position of the first visit, for a part of a longer file; 0 when absent. */
  readonly firstPosition?: number;
}

/** What tells of an incident: reports alone, or a low rating too where nothing is reported. */
export type IncidentSource = 'reports' | 'reports-and-low-ratings';

/** Where reports of incidents come from: a log, or the questionnaire that asked how the visit was. */
export type ReportSource = 'log' | 'questionnaire';

/** How visits are counted. Tallies add up only where all of it is the same. */
export interface VisitDefinition<MomentId extends string = string> {
  /** The cycle's id. */
  readonly cycle: string;
  /** The moments, in the order of the cycle. */
  readonly moments: readonly MomentId[];
  /** The answers that ratings of moments take. */
  readonly ratingScale: Scale;
  /** The answers that `overall` takes. */
  readonly overallScale: Scale;
  /** The highest rating that counts as low. */
  readonly lowUpTo: number;
  /** The lowest rating that counts as high; ratings between the two are the reference. */
  readonly highFrom: number;
  /** The highest overall answer that counts as dissatisfied. */
  readonly dissatisfiedUpTo: number;
  /** The lowest overall answer of customers who are pleased. */
  readonly pleasedFrom: number;
  /** What tells of an incident. */
  readonly incidentsFrom: IncidentSource;
  /** Where reports of incidents come from. */
  readonly reportsFrom: ReportSource;
  /** The moments that enter the joint regression. */
  readonly drivers: readonly MomentId[];
  /** How waits are kept. */
  readonly waits: 'sketch' | 'exact';
}
