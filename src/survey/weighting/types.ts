/** What every plan of a sample states, whatever is to be estimated. */
export interface SampleFacts {
  /** The confidence level, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
  /** How many customers there are in all; absent for so many that it does not matter. */
  readonly population?: number;
  /** How many times as many answers clusters and weights make necessary, above 0; 1 when absent. */
  readonly designEffect?: number;
  /** The share of those asked who answer, above 0 and at most 1; 1 when absent. */
  readonly responseRate?: number;
}

/** A plan for a share, such as customer satisfaction. */
export interface ShareSample extends SampleFacts {
  /** Tells what is to be estimated. */
  readonly kind: 'share';
  /** How far the share may be off, above 0 and below 1. */
  readonly marginOfError: number;
  /** The share that is expected, above 0 and below 1; 0.5, which needs the most answers, when absent. */
  readonly expectedShare?: number;
}

/** A plan for a net promoter score. */
export interface NetPromoterSample extends SampleFacts {
  /** Tells what is to be estimated. */
  readonly kind: 'net-promoter-score';
  /** How far the score may be off, in points, above 0 and below 200. */
  readonly marginOfErrorPoints: number;
  /**
   * The variance that is expected when a promoter counts 1 and a detractor -1, that is their two shares
   * added less the square of their difference; above 0, and at most 1, the greatest there is, when absent.
   */
  readonly variance?: number;
}

/** A plan for a mean. */
export interface MeanSample extends SampleFacts {
  /** Tells what is to be estimated. */
  readonly kind: 'mean';
  /** How far the mean may be off, on the answer scale, above 0. */
  readonly marginOfError: number;
  /** The standard deviation that is expected, on the answer scale, above 0. */
  readonly standardDeviation: number;
}

/** What a sample is to tell, and how exactly. */
export type SamplePlan = ShareSample | NetPromoterSample | MeanSample;

/** How many customers to ask. */
export interface SampleSize {
  /** Tells a sample size from other results. */
  readonly kind: 'sample-size';
  /** How many answers are needed. */
  readonly answers: number;
  /** How many customers to ask for them. */
  readonly invitations: number;
  /** The answers by the formula, before Student's t and rounding up. */
  readonly unrounded: number;
  /**
   * How far the estimate may be off with that many answers, in the unit of the plan; 0 where everybody
   * answers and no sampling error is left.
   */
  readonly marginOfError: number;
  /** True where even asking everybody would not bring enough answers at that response rate. */
  readonly exceedsPopulation: boolean;
  /** The plan, with all that was left to default but the population. */
  readonly definition: SampleDefinition;
}

/** A plan with nothing left to default but the population. */
export type SampleDefinition = {
  readonly [Fact in 'level' | 'designEffect' | 'responseRate']: number;
} & (
  | (ShareSample & {
      /** The share that is expected. */
      readonly expectedShare: number;
    })
  | (NetPromoterSample & {
      /** The variance that is expected. */
      readonly variance: number;
    })
  | MeanSample
);

/** What a sample should look like: for each margin a share or a number per category, 0 or more. */
export type MarginTargets<Margin extends string = string> = {
  readonly [Name in Margin]: { readonly [category: string]: number };
};

/** How far weights may lie from their mean, as multiples of it. */
export interface WeightBounds {
  /** The smallest weight, 0 or more and below 1. */
  readonly low: number;
  /** The largest weight, above 1. */
  readonly high: number;
}

/** What {@link rakeWeights} takes besides the sample and its targets. */
export interface RakeOptions {
  /** The weight each row starts with, such as the inverse of its chance to be asked; 1 when absent. */
  readonly baseWeights?: ArrayLike<number>;
  /** How far weights may lie from their mean; no matter when absent. 0.2 to 5 are 1/5 and 5. */
  readonly bounds?: WeightBounds;
  /** The relative difference to a target that is small enough; 1e-6 when absent. */
  readonly tolerance?: number;
  /** How often all margins are gone through at most, up to 1,000,000; 100 when absent. */
  readonly maximumIterations?: number;
}

/** One category of a margin, before and after. */
export interface RakedCategory {
  /** The category. */
  readonly category: string;
  /** How many rows are in it. */
  readonly rows: number;
  /** Its share of the sum of base weights. */
  readonly before: number;
  /** Its share of the sum of weights. */
  readonly achieved: number;
  /** The share it should have. */
  readonly target: number;
}

/** One margin, before and after. */
export interface RakedMargin<Margin extends string = string> {
  /** The margin. */
  readonly margin: Margin;
  /** Its categories, in the order of the targets. */
  readonly categories: readonly RakedCategory[];
}

/**
 * What to keep in mind when using raked weights.
 *
 * - `not-converged`: a target is missed by more than the tolerance; margins may contradict each other or
 *   the bounds
 * - `extreme-weights`: a weight lies outside 0.2 to 5: a few rows speak for many
 */
export type RakeWarning = 'not-converged' | 'extreme-weights';

/** Weights that make a sample look like its targets. */
export interface RakedWeights<Margin extends string = string> {
  /** Tells raked weights from other results. */
  readonly kind: 'raked-weights';
  /** One per row, in its order; they add up to `n`. A row that is dropped has 0. */
  readonly weights: readonly number[];
  /** How many rows have a weight. */
  readonly n: number;
  /** How many rows have none: in a category with target 0, or with base weight 0. */
  readonly dropped: number;
  /** Whether every target is met within the tolerance. */
  readonly converged: boolean;
  /** How often all margins were gone through. */
  readonly iterations: number;
  /** The largest relative difference between a share and its target. */
  readonly maximumRelativeDifference: number;
  /** How many answers of equal weight would tell as much, 1 to `n`. */
  readonly effectiveN: number;
  /** How many times as many answers are needed because of the weights, 1 or more. */
  readonly designEffect: number;
  /** How many rows have a weight at one of the bounds. */
  readonly trimmed: number;
  /** Each margin, before and after. */
  readonly margins: readonly RakedMargin<Margin>[];
  /** What to keep in mind when using the weights. */
  readonly warnings: readonly RakeWarning[];
  /** How the weights are made. */
  readonly definition: {
    /** The method: iterative proportional fitting. */
    readonly method: 'raking';
    /** How far weights may lie from their mean, as multiples of it; absent for no matter how far. */
    readonly bounds?: WeightBounds;
    /** The relative difference to a target that is small enough. */
    readonly tolerance: number;
    /** How often all margins are gone through at most. */
    readonly maximumIterations: number;
  };
}
