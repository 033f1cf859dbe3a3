import type { Scale } from '../../model/survey.ts';
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
export interface GapDefinition<QuestionId extends string = string>
  extends PerDimensionDefinition<QuestionId> {
  /** The metric. */
  readonly metric: 'perception-gap';
  /** The mean expectation from which a gap carries the warning `expectation-ceiling`. */
  readonly ceiling: number;
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
