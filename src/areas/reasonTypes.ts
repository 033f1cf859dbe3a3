import type { CostFigure } from '../moments/incidents/costTypes.ts';
import type { Estimate } from '../shared/estimate.ts';
import type { ChartRule } from './charts/types.ts';

/** What an area is weak against, or may be: a target, or the other areas where no target is given. */
export type Weakness =
  | {
      /** Tells a target from the other areas. */
      readonly against: 'target';
      /** The favourable share that is the target, 0 to 1. */
      readonly target: number;
      /** The upper limit of the area's share, 0 to 1; proven to miss the target where it is below it. */
      readonly upperLimit: number;
    }
  | {
      /** Tells the other areas from a target. */
      readonly against: 'others';
      /** The favourable share of all other areas together, 0 to 1. */
      readonly others: number;
      /** The area's share less that of the others; proven to lag where even the upper limit is below 0. */
      readonly difference: Estimate;
      /** The smallest distance behind the others that matters, 0 to 1. */
      readonly relevantGap: number;
    };

/** The area matters at least as much as areas do on average, and is proven weak. */
export interface ImportantAndWeakReason {
  /** Tells this reason from the others. */
  readonly code: 'important-and-weak';
  /** The area's importance, in the unit of the cycle. */
  readonly importance: number;
  /** The importance from which an area counts as important. */
  readonly importanceThreshold: number;
  /** The area's share of favourable answers, 0 to 1. */
  readonly performance: number;
  /** What it is weak against. */
  readonly weakness: Weakness;
}

/** Even the upper limit of the favourable share is below the floor. */
export interface LevelDeterioratedReason {
  /** Tells this reason from the others. */
  readonly code: 'level-deteriorated';
  /** The question that is below the floor by itself; absent for the whole area, which says it too where it has one question. */
  readonly question?: string;
  /** The upper limit of the favourable share, 0 to 1. */
  readonly upperLimit: number;
  /** The floor, 0 to 1. */
  readonly floor: number;
}

/** The favourable share has fallen since the earlier survey, by more than chance and enough to matter. */
export interface TrendDeterioratedReason {
  /** Tells this reason from the others. */
  readonly code: 'trend-deteriorated';
  /** The favourable share now minus then, with its Newcombe interval. */
  readonly change: Estimate;
  /** The smallest fall that matters, 0 to 1. */
  readonly relevantFall: number;
}

/**
 * The newest period of a chart of the area is worse than chance has it. Where the limits rest on fewer
 * than 20 periods it calls for a plan and not for intervention.
 */
export interface SpecialCauseReason {
  /** Tells this reason from the others. */
  readonly code: 'special-cause';
  /** Which chart: of the favourable share, or of its moving average. */
  readonly chart: 'p' | 'ewma';
  /** Which rule it meets. */
  readonly rule: ChartRule;
  /** The newest period. */
  readonly period: string;
  /** What is charted there: the share, or the moving average, 0 to 1. */
  readonly charted: number;
  /** The lower control limit there. */
  readonly limit: number;
  /** Whether the limits rest on fewer than 20 periods. */
  readonly isProvisional: boolean;
}

/** A standard that is not met. */
export interface FailedStandard {
  /** The standard. */
  readonly standard: string;
  /** How many cases fail. */
  readonly failed: number;
  /** Of how many that were measured. */
  readonly measured: number;
  /** Whether so much is missing that it matters by itself. */
  readonly isMaterial: boolean;
  /**
   * The moments that it is for, those of the area unless the standard names it; where one is critical,
   * the area is to be intervened in now.
   */
  readonly moments: readonly string[];
}

/** Standards that the area answers for are not met. */
export interface StandardNotMetReason {
  /** Tells this reason from the others. */
  readonly code: 'standard-not-met';
  /** The standards. */
  readonly standards: readonly FailedStandard[];
}

/** The area answers for critical moments. */
export interface CriticalMomentReason {
  /** Tells this reason from the others. */
  readonly code: 'holds-critical-moment';
  /** The moments. */
  readonly moments: readonly string[];
}

/** Incidents at a moment of the area go with customers who end dissatisfied. */
export interface ValueAtRiskReason {
  /** Tells this reason from the others. */
  readonly code: 'value-at-risk';
  /** The moment of the area where most is at risk; moments do not add up. */
  readonly moment: string;
  /** Of 1,000 visits, how many end dissatisfied in association with incidents there. */
  readonly dissatisfiedPerThousand: CostFigure;
  /**
   * What that is worth, taking every such customer for lost; assumed, as the value given for a
   * customer is. Absent where none is given.
   */
  readonly valuePerThousand?: CostFigure;
}

/** The area is proven weak, and does not matter as much as areas do on average, or nobody knows. */
export interface WeakReason {
  /** Tells this reason from the others. */
  readonly code: 'weak';
  /** The area's share of favourable answers, 0 to 1. */
  readonly performance: number;
  /** What it is weak against. */
  readonly weakness: Weakness;
}

/** The area may be weak: it is below the target, or lags by what matters, and chance could explain it. */
export interface WeakNotProvenReason {
  /** Tells this reason from the others. */
  readonly code: 'weak-not-proven';
  /** The area's share of favourable answers, 0 to 1. */
  readonly performance: number;
  /** What it may be weak against. */
  readonly weakness: Weakness;
}

/** There are too few answers to judge the area by. */
export interface TooFewAnswersReason {
  /** Tells this reason from the others. */
  readonly code: 'too-few-answers';
  /** How many answers there are; of weighted ones, how many of equal weight would tell as much. */
  readonly n: number;
  /** How many are needed. */
  readonly minimumAnswers: number;
}

/** Why an area has its place. */
export type AreaReason =
  | ImportantAndWeakReason
  | LevelDeterioratedReason
  | TrendDeterioratedReason
  | SpecialCauseReason
  | StandardNotMetReason
  | CriticalMomentReason
  | ValueAtRiskReason
  | WeakReason
  | WeakNotProvenReason
  | TooFewAnswersReason;
