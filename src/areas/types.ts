import type { CycleIds } from '../model/ids.ts';
import type { CostFigure } from '../moments/incidents/costTypes.ts';
import type { CriticalMoments } from '../moments/types.ts';
import type { RequirementVerdicts } from '../requirements/types.ts';
import type { Basis, Estimate } from '../shared/estimate.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import type { AreaCharts, ChartRule } from './charts/types.ts';
import type { AreaShare } from './favourableOf.ts';
import type { CoefficientInterval, DriverTally, RankingRefusal } from './importance/types.ts';
import type { QuadrantPlace } from './matrix/types.ts';

/**
 * What to do about an area.
 *
 * - `intervene-now`: it is important and weak, or badly deteriorated, important or not; or it is weak and
 *   holds a critical moment; or it fails a standard materially or at a critical moment
 * - `plan`: it is weak, or fails a standard, and there is nothing that makes it urgent
 * - `watch`: it may be weak, and chance could explain it
 * - `measure-first`: there are too few answers to judge it
 * - `keep`: it does well
 * - `possible-overkill`: it does well and matters less than the others
 */
export type AreaLevel =
  | 'intervene-now'
  | 'plan'
  | 'watch'
  | 'measure-first'
  | 'keep'
  | 'possible-overkill';

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

/** How much an area matters. */
export interface AreaImportance {
  /** The importance, in a unit that is the same for all areas. */
  readonly value: number;
  /**
   * `judged` when the organization states it, `measured` when customers were asked or it is derived
   * from their answers.
   */
  readonly basis: Extract<Basis, 'judged' | 'measured'>;
}

/** How much an area matters for the overall satisfaction, as derived from answers. */
export interface DerivedAreaImportance {
  /** Its part of R², by Johnson's relative weights, 0 to 1. */
  readonly value: number;
  /** That part as a share of R², 0 to 1. */
  readonly share: number;
  /** How far the part can be trusted. */
  readonly interval?: CoefficientInterval;
  /** Whether satisfaction falls as the area does better, the other areas held fixed. */
  readonly isSuppressor: boolean;
  /** Complete responses. */
  readonly n: number;
  /** Always `measured`. */
  readonly basis: 'measured';
}

/** The favourable share of one question. */
export interface QuestionPerformance<QuestionId extends string = string> {
  /** The question. */
  readonly question: QuestionId;
  /** The share of answers above the middle of the scale, 0 to 1. */
  readonly favourableShare: AreaShare;
}

/** An area and what is known of it. */
export interface AreaSubject<Ids extends CycleIds = CycleIds> {
  /** The area. */
  readonly area: Ids['area'];
  /**
   * The share of answers above the middle of the scale, 0 to 1, over all questions about the area or
   * its moments. Its interval counts each respondent once, as if all answers of one respondent agreed.
   */
  readonly performance: AreaShare;
  /** The same share question by question, the worst first, so that no mean hides a collapsed one. */
  readonly questions: readonly QuestionPerformance<Ids['question']>[];
  /** How much the area matters; absent when nobody said. It is what the area is judged by. */
  readonly importance?: AreaImportance;
  /** How much it matters as derived from answers; absent where nothing is, or it does not vary. */
  readonly derivedImportance?: DerivedAreaImportance;
}

/** The place of an area, and how sure it is. */
export interface AreaRank {
  /** Its place in the order, 1 for the neediest. */
  readonly place: number;
  /** The place that it keeps or betters in half of the resamples. */
  readonly median: number;
  /** The place that it betters in at most 5 of 100 resamples. */
  readonly low: number;
  /** The place that it keeps or betters in at least 95 of 100 resamples. */
  readonly high: number;
  /** The share of resamples in which it is the neediest. */
  readonly first: number;
  /** The share of resamples in which it is among the first three. */
  readonly topThree: number;
  /**
   * The share of resamples at each place, the first place first; areas that tie share their places. Absent
   * of more than 1,000 areas.
   */
  readonly shares?: readonly number[];
}

/** An area that another is truly ahead of. */
export interface AheadOf<AreaId extends string = string> {
  /** The area that is less needy. */
  readonly area: AreaId;
  /** The share of resamples that say so, 0.9 or more; a tie counts half. */
  readonly share: number;
}

/** One area and what to do about it. */
export interface AreaPriority<Ids extends CycleIds = CycleIds> extends AreaSubject<Ids> {
  /** What to do about it. */
  readonly level: AreaLevel;
  /** Why. */
  readonly reasons: readonly AreaReason[];
  /** The share of resamples in which the level is the same; absent where nothing is redrawn. */
  readonly levelHolds?: number;
  /** By importance and performance against the means; absent where either is unknown. */
  readonly quadrant?: QuadrantPlace;
  /** Its place; absent where nothing is redrawn. */
  readonly rank?: AreaRank;
  /** The areas it is truly ahead of, in order; absent where nothing is redrawn, and of more than 1,000 areas. */
  readonly aheadOf?: readonly AheadOf<Ids['area']>[];
}

/** What is known about the areas of a cycle. */
export interface AreaEvidence<Ids extends CycleIds = CycleIds> {
  /** The scores of the survey. */
  readonly scores: SurveyScores<Ids['question'], Ids['moment'], Ids['area']>;
  /** The scores of the survey before this one, for the trend. */
  readonly earlierScores?: SurveyScores<Ids['question'], Ids['moment'], Ids['area']>;
  /** Which requirements are met. */
  readonly requirements?: RequirementVerdicts<Ids>;
  /** Which moments are critical. */
  readonly criticalMoments?: CriticalMoments<Ids>;
  /** Answers from which the importance of areas is derived, from `tallyDrivers` with `areaDrivers`. */
  readonly drivers?: DriverTally<Ids['area']>;
  /** How areas did over time, from `chartAreas`. */
  readonly charts?: AreaCharts<Ids['area']>;
}

/**
 * What to keep in mind when reading the order.
 *
 * - `importance-does-not-discriminate`: no area's importance is more than a tenth from the mean, so
 *   importance decides nothing; unless a line is given
 * - `importance-not-derived`: importance was to be derived and could not be
 * - `importance-not-ranked`: derived importance explains too little, or rests on too few responses, to be
 *   used
 * - `pairs-left-out`: there are so many areas that no pairs of them are compared, nor places listed
 * - `unknown-areas`: drivers or charts of areas that the cycle does not have; they are left aside
 */
export type AreaWarning =
  | {
      /** Which warning. */
      readonly code: 'importance-does-not-discriminate';
      /** The mean importance. */
      readonly mean: number;
      /** The largest distance from the mean. */
      readonly largestDistance: number;
      /** The distance that it takes: more than a tenth of the mean. */
      readonly needed: number;
    }
  | {
      /** Which warning. */
      readonly code: 'importance-not-derived';
      /** Why. */
      readonly reason: string;
    }
  | {
      /** Which warning. */
      readonly code: 'importance-not-ranked';
      /** Why. */
      readonly refusals: readonly RankingRefusal[];
    }
  | {
      /** Which warning. */
      readonly code: 'pairs-left-out';
      /** How many areas there are. */
      readonly areas: number;
      /** Of how many at most pairs are compared. */
      readonly most: number;
    }
  | {
      /** Which warning. */
      readonly code: 'unknown-areas';
      /** Their ids. */
      readonly areas: readonly string[];
    };

/** How sure the order is, and how that was found. */
export interface OrderCertainty {
  /** How many resamples were drawn. */
  readonly resamples: number;
  /** What they were drawn from. */
  readonly seed: number;
  /**
   * What is redrawn: the answers of each area apart, as if all answers of one customer agreed; which
   * moments are critical and what is at risk there, as far as visits tell.
   */
  readonly redrawn: 'areas-apart';
  /** From which share of resamples an area is said to be ahead of another. */
  readonly aheadFrom: number;
  /** What becomes of areas that nothing tells apart: they stand by id, and share their places in resamples. */
  readonly ties: 'by-id-and-shared';
}

/** The lines that areas are held against; a line is absent when there is nothing to draw it from. */
export interface AreaThresholds {
  /**
   * The importance from which an area counts as important: the mean, unless a line is given; absent where
   * importance does not tell areas apart.
   */
  readonly importance?: number;
  /**
   * The share that parts the quadrants, 0 to 1: the mean, unless a target is given. The mean makes no area
   * weak.
   */
  readonly performance?: number;
  /** The target below which an area counts as weak, 0 to 1; absent where none is given. */
  readonly target?: number;
  /** The smallest distance behind the other areas that matters, 0 to 1. */
  readonly relevantGap: number;
  /** The floor of the favourable share, 0 to 1. */
  readonly floor: number;
  /** The smallest fall of the favourable share that matters, 0 to 1. */
  readonly relevantFall: number;
  /** The fewest answers an area is judged by. */
  readonly minimumAnswers: number;
}

/** The areas in order of need. */
export interface AreaPriorities<Ids extends CycleIds = CycleIds> {
  /** Tells area priorities from other results. */
  readonly kind: 'area-priorities';
  /**
   * The areas, the neediest first: by level, then those that hold a critical moment, then by what is at
   * risk there, then by the distance below the target or the other areas times the importance, then by
   * importance, by performance, and by id.
   */
  readonly areas: readonly AreaPriority<Ids>[];
  /** The lines that areas were held against. */
  readonly thresholds: AreaThresholds;
  /** Where importance comes from: stated by the organization, asked of customers, or derived. */
  readonly importanceFrom?: 'stated' | 'asked' | 'derived';
  /** How sure the order is; absent where nothing is redrawn. */
  readonly certainty?: OrderCertainty;
  /** What to keep in mind; absent where there is nothing. */
  readonly warnings?: readonly AreaWarning[];
}
