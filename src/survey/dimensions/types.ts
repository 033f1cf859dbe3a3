import type { Rated, Scale } from '../../model/survey.ts';
import type { Estimated } from '../../shared/estimate.ts';
import type { JointSums } from '../joint/jointSums.ts';

/** How many respondents have a score in a dimension, and why the others have none. */
export interface DimensionCounts {
  /** Those who answered enough of its items. */
  readonly scored: number;
  /** Those who answered some, but fewer than the rule asks for. */
  readonly tooFew: number;
  /** Those who answered none. */
  readonly unanswered: number;
}

/** One dimension: a name, its items and how many of them a respondent has to answer. */
export interface DimensionItems<Item> {
  /** The dimension. */
  readonly dimension: string;
  /** Its items, in the order of the survey. */
  readonly items: readonly Item[];
  /** The fewest items that a respondent's score is made of. */
  readonly needed: number;
}

/**
 * Where respondents say how much each dimension matters.
 *
 * - `allocation`: they share out 100 points among the dimensions
 * - `ratings`: they rate the importance of each
 */
export type ImportanceKind = 'allocation' | 'ratings';

/** The questions that weigh the dimensions. */
export interface DimensionWeighing<QuestionId extends string = string> {
  /** What they ask. */
  readonly from: ImportanceKind;
  /** One question per dimension, in the order of the dimensions. */
  readonly questions: readonly QuestionId[];
  /** The answers they take. */
  readonly scale: Scale;
  /** Those of them whose answers are turned round, since their lowest answer weighs most. */
  readonly recoded: readonly QuestionId[];
}

/** The scores of respondents whose weights have the same sum. */
export interface WeightGroup {
  /** The sum of the weights, in steps of their scale. */
  readonly total: number;
  /** How many respondents there are. */
  readonly respondents: number;
  /** The sums of their weights, dimension by dimension, in steps. */
  readonly weightSums: readonly number[];
  /** The joint sums of weight times score; of the scores alone where the weights sum to 0. */
  readonly sums: JointSums;
}

/** Respondents' scores weighted by their own weights. */
export interface WeightedSums {
  /** Those who did not weigh every dimension. */
  readonly withoutWeights: number;
  /** Those who did, but have no score in a dimension to which they give weight. */
  readonly withoutScore: number;
  /** The others, by the sum of their weights, ascending. */
  readonly groups: readonly WeightGroup[];
}

/** A perception question and the expectation question it is held against. */
export interface GapItem<QuestionId extends string = string> {
  /** The question how the service was. */
  readonly perception: QuestionId;
  /** The question how it should be. */
  readonly expectation: QuestionId;
  /** The dimension of both; absent where neither names one. */
  readonly dimension?: string;
}

/** How many respondents answered both questions of an item, one of them, or neither. */
export interface GapPairCounts {
  /** Both: these make the gap. */
  readonly both: number;
  /** The perception alone. */
  readonly perceptionOnly: number;
  /** The expectation alone. */
  readonly expectationOnly: number;
  /** Neither. */
  readonly neither: number;
  /** Answers to either question that are not on the scale; each counts as not answered. */
  readonly invalid: number;
}

/** What is known of an item from the respondents who answered both its questions, in scale steps. */
export interface PairSums extends GapPairCounts {
  /** The sum of perceptions, from the worst answer. */
  readonly perceptionSum: number;
  /** The sum of expectations. */
  readonly expectationSum: number;
  /** The sum of squared perceptions. */
  readonly perceptionSquares: number;
  /** The sum of squared expectations. */
  readonly expectationSquares: number;
  /** The sum of their products. */
  readonly productSum: number;
}

/** How gaps are tallied. */
export interface GapLayout<QuestionId extends string = string> {
  /** The survey's id. */
  readonly survey: string;
  /** The items, in the order of their perception questions. */
  readonly items: readonly GapItem<QuestionId>[];
  /** The answers that all of the questions take. */
  readonly scale: Scale;
  /** The questions whose answers are turned round, since their lowest answer is the best. */
  readonly recoded: readonly QuestionId[];
  /** The dimensions, in the order met. */
  readonly dimensions: readonly DimensionItems<GapItem<QuestionId>>[];
  /** The share of a dimension's items that a respondent has to answer. */
  readonly answeredShare: number;
  /** The questions that weigh the dimensions; absent where respondents do not. */
  readonly weighing?: DimensionWeighing<QuestionId>;
  /** Perception and expectation questions without a counterpart. */
  readonly unpaired: readonly QuestionId[];
}

/**
 * Perceptions and expectations of the same respondents, summed: all that gaps are computed from. It is
 * a plain JSON value and adds up exactly with other tallies.
 *
 * @typeParam QuestionId - the ids of the questions
 */
export interface GapTally<QuestionId extends string = string> {
  /** Tells this tally from others. */
  readonly kind: 'gap-tally';
  /** What is counted, and how. */
  readonly layout: GapLayout<QuestionId>;
  /** How many responses there are. */
  readonly responses: number;
  /** The sums of each item. */
  readonly items: readonly PairSums[];
  /** The counts of each dimension. */
  readonly dimensions: readonly DimensionCounts[];
  /** The joint sums of the dimensions' perceptions, then of their expectations. */
  readonly sums: JointSums;
  /** The gaps weighted by respondents' own weights; absent where they have none. */
  readonly weighted?: WeightedSums;
}

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

/** Weights that the caller gives the dimensions, by name, each 0 or more; they need not sum to 1. */
export type GivenWeights = Readonly<Record<string, number>>;

/** How much one dimension weighs. */
export interface DimensionWeight {
  /** The dimension. */
  readonly dimension: string;
  /** Its share of all weight, 0 to 1: the mean over respondents, or as given. */
  readonly share: number;
}

/** What became of every response in a weighted overall score. */
export interface WeightedCounts {
  /** Those whose weighted score enters. */
  readonly weighted: number;
  /** Those among them whose allocation does not sum to 100 points, within half a point. */
  readonly rescaled: number;
  /** Those among them who give weight to nothing: their dimensions weigh the same. */
  readonly unweighted: number;
  /** Those who did not weigh every dimension. */
  readonly withoutWeights: number;
  /** Those who did, but have no score in a dimension to which they give weight. */
  readonly withoutScore: number;
}

/** An overall score with the dimensions weighted. */
export type WeightedOverall =
  | {
      /** The weights are the caller's. */
      readonly weights: 'given';
      /** The weighted score. */
      readonly overall: Estimated;
      /** The weights. */
      readonly dimensions: readonly DimensionWeight[];
    }
  | {
      /** The weights are the respondents' own. */
      readonly weights: ImportanceKind;
      /** The mean of the respondents' weighted scores. */
      readonly overall: Estimated;
      /** The mean weights of those respondents. */
      readonly dimensions: readonly DimensionWeight[];
      /** What became of every response. */
      readonly counts: WeightedCounts;
    };

/**
 * What to keep in mind when reading a gap.
 *
 * - `few-answers`: fewer than 30 respondents
 * - `expectation-ceiling`: expectations lie so near the best answer that the gap says little more than
 *   the perception does
 */
export type GapWarning = 'few-answers' | 'expectation-ceiling';

/** A gap, and the means it is the difference of. */
export interface Gap {
  /** Perception less expectation, over those who have both: below 0 where the service falls short. */
  readonly gap: Estimated;
  /** The mean perception of the same respondents, with the worst answer lowest. */
  readonly perceptions: Estimated;
  /** The mean expectation of the same respondents. */
  readonly expectations: Estimated;
  /** What to keep in mind. */
  readonly warnings: readonly GapWarning[];
}

/** The gap of one item. */
export interface ItemGap<QuestionId extends string = string> extends Gap, GapItem<QuestionId> {
  /** Who answered what. */
  readonly counts: GapPairCounts;
}

/** The gap of one dimension. */
export interface DimensionGap<QuestionId extends string = string> extends Gap {
  /** The dimension. */
  readonly dimension: string;
  /** Its items. */
  readonly items: readonly GapItem<QuestionId>[];
  /** Who has a score. */
  readonly counts: DimensionCounts;
}

/** How gaps are made. */
export interface GapDefinition<QuestionId extends string = string> {
  /** The metric. */
  readonly metric: 'perception-gap';
  /** The answers that the questions take. */
  readonly scale: Scale;
  /** The questions whose answers are turned round, since their lowest answer is the best. */
  readonly recoded: readonly QuestionId[];
  /** The share of a dimension's items that a respondent has to answer. */
  readonly answeredShare: number;
  /** The mean expectation from which a gap carries the warning `expectation-ceiling`. */
  readonly ceiling: number;
  /** What respondents' points are expected to sum to; absent where none are shared out. */
  readonly allocation?: AllocationRule;
}

/** What respondents' points are expected to sum to. */
export interface AllocationRule {
  /** The sum. */
  readonly total: number;
  /** By how much it may be missed before an allocation counts as rescaled. */
  readonly tolerance: number;
}

/** The gaps between what customers perceive and what they expect. */
export interface PerceptionGap<QuestionId extends string = string> {
  /** Tells this result from others. */
  readonly kind: 'perception-gap';
  /** How the gaps are made. */
  readonly definition: GapDefinition<QuestionId>;
  /** How many responses there are. */
  readonly responses: number;
  /** Item by item. */
  readonly items: readonly ItemGap<QuestionId>[];
  /** Dimension by dimension; none where no item names one. */
  readonly dimensions: readonly DimensionGap<QuestionId>[];
  /** The mean of the dimensions' gaps; absent where there are no dimensions. */
  readonly overall?: Gap;
  /** The same with the dimensions weighted; absent where nothing weighs them. */
  readonly weighted?: WeightedOverall;
  /** Perception and expectation questions without a counterpart, which enter nothing. */
  readonly unpaired: readonly QuestionId[];
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
export interface ServperfDefinition<QuestionId extends string = string> {
  /** The metric. */
  readonly metric: 'servperf';
  /** The answers that the questions take. */
  readonly scale: Scale;
  /** The questions whose answers are turned round, since their lowest answer is the best. */
  readonly recoded: readonly QuestionId[];
  /** The share of a dimension's items that a respondent has to answer. */
  readonly answeredShare: number;
  /** What respondents' points are expected to sum to; absent where none are shared out. */
  readonly allocation?: AllocationRule;
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
