import type { Scale } from '../../model/survey.ts';
import type { Estimate, NotEstimable } from '../../shared/estimate.ts';

/** Which questions are taken together as one scale: named one by one, or all of a dimension. */
export type ItemSelection<QuestionId extends string = string> =
  | {
      /** The questions, each once. */
      readonly items: readonly QuestionId[];
    }
  | {
      /** The dimension that the questions name. */
      readonly dimension: string;
    };

/** A question as an item of a scale. */
export interface TalliedItem<QuestionId extends string = string> {
  /** The question. */
  readonly id: QuestionId;
  /** The answers it takes. */
  readonly scale: Scale;
}

/**
 * Answers to several questions, summed: all that Cronbach's alpha is computed from. A plain JSON
 * value that adds up exactly with other tallies of the same items.
 *
 * An answer x enters as its distance from the worst end of its scale, x - min, or max - x where the
 * scale is reversed, measured in the largest step that all scales share: 1 where answers are whole
 * numbers. So all sums are whole numbers too.
 */
export interface ItemTally<QuestionId extends string = string> {
  /** Tells an item tally from other values. */
  readonly kind: 'item-tally';
  /** The survey's id. */
  readonly survey: string;
  /** The items. */
  readonly items: readonly TalliedItem<QuestionId>[];
  /** Responses that answer every item; only they enter the sums. */
  readonly complete: number;
  /** Responses that lack an answer to at least one item. */
  readonly incomplete: number;
  /** How many of the incomplete responses hold an answer that is not on its scale. */
  readonly invalid: number;
  /** The sum of answers, by item. */
  readonly sums: readonly number[];
  /** The sum of squared answers, by item. */
  readonly squares: readonly number[];
  /** The sum of answer times the response's total over all items, by item. */
  readonly withTotal: readonly number[];
}

/** What {@link cronbachAlpha} takes besides the tally. */
export interface AlphaOptions {
  /** The confidence level, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
}

/** How an alpha is made. */
export interface AlphaDefinition<QuestionId extends string = string> {
  /** The metric. */
  readonly metric: 'cronbach-alpha';
  /** The items, with their scales. */
  readonly items: readonly TalliedItem<QuestionId>[];
  /** The items whose scale is declared reversed: x counts as min + max - x. */
  readonly recoded: readonly QuestionId[];
  /** Which responses enter: those that answer every item. */
  readonly cases: 'complete';
}

/** What became of every response; only `complete` ones enter alpha. */
export interface CaseCounts {
  /** Responses that answer every item. */
  readonly complete: number;
  /** Responses that lack an answer to at least one item. */
  readonly incomplete: number;
  /** How many of the incomplete responses hold an answer that is not on its scale. */
  readonly invalid: number;
}

/**
 * Why there is no alpha, or no coefficient of an item.
 *
 * - `no-answers`: nobody answers every item
 * - `one-answer`: a single complete response has no spread
 * - `too-few-items`: agreement takes at least two items
 * - `zero-variance`: the sum of the items, or the item, is the same in every response
 */
export type AlphaGap = 'no-answers' | 'one-answer' | 'too-few-items' | 'zero-variance';

/** A coefficient of one item, or the reason why there is none. */
export type Coefficient =
  | {
      /** Tells a coefficient from a case that cannot be estimated. */
      readonly kind: 'coefficient';
      /** The coefficient, 1 at most. */
      readonly value: number;
    }
  | NotEstimable<AlphaGap>;

/** What one item adds to the scale. */
export interface ItemReliability<QuestionId extends string = string> {
  /** The question. */
  readonly item: QuestionId;
  /** The mean answer on the item's own scale, after recoding. */
  readonly mean: number;
  /** The standard deviation of the answers, with n - 1. */
  readonly standardDeviation: number;
  /** The correlation of the item with the sum of the others, -1 to 1. */
  readonly itemRestCorrelation: Coefficient;
  /** Alpha of the others, without this item. */
  readonly alphaIfDropped: Coefficient;
}

/**
 * What to keep in mind when reading an alpha.
 *
 * - `forgot-to-reverse`: the item falls where the others rise; perhaps its scale runs the other way
 *   and is not declared reversed. Nothing is turned round without being told to.
 * - `zero-variance`: everybody gives the item the same answer, so that it tells nothing of agreement, and only
 *   pulls alpha towards 0; see its `alphaIfDropped`
 * - `fewer-answers-than-items`: fewer complete responses than items
 * - `no-disagreement`: all items rise and fall together in every response, as a question asked twice
 *   would; the interval has no width and claims more than the data can tell
 */
export type AlphaWarning<QuestionId extends string = string> =
  | {
      /** Which warning. */
      readonly code: 'forgot-to-reverse';
      /** The question. */
      readonly item: QuestionId;
      /** Its correlation with the sum of the others, below 0. */
      readonly itemRestCorrelation: number;
    }
  | {
      /** Which warning. */
      readonly code: 'zero-variance';
      /** The question. */
      readonly item: QuestionId;
    }
  | {
      /** Which warning. */
      readonly code: 'fewer-answers-than-items';
      /** How many responses are complete. */
      readonly n: number;
      /** How many items there are. */
      readonly items: number;
    }
  | {
      /** Which warning. */
      readonly code: 'no-disagreement';
    };

/** What every alpha carries beside its value. */
export interface AlphaFacts<QuestionId extends string = string> {
  /** How alpha is made. */
  readonly definition: AlphaDefinition<QuestionId>;
  /** What became of every response. */
  readonly counts: CaseCounts;
}

/** Cronbach's alpha with its interval and what each item adds to it. */
export interface AlphaEstimate<QuestionId extends string = string>
  extends AlphaFacts<QuestionId>,
    Estimate<'coefficient', 'feldt'> {
  /** Alpha, 1 at most; negative where items contradict each other. */
  readonly value: number;
  /** How many complete responses it rests on. */
  readonly n: number;
  /** What each item adds, in the order of the definition. */
  readonly items: readonly ItemReliability<QuestionId>[];
  /** What to keep in mind when reading it. */
  readonly warnings: readonly AlphaWarning<QuestionId>[];
}

/** An alpha that the data cannot give, and why. */
export interface AlphaNotEstimable<QuestionId extends string = string>
  extends AlphaFacts<QuestionId>,
    NotEstimable<AlphaGap> {
  /** How many complete responses there are. */
  readonly n: number;
}

/** Cronbach's alpha, or the reason why there is none. */
export type CronbachAlpha<QuestionId extends string = string> =
  | AlphaEstimate<QuestionId>
  | AlphaNotEstimable<QuestionId>;
