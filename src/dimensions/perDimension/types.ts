import type { Scale } from '../../model/survey.ts';
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

/** What respondents' points are expected to sum to. */
export interface AllocationRule {
  /** The sum. */
  readonly total: number;
  /** By how much it may be missed before an allocation counts as rescaled. */
  readonly tolerance: number;
}

/** How scores in dimensions are made, whatever they are of. */
export interface PerDimensionDefinition<QuestionId extends string = string> {
  /** The answers that the questions take. */
  readonly scale: Scale;
  /** The questions whose answers are turned round, since their lowest answer is the best. */
  readonly recoded: readonly QuestionId[];
  /** The share of a dimension's items that a respondent has to answer. */
  readonly answeredShare: number;
  /** What respondents' points are expected to sum to; absent where none are shared out. */
  readonly allocation?: AllocationRule;
}
