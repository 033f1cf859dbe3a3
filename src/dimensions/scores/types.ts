import type { Rated, Scale } from '../../model/survey.ts';
import type { Estimated } from '../../shared/estimate.ts';
import type { JointSums } from '../joint/jointSums.ts';
import type {
  DimensionCounts,
  DimensionItems,
  DimensionWeighing,
  PerDimensionDefinition,
  WeightedOverall,
  WeightedSums,
} from '../perDimension/types.ts';

/** How dimensions are tallied. */
export interface DimensionLayout<QuestionId extends string = string, Asks extends Rated = Rated> {
  /** The survey's id. */
  readonly survey: string;
  /** What the questions ask for. */
  readonly asks: Asks;
  /** The dimensions, in the order met. */
  readonly dimensions: readonly DimensionItems<QuestionId>[];
  /** The answers that the questions of each dimension take. */
  readonly scales: readonly Scale[];
  /** The questions whose answers are turned round, since their lowest answer is the best. */
  readonly recoded: readonly QuestionId[];
  /** The share of a dimension's items that a respondent has to answer. */
  readonly answeredShare: number;
  /** The questions that weigh the dimensions; absent where respondents do not. */
  readonly weighing?: DimensionWeighing<QuestionId>;
}

/**
 * Respondents' scores in each dimension, summed: all that dimension scores are computed from. It is a
 * plain JSON value and adds up exactly with other tallies.
 *
 * @typeParam QuestionId - the ids of the questions
 * @typeParam Asks - what the questions ask for
 */
export interface DimensionTally<QuestionId extends string = string, Asks extends Rated = Rated> {
  /** Tells this tally from others. */
  readonly kind: 'dimension-tally';
  /** What is counted, and how. */
  readonly layout: DimensionLayout<QuestionId, Asks>;
  /** How many responses there are. */
  readonly responses: number;
  /** The counts of each dimension. */
  readonly dimensions: readonly DimensionCounts[];
  /** The joint sums of the dimensions. */
  readonly sums: JointSums;
  /** The scores weighted by respondents' own weights; absent where they have none. */
  readonly weighted?: WeightedSums;
}

/** The score of one dimension. */
export interface DimensionScore<QuestionId extends string = string> {
  /** The dimension. */
  readonly dimension: string;
  /** Its items. */
  readonly items: readonly QuestionId[];
  /** How many of them a respondent has to answer. */
  readonly needed: number;
  /** The mean of the respondents' own scores, with the worst answer lowest. */
  readonly score: Estimated;
  /** The answers that its items take. */
  readonly scale: Scale;
  /** Who has a score. */
  readonly counts: DimensionCounts;
}

/** How dimension scores are made. */
export interface DimensionDefinition<
  QuestionId extends string = string,
  Asks extends Rated = Rated,
> {
  /** The metric. */
  readonly metric: 'dimension-scores';
  /** What the questions ask for. */
  readonly asks: Asks;
  /** The questions whose answers are turned round, since their lowest answer is the best. */
  readonly recoded: readonly QuestionId[];
  /** The share of a dimension's items that a respondent has to answer. */
  readonly answeredShare: number;
}

/** The scores of a survey's dimensions. */
export interface DimensionScores<QuestionId extends string = string, Asks extends Rated = Rated> {
  /** Tells this result from others. */
  readonly kind: 'dimension-scores';
  /** How the scores are made. */
  readonly definition: DimensionDefinition<QuestionId, Asks>;
  /** How many responses there are. */
  readonly responses: number;
  /** Dimension by dimension. */
  readonly dimensions: readonly DimensionScore<QuestionId>[];
}

/** How a service performance score is made. */
export interface ServperfDefinition<QuestionId extends string = string>
  extends PerDimensionDefinition<QuestionId> {
  /** The metric. */
  readonly metric: 'servperf';
}

/** Service performance: how the service was, dimension by dimension and overall. */
export interface Servperf<QuestionId extends string = string> {
  /** Tells this result from others. */
  readonly kind: 'servperf';
  /** How the scores are made. */
  readonly definition: ServperfDefinition<QuestionId>;
  /** How many responses there are. */
  readonly responses: number;
  /** Dimension by dimension. */
  readonly dimensions: readonly DimensionScore<QuestionId>[];
  /** The mean of the dimensions' scores. */
  readonly overall: Estimated;
  /** The same with the dimensions weighted; absent where nothing weighs them. */
  readonly weighted?: WeightedOverall;
}
