import type { Estimate, Interval, NotEstimable } from '../../shared/estimate.ts';
import type { SuppressionReason } from '../../survey/disclosure/suppress.ts';

/** What {@link recoveryReview} takes besides the tally. */
export interface RecoveryOptions {
  /** The confidence level, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
  /** The fewest visits of known outcome that the satisfaction of a group is shown with; `DEFAULT_MINIMUM_GROUP_SIZE` when absent. */
  readonly minimumGroupSize?: number;
}

/**
 * What happened to a group of visits.
 *
 * - `none`: nothing went wrong
 * - `recovered`: something did, the customer complained, and it was made good
 * - `failed`: the customer complained, and it was not made good
 * - `silent`: the customer did not complain, and it was not made good, as far as anybody said
 * - `unasked`: the customer did not complain, and it was made good all the same
 * - `recovery-unknown`: the customer complained, and nobody said whether it was made good
 * - `complaint-unknown`: nobody said whether the customer complained
 */
export type RecoveryGroupName =
  | 'none'
  | 'recovered'
  | 'failed'
  | 'silent'
  | 'unasked'
  | 'recovery-unknown'
  | 'complaint-unknown';

/**
 * Why a share or a difference is missing: `no-answers` where there is no visit to take it of, `suppressed`
 * where a group is so small that it could reveal a person, or is needed to protect one that is.
 */
export type RecoveryGap = NotEstimable<'no-answers' | 'suppressed'>;

/** How satisfied a group of visits ended. */
export interface RecoveryGroup {
  /** What happened to it. */
  readonly group: RecoveryGroupName;
  /** How many visits it has. */
  readonly visits: number;
  /** How many of them do not tell how they ended; they are in no share. `suppressed` where the share is. */
  readonly outcomeUnknown: number | 'suppressed';
  /** The share of satisfied visits among those that tell how they ended. */
  readonly satisfied: Estimate<'share', 'wilson'> | RecoveryGap;
  /** Why the share is not shown; absent where it is. */
  readonly because?: SuppressionReason;
}

/** The satisfied share of one group less that of another, of different customers. */
export type RecoveryDifference = Estimate<'net-share', 'newcombe'> | RecoveryGap;

/** How long complaints waited for an answer. */
export interface ComplaintAnswers {
  /** Tells this from what cannot be shown. */
  readonly kind: 'complaint-answers';
  /** How many problems complained about tell how long it took. */
  readonly n: number;
  /** How many tell no time: not answered, or nobody noted when. */
  readonly withoutTime: number;
  /** Half of those that tell it waited at most so many hours; to within one percent where waits are kept as a sketch. */
  readonly p50: number;
  /** Nine of ten waited at most so many hours. */
  readonly p90: number;
}

/** What becomes of what goes wrong. */
export interface RecoveryReview {
  /** Tells this result from others. */
  readonly kind: 'recovery-review';
  /** How many visits there are. */
  readonly visits: number;
  /** How many of them say nothing of problems either way; they are in no share. */
  readonly untold: number;
  /** The share of visits in which something went wrong, among those that say. */
  readonly problems: Estimate<'share', 'wilson'> | RecoveryGap;
  /**
   * The share of problems that customers complained about, among those of which it is known. What is left is the part
   * of the iceberg under water.
   */
  readonly complained: Estimate<'share', 'wilson'> | RecoveryGap;
  /** The share of complaints that were made good, among those of which it is known. */
  readonly recovered: Estimate<'share', 'wilson'> | RecoveryGap;
  /** How many times customers complained, all told: more than there are problems complained about, where some had to do so twice. */
  readonly complaints: number;
  /**
   * How long complaints waited for an answer, a problem at a time; `suppressed` below the minimum group size. Held against a
   * standard by `assessStandard` with `answerTimes`.
   */
  readonly answers: ComplaintAnswers | RecoveryGap;
  /** All seven groups, in the order of {@link RecoveryGroupName}. */
  readonly groups: readonly RecoveryGroup[];
  /** Satisfied where a complaint was made good, less where it was not: what making good is worth. */
  readonly recoveryGain: RecoveryDifference;
  /** Satisfied where a complaint was not made good, less where nobody complained: below 0, the second failure hurts more than the first. */
  readonly doubleDeviation: RecoveryDifference;
  /** Satisfied where a complaint was made good, less where nothing went wrong. */
  readonly paradox: RecoveryDifference & {
    /** `shown` only where the interval lies above 0. */
    readonly verdict: 'shown' | 'not-shown';
    /** What is not to be concluded from it. */
    readonly caution: string;
  };
  /** The confidence level of all intervals. */
  readonly level: Interval['level'];
  /** The fewest visits that the satisfaction of a group is shown with. */
  readonly minimumGroupSize: number;
}
