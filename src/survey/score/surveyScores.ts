import type { About, RatedQuestion } from '../../model/survey.ts';
import type { IntervalMethod, NotEstimable, Unit } from '../../shared/estimate.ts';
import type { SuppressionFallback } from '../disclosure/settle.ts';
import type { SuppressionReason } from '../disclosure/suppress.ts';
import type {
  InvalidAnswer,
  NoScoreReason,
  Score,
  ScoreDefinition,
  Tally,
  UnlistedValues,
} from '../types.ts';

/** The fewest answers below which a score carries the warning `few-answers`. */
export const FEW_ANSWERS = 30;

/**
 * What to keep in mind when reading a question's scores.
 *
 * - `few-answers`: fewer than {@link FEW_ANSWERS} answers, or weighted answers that tell no more than so many
 * - `invalid-answers`: some answers are not on the scale
 * - `not-a-net-promoter-scale`: a recommendation question that is not asked on 0 to 10 has no net
 *   promoter score; its mean is given instead
 * - `skewed-mean`: the answers lean to one end, and are too few for the interval of their mean to hold it as often as
 *   it says: fewer than 25 times the square of their skewness (Cochran 1977, Sampling Techniques, page 42)
 */
export type ScoreWarning =
  | 'few-answers'
  | 'invalid-answers'
  | 'not-a-net-promoter-scale'
  | 'skewed-mean';

/** The scores of one question. */
export interface QuestionScores<
  QuestionId extends string = string,
  MomentId extends string = string,
  AreaId extends string = string,
> {
  /** The question. */
  readonly question: QuestionId;
  /** What the question asks for. */
  readonly asks: RatedQuestion['asks'];
  /** What the question is about; absent for the whole cycle. */
  readonly about?: About<MomentId, AreaId>;
  /** The scores, the one to report first. */
  readonly scores: readonly [Score, ...Score[]];
  /** What to keep in mind when reading them. */
  readonly warnings: readonly ScoreWarning[];
}

/** A score that is not shown, because so few answered that it could reveal a person. */
export interface SuppressedScore<Definition extends ScoreDefinition = ScoreDefinition>
  extends NotEstimable<'suppressed'> {
  /** Why it is not. */
  readonly because: SuppressionReason;
  /** How the score would be made. */
  readonly definition: Definition;
}

/** What the score of a group can be: an estimate, not estimable, or not shown. */
export type GroupScore<Definition extends ScoreDefinition = ScoreDefinition> =
  | Score<Definition>
  | SuppressedScore<Definition>;

/**
 * What became of a group's score.
 *
 * - `estimate`: it has a value and limits; because `unanimous-answers` where all gave the same answer, so that
 *   the limits of a mean are those that Clopper and Pearson leave possible
 * - `not-estimable`: there is no value, because of `no-answers` or `one-answer`
 * - `suppressed`: it is not shown, because it is `below-minimum` or `protects-another`
 */
export interface ScoreOutcome {
  /** Whether there is a score. */
  readonly status: 'estimate' | 'not-estimable' | 'suppressed';
  /** Why there is none to show, or what is special about it; else `null`. */
  readonly because: 'unanimous-answers' | NoScoreReason | SuppressionReason | null;
}

/** A key that scores are grouped by, as a coded column. */
export interface GroupColumn<Key extends string = string> {
  /** The key. */
  readonly name: Key;
  /** Its values, sorted; `null` stands for responses without one. */
  readonly values: readonly (string | null)[];
  /** For each group the place of its value in `values`. */
  readonly codes: readonly number[];
}

/** One metric of one question in every group, as columns: an entry for each group, in their order. */
export interface ScoreColumns<
  QuestionId extends string = string,
  Definition extends ScoreDefinition = ScoreDefinition,
> {
  /** The question. */
  readonly question: QuestionId;
  /** How the scores are made. */
  readonly definition: Definition;
  /** The unit of values and limits. */
  readonly unit: Unit;
  /** How the limits were computed. */
  readonly method: IntervalMethod;
  /** The confidence level of the limits, above 0 and below 1. */
  readonly level: number;
  /** What became of each score: its place in the list `outcomes` of the groups. */
  readonly outcome: readonly number[];
  /** How many answered; `null` where that is not shown. */
  readonly n: readonly (number | null)[];
  /** The scores, in `unit`; `null` where there is none to show. */
  readonly value: readonly (number | null)[];
  /** The lower limits, likewise. */
  readonly low: readonly (number | null)[];
  /** The upper limits, likewise. */
  readonly high: readonly (number | null)[];
  /** How many answers of equal weight would tell as much; absent where responses are not weighted. */
  readonly effectiveN?: readonly (number | null)[];
}

/**
 * The scores of every group, as columns: what all groups share stands once, and each list has an entry
 * for every group. `scoreRows` gives them as rows, `groupScore` one of them in full.
 */
export interface GroupScores<QuestionId extends string = string, Key extends string = string> {
  /** The keys, and which values each group has. The groups are in the order of their values. */
  readonly keys: readonly GroupColumn<Key>[];
  /** How many responses came in from each group; `null` where that is not shown. */
  readonly responses: readonly (number | null)[];
  /** Why nothing is shown of each group; `null` where something is. */
  readonly because: readonly (SuppressionReason | null)[];
  /** How many responses lie in groups that are not shown, together; `suppressed` where the total is. */
  readonly notShown: number | 'suppressed';
  /**
   * How many responses have no group: a key is blank or has a value that is not among the allowed ones.
   * They are in the scores of all responses only. `suppressed` where they would give a group away.
   */
  readonly withoutGroup: number | 'suppressed';
  /** The values that are not among the allowed ones; none where groups are hidden, as somebody typed them. */
  readonly unlisted: readonly UnlistedValues<Key>[];
  /** What was hidden beyond what is needed, since there was too much to settle; absent where nothing was. */
  readonly fallback?: SuppressionFallback;
  /** The questions that are hidden in all groups, since there was too much to settle for them; else none. */
  readonly unsettledQuestions: readonly QuestionId[];
  /** What can become of a score; the columns `outcome` name them by place. */
  readonly outcomes: readonly ScoreOutcome[];
  /** The scores: for each question those of its metrics, the one to report first. */
  readonly columns: readonly ScoreColumns<QuestionId>[];
  /** The counts behind them, laid out as in a tally; all 0 where they are not shown. */
  readonly counts: Pick<Tally<QuestionId>, 'questions' | 'width' | 'cells' | 'weights'>;
}

/** Responses that are not counted because of their weight. */
export interface WeightFaults {
  /** Those whose weight is not 0 and not a number from 1e-12 to 1e7. */
  readonly invalid: number;
  /** Those whose weight is 0, who stand for nobody. */
  readonly zero: number;
}

/** The scores of a survey. */
export interface SurveyScores<
  QuestionId extends string = string,
  MomentId extends string = string,
  AreaId extends string = string,
  Key extends string = string,
> {
  /** Tells survey scores from other results. */
  readonly kind: 'survey-scores';
  /** The survey's id. */
  readonly survey: string;
  /** How many responses came in; `suppressed` where they are so few that it could reveal a person. */
  readonly responses: number | 'suppressed';
  /** The scores of all responses, question by question, in the order of the survey. */
  readonly questions: readonly QuestionScores<QuestionId, MomentId, AreaId>[];
  /** The questions that are not shown at all: too few answered, or it would give away a group; else none. */
  readonly suppressedQuestions: readonly QuestionId[];
  /** The scores group by group, hidden groups too; absent where the tally is not grouped. */
  readonly groups?: GroupScores<QuestionId, Key>;
  /** The fewest answers that a group is shown with. */
  readonly minimumGroupSize: number;
  /** The confidence level of every interval, above 0 and below 1. */
  readonly level: number;
  /** The responses that their weight left out; absent where responses are not weighted. */
  readonly weights?: WeightFaults;
  /** The published tallies, by position, that these scores are not guarded against; see `scoreTally`. */
  readonly notGuarded: readonly number[];
  /**
   * The first answers that are not on their scale, by position; where anything is hidden, what was typed
   * is given by its kind only, such as `text`.
   */
  readonly firstInvalid: readonly InvalidAnswer<QuestionId>[];
}
