import type { WaitTally } from './waits.ts';

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
