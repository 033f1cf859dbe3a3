import type { Estimated } from '../../shared/estimate.ts';
import type { ChiSquareTest } from '../../stats/tests/chiSquareTest.ts';

/** Incidents that customers told of, by whether they were pleased by them. */
export interface ToldIncidents<Group extends string = string> {
  /** What they have in common: a moment, or a group of causes. */
  readonly group: Group;
  /** Incidents that pleased, 0 or more. */
  readonly positive: number;
  /** Incidents that displeased, 0 or more. */
  readonly negative: number;
}

/** One group of incidents within the profile. */
export interface ProfiledIncidents<Group extends string = string> extends ToldIncidents<Group> {
  /** Its share of all incidents that pleased, 0 to 1; absent where none did. */
  readonly shareOfPositive?: number;
  /** Its share of all that displeased, 0 to 1; absent where none did. */
  readonly shareOfNegative?: number;
  /** Of its incidents, the share that displeased, with its Wilson interval. */
  readonly negativeShare: Estimated;
}

/** Which incidents please and which displease. */
export interface IncidentProfile<Group extends string = string> {
  /** Tells the profile from other results. */
  readonly kind: 'incident-profile';
  /** Always `measured`: incidents were counted. */
  readonly basis: 'measured';
  /** The groups, in the order given. */
  readonly groups: readonly ProfiledIncidents<Group>[];
  /** All incidents that pleased. */
  readonly positive: number;
  /** All incidents that displeased. */
  readonly negative: number;
  /** Of all incidents, the share that displeased. */
  readonly negativeShare: Estimated;
  /**
   * Whether pleasing and displeasing incidents spread over the groups in the same way; absent where
   * there is no incident of one of the two kinds.
   */
  readonly test?: ChiSquareTest;
}

/** Incidents of one cause at a moment. */
export interface IncidentCause {
  /** The cause as recorded. */
  readonly cause: string;
  /** How many incidents it was recorded for. */
  readonly incidents: number;
  /** Their share of all incidents reported at the moment, with its Wilson interval. */
  readonly share: Estimated;
  /** Of these visits that tell how they ended, the share that ended dissatisfied. */
  readonly dissatisfiedShare: Estimated;
}

/** What incidents at a moment were put down to. */
export interface IncidentCauses<MomentId extends string = string> {
  /** The moment. */
  readonly moment: MomentId;
  /** Incidents that were reported at it. */
  readonly reported: number;
  /** Those without a cause. */
  readonly withoutCause: number;
  /** The causes, the most frequent first; those that tie in the order of their names. */
  readonly causes: readonly IncidentCause[];
}
