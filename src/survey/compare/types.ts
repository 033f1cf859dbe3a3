import type { About, RatedQuestion, Scale } from '../../model/survey.ts';
import type {
  Estimate,
  Estimated,
  NotEstimable,
  NotEstimableReason,
} from '../../shared/estimate.ts';
import type {
  MultipleTestAdjustment,
  VerdictCorrection,
} from '../../stats/tests/adjustForMultipleTests.ts';
import type { SuperiorityInterval } from '../../stats/tests/superiorityInterval.ts';
import type { Score, ScoreDefinition } from '../types.ts';

/**
 * How a difference was tested.
 *
 * - `adjusted-wald-z`: net promoter scores and net shares, after adding pseudo-answers
 * - `pooled-z`: two shares with their pooled standard error; its square is the chi-square without
 *   continuity correction
 * - `linearized-z`: two shares of weighted answers, by their linearized standard errors; of the same people
 *   with weights, any change, and the order of changes, by the linearized standard error around no change
 * - `linearized-pooled-z`: the same around the share of both together, where one is worth fewer than 64
 *   answers of equal weight
 * - `welch-t`: two means whose spreads need not be the same
 * - `mann-whitney-exact`, `mann-whitney-normal`: the order of the answers of two groups
 * - `mcnemar-exact`, `mcnemar-mid-p`: two shares among the same people
 * - `paired-t`: two means among the same people
 * - `wilcoxon-exact`, `wilcoxon-normal`: the order of the changes of the same people
 */
export type TestMethod =
  | 'adjusted-wald-z'
  | 'pooled-z'
  | 'linearized-z'
  | 'linearized-pooled-z'
  | 'welch-t'
  | 'mann-whitney-exact'
  | 'mann-whitney-normal'
  | 'mcnemar-exact'
  | 'mcnemar-mid-p'
  | 'paired-t'
  | 'wilcoxon-exact'
  | 'wilcoxon-normal';

/** A test of whether anything changed. */
export interface ChangeTest {
  /** How it was tested. */
  readonly method: TestMethod;
  /** The change in standard errors, after minus before. */
  readonly statistic: number;
  /** The degrees of freedom of the statistic's t distribution; absent for other methods. */
  readonly degreesOfFreedom?: number;
  /** How often a change at least as large would be found where nothing changed, 0 to 1. */
  readonly pValue: number;
  /** The p value made fit to be read beside the others compared; itself where there is one. */
  readonly adjustedPValue: number;
}

/**
 * How large a change is, apart from how sure it is.
 *
 * - `hedges-g`: of means, in standard deviations; 0.2 is small, 0.5 medium, 0.8 large
 * - `cohens-h`: of shares, after the arcsine; read as above
 * - `probability-of-superiority`: of classes of promoters, or of satisfied customers with their net
 *   share, how often a later customer is in the higher one of two, ties by half; 0.5 is no change
 * - `cohens-dz`: of means among the same people, in standard deviations of their changes
 * - `cohens-g`: of shares among the same people, how far from one half those who came to count are
 *   among those who changed
 * - `rank-biserial`: of the order of changes, from -1 where all who changed fell to 1 where all rose
 */
export interface EffectSize {
  /** Which measure it is. */
  readonly name:
    | 'hedges-g'
    | 'cohens-h'
    | 'probability-of-superiority'
    | 'cohens-dz'
    | 'cohens-g'
    | 'rank-biserial';
  /** Its value, after minus before. */
  readonly value: number;
}

/** The answers before and after by their order alone, without taking distances between them as known. */
export interface OrdinalComparison {
  /** How often a later answer is the higher one of two, ties by half; 0.5 is no change, 0 to 1. */
  readonly superiority: number;
  /** How far that can be trusted; absent where one side has a single answer. */
  readonly interval?: SuperiorityInterval;
  /** The Mann-Whitney test. */
  readonly test: ChangeTest;
}

/** What a comparison comes to, at its level, after the adjustment for several. */
export interface ChangeVerdict {
  /** Which way the score went, or that no change is proven. */
  readonly verdict: 'rose' | 'fell' | 'no-proven-change';
  /**
   * Whether that is good; absent where no change is proven, and for what has no good side, such as
   * importance.
   */
  readonly forCustomers?: 'better' | 'worse';
}

/** A score to compare. That of a group too small to be shown comes without its counts. */
export type ComparedScore =
  | Score
  | (NotEstimable & {
      /** How the score would be made. */
      readonly definition: ScoreDefinition;
    });

/** Two scores of the same definition, compared. */
export interface ScoreComparison extends ChangeVerdict {
  /** Tells a comparison from a refusal. */
  readonly kind: 'comparison';
  /** What is compared. */
  readonly metric: ScoreDefinition['metric'];
  /** How both scores are made; labels and codes are those of the later one. */
  readonly definition: ScoreDefinition;
  /** The earlier score. */
  readonly before: Estimate;
  /** The later score. */
  readonly after: Estimate;
  /** The later score less the earlier one, with its interval; `n` is both together. */
  readonly difference: Estimate;
  /** The test that the verdict rests on. */
  readonly test: ChangeTest;
  /** How large the change is. */
  readonly effectSize: EffectSize;
  /** The same answers by their order alone. */
  readonly ordinal: OrdinalComparison;
}

/** What is kept of two scores that are not of the same kind. */
export interface Unlike<Value> {
  /** Of the earlier one. */
  readonly before: Value;
  /** Of the later one. */
  readonly after: Value;
}

/** The parts of a definition, besides metric and scale, in which two scores may differ. */
export type DefinitionPart =
  | 'asks'
  | 'about'
  | 'box'
  | 'satisfied'
  | 'dissatisfied'
  | 'version'
  | 'direction'
  | 'promoters'
  | 'detractors'
  | 'incidents';

/** What two scores differ in, so that a comparison would be one of unlike things. */
export type DefinitionMismatch =
  | {
      /** Tells a refusal from a comparison. */
      readonly kind: 'not-comparable';
      /** They are different metrics. */
      readonly reason: 'different-metric';
      /** The metrics. */
      readonly details: Unlike<ScoreDefinition['metric']>;
    }
  | {
      /** Tells a refusal from a comparison. */
      readonly kind: 'not-comparable';
      /** Their lowest or highest answer, step or direction differ. */
      readonly reason: 'different-scale';
      /** The scales. */
      readonly details: Unlike<Scale>;
    }
  | {
      /** Tells a refusal from a comparison. */
      readonly kind: 'not-comparable';
      /** They are made in different ways from the same metric and scale. */
      readonly reason: 'different-definition';
      /** The first part that differs, and how it reads on either side. */
      readonly details: Unlike<string> & {
        /** The part. */
        readonly part: DefinitionPart;
      };
    };

/** Two scores of which one has no estimate. */
export interface NothingToCompare {
  /** Tells a refusal from a comparison. */
  readonly kind: 'not-comparable';
  /** There is no estimate on one side or on both. */
  readonly reason: 'not-estimable';
  /** Why there is none, on the side that has none. */
  readonly details: {
    /** Of the earlier score; absent where it is estimable. */
    readonly before?: NotEstimableReason;
    /** Of the later score; absent where it is estimable. */
    readonly after?: NotEstimableReason;
  };
  /** The answers by their order alone, which takes no spread; absent where a side has no answers. */
  readonly ordinal?: OrdinalComparison;
}

/** A question that was asked once. */
export interface AskedOnce {
  /** Tells a refusal from a comparison. */
  readonly kind: 'not-comparable';
  /** Which survey alone has the question. */
  readonly reason: 'only-before' | 'only-after';
  /** What it was asked for. */
  readonly details: {
    /** Its metric. */
    readonly metric: ScoreDefinition['metric'];
  };
}

/** What became of one question. */
export type QuestionComparison<QuestionId extends string = string> = {
  /** The question. */
  readonly question: QuestionId;
} & (CorrectedComparison | DefinitionMismatch | NothingToCompare | AskedOnce);

/** Two scores compared among others. */
export interface CorrectedComparison extends ScoreComparison {
  /** What several questions at once made of the verdict; absent where it was the only one tested. */
  readonly correction?: VerdictCorrection<ChangeVerdict['verdict']>;
}

/** Two surveys compared, question by question. */
export interface ScoreComparisons<QuestionId extends string = string> {
  /** Tells score comparisons from other results. */
  readonly kind: 'score-comparisons';
  /** The earlier survey's id. */
  readonly before: string;
  /** The later survey's id. */
  readonly after: string;
  /** The confidence level of intervals and verdicts. */
  readonly level: number;
  /** How p values were adjusted for being several. */
  readonly adjustment: MultipleTestAdjustment;
  /** Every question of either survey: those of the earlier one in its order, then the new ones. */
  readonly questions: readonly QuestionComparison<QuestionId>[];
}

/** What a question asks for and is about: what its scores do not say. */
export interface QuestionMeaning {
  /** What it asks for. */
  readonly asks: RatedQuestion['asks'];
  /** What it is about; absent for the whole cycle. */
  readonly about?: About;
}

/** The weights of paired answers, summed. */
export interface PairWeights {
  /** The sum of the weights of those who gave each earlier answer (row) and later answer (column). */
  readonly perPair: readonly (readonly number[])[];
  /** The sum of their squared weights, likewise. */
  readonly squaredPerPair: readonly (readonly number[])[];
  /** Those who are not counted, because their weight is not 0 and not a number from 1e-12 to 1e7. */
  readonly invalid: number;
  /** Those who are not counted, because their weight is 0: they stand for nobody. */
  readonly zero: number;
}

/** Answers of the same people, asked twice, counted by both. */
export interface PairedAnswers {
  /** Tells paired answers from other results. */
  readonly kind: 'paired-answers';
  /** The answers the question takes. */
  readonly scale: Scale;
  /** How many gave each earlier answer (row) and later answer (column), the lowest first. */
  readonly perPair: readonly (readonly number[])[];
  /** Those who answered the first time only. */
  readonly onlyBefore: number;
  /** Those who answered the second time only. */
  readonly onlyAfter: number;
  /** Those who answered neither time. */
  readonly neither: number;
  /** Answers, of either time, that are not on the scale; they count as not given. */
  readonly invalid: number;
  /** Their weights; absent where each counts once. All counts above are of people with a weight above 0. */
  readonly weights?: PairWeights;
}

/** The changes of the same people by their order alone. */
export interface PairedOrdinalComparison {
  /** Those whose answer rose. */
  readonly rose: number;
  /** Those whose answer stayed the same. */
  readonly same: number;
  /** Those whose answer fell. */
  readonly fell: number;
  /** Wilcoxon's signed rank test. */
  readonly test: ChangeTest;
  /** The rank-biserial correlation. */
  readonly effectSize: EffectSize;
}

/** The scores of the same people, asked twice, compared. */
export interface PairedComparison extends ChangeVerdict {
  /** Tells a comparison of the same people from others. */
  readonly kind: 'paired-comparison';
  /** What is compared. */
  readonly metric: ScoreDefinition['metric'];
  /** How both scores are made. */
  readonly definition: ScoreDefinition;
  /** The earlier score of those who answered twice. */
  readonly before: Estimated;
  /** Their later score. */
  readonly after: Estimated;
  /** The later score less the earlier one, with its interval; `n` is the pairs. */
  readonly difference: Estimate;
  /** The test that the verdict rests on. */
  readonly test: ChangeTest;
  /** How large the change is. */
  readonly effectSize: EffectSize;
  /** The same changes by their order alone. */
  readonly ordinal: PairedOrdinalComparison;
}

/** The same people asked twice, of whose change nothing can be said in figures. */
export interface NoPairedChange {
  /** Tells a refusal from a comparison. */
  readonly kind: 'not-comparable';
  /** The change has no estimate. */
  readonly reason: 'not-estimable';
  /** Why there is none. */
  readonly details: {
    /** No pairs, a single one, or a change that is the same for all of them. */
    readonly change: NotEstimableReason;
  };
  /** The changes by their order alone; absent without pairs. */
  readonly ordinal?: PairedOrdinalComparison;
}
