import type { CycleIds } from '../model/ids.ts';
import type { Operator, RequirementSource } from '../model/requirement.ts';
import type { Estimate, Estimated } from '../shared/estimate.ts';
import type { VerdictCorrection } from '../stats/tests/adjustForMultipleTests.ts';
import type { SuppressionReason } from '../survey/disclosure/suppress.ts';
import type { Score } from '../survey/types.ts';
import type { RequirementFinding } from './findings/findingTypes.ts';
import type { InvalidMeasurement, UndecidedCases } from './measurements/tallyTypes.ts';

/**
 * Whether a standard is met.
 *
 * - `met`: so many conforming cases would be too rare, were the share below the required one
 * - `met-so-far`: asked of every case, and no measured case fails; a sample can show no more
 * - `not-met`: so few would be too rare, were the required share reached; asked of every case, one fails
 * - `not-proven`: neither; more measurements are needed
 * - `not-measured`: there is no measurement
 */
export type StandardStatus = 'met' | 'met-so-far' | 'not-met' | 'not-proven' | 'not-measured';

/**
 * What the cases came to, in the standard's unit. Where cases are not over, percentiles are those of
 * Kaplan and Meier, and absent beyond what was seen.
 *
 * Percentiles are nearest ranks, and count from below; for a standard with `>=` from above. So a
 * percentile keeps to the threshold exactly when that share of cases does.
 */
export interface MeasuredValues {
  /** How far percentiles may be off, as a share of themselves; absent where every value was kept. */
  readonly accuracy?: number;
  /** What at least 50 in 100 cases keep to. */
  readonly p50?: number;
  /** What at least 90 in 100 cases keep to. */
  readonly p90?: number;
  /** What at least 95 in 100 cases keep to. */
  readonly p95?: number;
  /** The smallest value; of a case that is not over, how far it had come. Absent where a group is hidden. */
  readonly minimum?: number;
  /** The largest value, likewise, so that it may be larger in truth. */
  readonly maximum?: number;
  /** By how much the failures miss the threshold, on average; absent where nothing fails or a group is hidden. */
  readonly meanExcess?: number;
}

/**
 * How likely such a share of conforming cases is where the standard is just met: one-sided p values, by
 * the binomial distribution.
 */
export interface StandardPValues {
  /** The chance of so many conforming cases or more: at (1 - level)/2 or less, the standard is met. */
  readonly met: number;
  /** The chance of so many or fewer: at (1 - level)/2 or less, it is not met. */
  readonly notMet: number;
}

/** By how much a standard is missed, held against what can be borne. */
export interface StandardShortfall {
  /** The share of failures that can be borne: what the standard leaves, or what it tolerates if more. */
  readonly bearable: number;
  /**
   * By how much more has to fail to matter: `relevantShortfall`, and no more than `bearable`, so that
   * twice what can be borne always matters. Where nothing can be borne, `relevantShortfall`.
   */
  readonly margin: number;
  /** The chance of so few conforming cases or fewer, where `bearable` and `margin` fail together. */
  readonly pValue: number;
  /** Whether it matters: whether more failures than both together are proven. */
  readonly material: boolean;
}

/** What was found about a standard in a set of cases. */
export interface StandardFigures {
  /** Whether it is met. */
  readonly status: StandardStatus;
  /**
   * The share of conforming cases with its Wilson interval. By Kaplan and Meier where cases are undecided,
   * and the interval that of `effectiveCases`.
   */
  readonly conformingShare: Estimated;
  /** Cases that conform; exactly at the threshold conforms. */
  readonly conforming: number;
  /** Cases that conform or fail. */
  readonly measured: number;
  /** Cases that are not over and may still go either way. */
  readonly undecided: UndecidedCases;
  /**
   * How many cases, all of them over, would tell the share as surely; absent where it is the share of
   * those measured.
   */
  readonly effectiveCases?: number;
  /** What the verdict rests on; absent where nothing is measured, or every case is asked for. */
  readonly pValues?: StandardPValues;
  /** By how much it is missed; absent unless the status is `not-met`. */
  readonly shortfall?: StandardShortfall;
  /** How many of a thousand cases fail; absent unless every case is asked for and one fails. */
  readonly failuresPerThousand?: Estimate<'per-thousand'>;
  /** Measurements that cannot be held against the standard; they count neither way. */
  readonly invalid: number;
  /** What the cases came to; absent where nothing is measured. */
  readonly values?: MeasuredValues;
  /**
   * How many measurements would settle the matter if the share stayed as it is; absent unless the
   * status is `not-proven`, and when the share is exactly the required one.
   */
  readonly measurementsToSettle?: number;
  /**
   * The share of cases that so many without a failure prove, at the confidence level: level and no
   * less. Absent unless the status is `met-so-far`.
   */
  readonly provenShare?: number;
}

/** Figures that are not shown, because so few were measured that they could reveal a person. */
export interface SuppressedFigures {
  /** Too few cases, or enough and needed to keep those of a smaller group from being worked out. */
  readonly status: 'suppressed';
  /** Why they are not shown. */
  readonly because: SuppressionReason;
}

/** What was found about a standard in one group. */
export interface StandardGroup<Key extends string = string> {
  /** The group: the value of each key, as text. */
  readonly group: { readonly [Name in Key]: string | null };
  /** How many measurements came in; `suppressed` where that could reveal a person. */
  readonly cases: number | 'suppressed';
  /** What was found. */
  readonly figures: StandardFigures | SuppressedFigures;
}

/** What was found about one standard. */
export interface StandardVerdict<StandardId extends string = string, Key extends string = string>
  extends StandardFigures {
  /** The standard. */
  readonly standard: StandardId;
  /**
   * Why nothing is shown of all cases together, where they are grouped and so few that it could reveal a
   * person; then the figures are those of no case. Absent where they are shown.
   */
  readonly suppressed?: SuppressionReason;
  /** What several standards at once made of the verdict, after Holm; absent where it was the only one tested. */
  readonly correction?: VerdictCorrection<StandardStatus>;
  /** The share that has to conform. */
  readonly requiredShare: number;
  /** How a measurement is held against the threshold. */
  readonly operator: Operator;
  /** The threshold, in `unit`. */
  readonly threshold: number;
  /** The unit of the threshold and of all values. */
  readonly unit: string;
  /** Whose cases they are. */
  readonly customer: 'external' | 'internal';
  /** Measurements passed over, because they name another standard. */
  readonly otherStandards: number;
  /** Measurements passed over, because customers of the other kind were served. */
  readonly otherCustomers: number;
  /** The first measurements that are invalid, by position. */
  readonly firstInvalid: readonly InvalidMeasurement[];
  /**
   * The same group by group, in the order of their values; none where nothing is grouped. Where one is
   * hidden, the least, the largest and the mean excess of all are left out: they could be those of a person.
   */
  readonly groups: readonly StandardGroup<Key>[];
  /**
   * How many measurements have no value of a key and so no group; `suppressed` where that could reveal
   * a person, absent where nothing is grouped.
   */
  readonly withoutGroup?: number | 'suppressed';
  /** The fewest cases that a group is shown with. */
  readonly minimumGroupSize: number;
}

/**
 * Whether a requirement is met: the worst of its standards, from bad to good `not-met`, `not-proven`,
 * `not-measured`, `met-so-far`, `met`; `no-standard` when it has none.
 */
export type RequirementStatus = StandardStatus | 'no-standard';

/** What customers say about a moment that a requirement serves. */
export interface MomentScore<Ids extends CycleIds = CycleIds> {
  /** The moment. */
  readonly moment: Ids['moment'];
  /** The question about it. */
  readonly question: Ids['question'];
  /** Its score. */
  readonly score: Score;
}

/** What was found about one requirement. */
export interface RequirementVerdict<Ids extends CycleIds = CycleIds, Key extends string = string> {
  /** The requirement. */
  readonly requirement: Ids['requirement'];
  /** The moments it serves. */
  readonly moments: readonly Ids['moment'][];
  /** Where it comes from. */
  readonly source: RequirementSource;
  /** Whether it is met. */
  readonly status: RequirementStatus;
  /** Its standards, one by one. */
  readonly standards: readonly StandardVerdict<Ids['standard'], Key>[];
  /** What customers say about its moments, in the order of the survey; absent without scores. */
  readonly scores?: readonly MomentScore<Ids>[];
}

/** Measurements that name a standard which the cycle does not have. */
export interface UnknownStandard {
  /** The name. */
  readonly standard: string;
  /** How many measurements name it. */
  readonly count: number;
}

/** Which requirements of a cycle are met. */
export interface RequirementVerdicts<Ids extends CycleIds = CycleIds, Key extends string = string> {
  /** Tells requirement verdicts from other results. */
  readonly kind: 'requirement-verdicts';
  /** Whose cases they are: staff served by staff are never pooled with customers. */
  readonly customer: 'external' | 'internal';
  /** One verdict per requirement, in the order of the cycle. */
  readonly requirements: readonly RequirementVerdict<Ids, Key>[];
  /** What the requirements lack, or where they contradict each other. */
  readonly findings: readonly RequirementFinding<Ids>[];
  /** The standards that measurements name and the cycle does not have. */
  readonly unknownStandards: readonly UnknownStandard[];
}
