import type { Scale } from '../../model/survey.ts';
import type { CrossProducts } from '../../stats/regression/crossProducts.ts';
import type { WaitTally } from './waits.ts';

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

/** Visits, counted by how they ended. */
export interface EndedCounts {
  /** Visits with a dissatisfied overall answer, or whose customer would not return. */
  readonly dissatisfied: number;
  /** Visits with any other overall answer, or whose customer would return. */
  readonly satisfied: number;
  /** Visits that tell neither. */
  readonly unknown: number;
}

/** What became of the ratings of one moment. The four add up to the visits that hold a record of it. */
export interface RatingCounts {
  /** Ratings on the scale. */
  readonly rated: number;
  /** Customers to whom the moment does not apply, or who do not know. */
  readonly notApplicable: number;
  /** Records without a rating. */
  readonly blank: number;
  /** Ratings that are not on the scale. */
  readonly invalid: number;
}

/** What told whether something went wrong. The five add up to the visits that passed the moment. */
export interface IncidentSourceCounts {
  /** Incidents that were reported. */
  readonly reported: number;
  /** Reports that there was none. */
  readonly reportedNone: number;
  /** Incidents taken from a low rating. */
  readonly lowRating: number;
  /** Taken from a rating that is not low: no incident. */
  readonly otherRating: number;
  /** Nothing told. */
  readonly unknown: number;
}

/**
 * Visits that passed a moment, by whether there was an incident, by how many incidents the visit had
 * at other moments, and by how it ended. Summed over the other incidents it is the 2x2 table of the
 * incident effect; row by row it gives the strata of the Mantel-Haenszel adjustment.
 */
export interface IncidentTable {
  /**
   * With an incident here: four rows, for 0, 1, 2 and for 3 or more incidents at other moments.
   */
  readonly incident: readonly EndedCounts[];
  /** Without an incident here: the same four rows. */
  readonly noIncident: readonly EndedCounts[];
  /** Passed, but nothing tells whether there was an incident. */
  readonly unknown: EndedCounts;
}

/** Incidents of one cause at one moment, by how the visit ended. */
export interface CauseCounts extends EndedCounts {
  /** The cause as recorded. */
  readonly cause: string;
}

/** What went wrong by whether it was made good, and by how the visit ended. */
export interface RecoveryCounts {
  /** Made good. */
  readonly recovered: EndedCounts;
  /** Not made good. */
  readonly notRecovered: EndedCounts;
  /** Nobody said. */
  readonly unknown: EndedCounts;
}

/**
 * Visits by what went wrong and what became of it, whether at a moment or in the whole visit. Only what is reported
 * counts, and no low rating. Of several problems of one visit that count which was complained about, or else
 * may have been; and of these the one that was not made good, or else of which nobody said.
 */
export interface ProblemCounts {
  /** Something is said, and nothing went wrong. */
  readonly none: EndedCounts;
  /** Something went wrong, and the customer complained. */
  readonly complained: RecoveryCounts;
  /** Something went wrong, and the customer did not complain. */
  readonly silent: RecoveryCounts;
  /** Something went wrong, and nobody said whether the customer complained. */
  readonly complaintUnknown: RecoveryCounts;
  /** Nothing is said of problems either way. */
  readonly untold: EndedCounts;
  /** How many complaints there were, every `times` counted; one where it is not told. */
  readonly complaints: number;
  /** How long those who complained waited for an answer. */
  readonly answers: AnswerWaitCounts;
}

/** How long complaints waited for an answer, a problem at a time: two complaints about one problem are one. */
export interface AnswerWaitCounts {
  /** The waits in seconds, of the problems that tell it. */
  readonly waits: WaitTally;
  /** How many problems complained about tell no time: not answered, or nobody noted when. */
  readonly withoutTime: number;
}

/** Visits with a delight at one moment, counted by how pleased customers were with the whole. */
export interface DelightCounts {
  /** Visits whose overall answer is that of a pleased customer. */
  readonly pleased: number;
  /** Visits with any other overall answer. */
  readonly other: number;
  /** Visits without an overall answer. */
  readonly unknown: number;
}

/** What was told of delights. Both lists are empty where no visit tells of any. */
export interface Delights {
  /** Visits with a delight at each moment, in the order of the cycle. */
  readonly moments: readonly DelightCounts[];
  /**
   * How many visits with an overall answer had a delight at both moments, by their places in the cycle; on the
   * diagonal, at that moment.
   */
  readonly together: readonly (readonly number[])[];
}

/** Waits at a moment, held against a standard on how long a customer may wait there. */
export interface WaitStandardCounts {
  /** The standard. */
  readonly standard: string;
  /** The longest wait it allows, in seconds; exactly so long conforms. */
  readonly limitSeconds: number;
  /** Waits within the limit, by how the visit ended. */
  readonly within: EndedCounts;
  /** Waits beyond the limit, by how the visit ended. */
  readonly beyond: EndedCounts;
}

/** What was counted at one moment. */
export interface MomentTally<MomentId extends string = string> {
  /** The moment. */
  readonly moment: MomentId;
  /** Visits that passed it: something is recorded of it, and be it an answer that cannot be read. */
  readonly passed: number;
  /**
   * Visits of which nothing is recorded here, or no more than that the moment does not apply. With
   * `passed` they add up to all visits.
   */
  readonly notPassed: number;
  /** What became of the ratings. */
  readonly ratings: RatingCounts;
  /** What told whether something went wrong. */
  readonly sources: IncidentSourceCounts;
  /** Incidents and how the visits ended. */
  readonly incidents: IncidentTable;
  /**
   * All visits by rating and overall answer: one row per rating of the scale, the lowest first, then
   * one for visits without a rating; one column per overall answer, the lowest first, then one for
   * visits without one.
   */
  readonly ratingByOverall: readonly (readonly number[])[];
  /** Causes of reported incidents, in the order of their names. */
  readonly causes: readonly CauseCounts[];
  /** How many reported incidents have each severity, 1 to 10. */
  readonly severities: readonly number[];
  /** Whether reported incidents were made good. */
  readonly recovery: RecoveryCounts;
  /** How long customers waited. */
  readonly waits: WaitTally;
  /**
   * The waits held against the standards of requirements that serve this moment alone, that are
   * measured in time and that set an upper limit (`<=`).
   */
  readonly standards: readonly WaitStandardCounts[];
}

/**
 * What the regression of the overall answer on low and high ratings of several moments at once is
 * computed from. Only visits with an overall answer and a rating of every driver enter.
 */
export interface JointRatings<MomentId extends string = string> {
  /** The moments, in the order of the columns. */
  readonly drivers: readonly MomentId[];
  /**
   * The sums over the visits that enter, whole numbers. Driver j, counted from 0, has columns 2j and
   * 2j + 1: LOW, which is 1 for a low rating, and HIGH, which is 1 for a high one. The outcome is the
   * overall answer in steps from the lowest.
   */
  readonly products: CrossProducts;
  /** Visits left out because they have no overall answer. */
  readonly noOverall: number;
  /** Visits with an overall answer, left out because at least one driver is not rated. */
  readonly incomplete: number;
  /** How many of the incomplete visits lack the rating of each driver. */
  readonly unrated: readonly number[];
}

/**
 * What a visit can have wrong. The rest of the visit counts all the same.
 *
 * - `visit-not-an-object`: the visit cannot be read at all
 * - `no-moments`: `moments` is missing or not an object
 * - `unknown-moment`: a moment that the cycle does not have
 * - `record-not-an-object`: what is said of a moment is not a record
 * - `invalid-rating`: a rating that is not on its scale
 * - `invalid-incident`: neither true, false nor a record
 * - `invalid-cause`: a cause that is not a text, or a blank one
 * - `invalid-severity`: not a whole number from 1 to 10
 * - `invalid-problem`: neither true, false nor a record
 * - `invalid-complained`: neither true nor false
 * - `invalid-times`: not a whole number of 0 or more, or at odds with whether the customer complained
 * - `invalid-answer-time`: not a number of hours, 0 or more, or told of a customer who did not complain
 * - `invalid-recovered`: neither true nor false
 * - `invalid-delight`: neither true nor false
 * - `invalid-wait`: not a number of seconds, 0 or more
 * - `invalid-overall`: an overall answer that is not on its scale
 * - `invalid-would-return`: neither true nor false
 * - `no-outcome`: nothing tells how the visit ended
 */
export type VisitIssueCode =
  | 'visit-not-an-object'
  | 'no-moments'
  | 'unknown-moment'
  | 'record-not-an-object'
  | 'invalid-rating'
  | 'invalid-incident'
  | 'invalid-cause'
  | 'invalid-severity'
  | 'invalid-problem'
  | 'invalid-complained'
  | 'invalid-times'
  | 'invalid-answer-time'
  | 'invalid-recovered'
  | 'invalid-delight'
  | 'invalid-wait'
  | 'invalid-overall'
  | 'invalid-would-return'
  | 'no-outcome';

/** One fault in one visit. */
export interface ListedVisitIssue {
  /** The position of the visit, from 0. */
  readonly position: number;
  /** The visit's id, where it has one. */
  readonly visit?: string;
  /** The moment as the visit names it, shortened to 60 characters; absent for a fault of the whole visit. */
  readonly moment?: string;
  /** The offending value as text, shortened to 60 characters. */
  readonly found: string;
}

/** All faults of one kind. */
export interface VisitIssues {
  /** The kind of fault. */
  readonly code: VisitIssueCode;
  /** How many there are, at least 1. */
  readonly count: number;
  /** The first 20, by position, then by moment and by what was found. */
  readonly first: readonly ListedVisitIssue[];
}

/**
 * Visits, counted: all that the rules for critical moments need to know of them. It is a plain JSON
 * value of whole numbers, so that tallies add up exactly, in whatever order. The waits alone keep
 * seconds as they came.
 *
 * @typeParam MomentId - the ids of the cycle's moments
 */
export interface VisitTally<MomentId extends string = string> {
  /** Tells a tally of visits from other values. */
  readonly kind: 'visit-tally';
  /** How visits are counted. */
  readonly definition: VisitDefinition<MomentId>;
  /** Visits that could be read; every table is about them. */
  readonly visits: number;
  /** Visits that are no objects, and count nowhere else. */
  readonly unreadable: number;
  /** How the visits ended. */
  readonly outcome: EndedCounts;
  /** How many gave each overall answer, the lowest first. */
  readonly overall: readonly number[];
  /** What was counted at each moment, in the order of the cycle. */
  readonly moments: readonly MomentTally<MomentId>[];
  /** What the joint regression is computed from. */
  readonly joint: JointRatings<MomentId>;
  /**
   * How many visits had an incident at both moments, by their places in the cycle; on the diagonal, at
   * that moment.
   */
  readonly coIncidents: readonly (readonly number[])[];
  /** The same of the visits that tell how they ended: what `jointEffect` is computed from. */
  readonly knownCoIncidents: readonly (readonly number[])[];
  /**
   * Visits by how many incidents they had, from none to one at every moment, and by how they ended. Only
   * visits count in which at least one moment tells whether there was an incident; the first entry
   * holds the flawless ones.
   */
  readonly incidentsPerVisit: readonly EndedCounts[];
  /** What was told of delights. */
  readonly delights: Delights;
  /** What went wrong and what became of it: what `recoveryReview` is computed from. */
  readonly problems: ProblemCounts;
  /** What was wrong with visits, by kind; kinds that do not occur are absent. */
  readonly issues: readonly VisitIssues[];
}
