import type { Basis, Estimate, Estimated } from '../shared/estimate.ts';
import type { CycleIds } from '../model/ids.ts';
import type { CriticalMoments } from '../moments/types.ts';
import type { RequirementVerdicts } from '../requirements/types.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';

/**
 * What to do about an area.
 *
 * - `intervene-now`: it is important and weak, or badly deteriorated, important or not
 * - `plan`: it is weak, and there is nothing that makes it urgent
 * - `measure-first`: there are too few answers to judge it
 * - `keep`: it does well
 * - `possible-overkill`: it does well and matters less than the others
 */
export type AreaLevel = 'intervene-now' | 'plan' | 'measure-first' | 'keep' | 'possible-overkill';

/** The area matters at least as much as areas do on average, and does worse than they do, or fails a standard. */
export interface ImportantAndWeakReason {
  /** Tells this reason from the others. */
  readonly code: 'important-and-weak';
  /** The area's importance, in the unit of the cycle. */
  readonly importance: number;
  /** The importance from which an area counts as important. */
  readonly importanceThreshold: number;
  /** The area's share of favourable answers, 0 to 1; absent when it is weak by its standards alone. */
  readonly performance?: number;
  /** The share below which an area counts as weak. */
  readonly performanceThreshold?: number;
}

/** Even the upper limit of the favourable share is below the floor. */
export interface LevelDeterioratedReason {
  /** Tells this reason from the others. */
  readonly code: 'level-deteriorated';
  /** The question that is below the floor by itself; absent when the whole area is. */
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

/** Standards that the area answers for are not met. */
export interface StandardNotMetReason {
  /** Tells this reason from the others. */
  readonly code: 'standard-not-met';
  /** The standards. */
  readonly standards: readonly string[];
}

/** The area answers for critical moments. */
export interface CriticalMomentReason {
  /** Tells this reason from the others. */
  readonly code: 'holds-critical-moment';
  /** The moments. */
  readonly moments: readonly string[];
}

/** The area does worse than areas do on average. */
export interface WeakReason {
  /** Tells this reason from the others. */
  readonly code: 'weak';
  /** The area's share of favourable answers, 0 to 1. */
  readonly performance: number;
  /** The share below which an area counts as weak. */
  readonly performanceThreshold: number;
}

/** There are too few answers to judge the area by. */
export interface TooFewAnswersReason {
  /** Tells this reason from the others. */
  readonly code: 'too-few-answers';
  /** How many answers there are. */
  readonly n: number;
  /** How many are needed. */
  readonly minimumAnswers: number;
}

/** Why an area has its place. */
export type AreaReason =
  | ImportantAndWeakReason
  | LevelDeterioratedReason
  | TrendDeterioratedReason
  | StandardNotMetReason
  | CriticalMomentReason
  | WeakReason
  | TooFewAnswersReason;

/** How much an area matters. */
export interface AreaImportance {
  /** The importance, in a unit that is the same for all areas. */
  readonly value: number;
  /** `judged` when the organization states it, `measured` when customers were asked. */
  readonly basis: Extract<Basis, 'judged' | 'measured'>;
}

/** The favourable share of one question. */
export interface QuestionPerformance<QuestionId extends string = string> {
  /** The question. */
  readonly question: QuestionId;
  /** The share of answers above the middle of the scale, 0 to 1. */
  readonly favourableShare: Estimated;
}

/** An area and what is known of it. */
export interface AreaSubject<Ids extends CycleIds = CycleIds> {
  /** The area. */
  readonly area: Ids['area'];
  /**
   * The share of answers above the middle of the scale, 0 to 1, over all questions about the area or
   * its moments. Its interval counts each respondent once, as if all answers of one respondent agreed.
   */
  readonly performance: Estimated;
  /** The same share question by question, the worst first, so that no mean hides a collapsed one. */
  readonly questions: readonly QuestionPerformance<Ids['question']>[];
  /** How much the area matters; absent when nobody said. */
  readonly importance?: AreaImportance;
}

/** One area and what to do about it. */
export interface AreaPriority<Ids extends CycleIds = CycleIds> extends AreaSubject<Ids> {
  /** What to do about it. */
  readonly level: AreaLevel;
  /** Why. */
  readonly reasons: readonly AreaReason[];
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
}

/** The lines that areas are held against; a line is absent when there is nothing to draw it from. */
export interface AreaThresholds {
  /** The mean importance of the areas. */
  readonly importance?: number;
  /** The mean performance of the areas, 0 to 1. */
  readonly performance?: number;
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
   * The areas, the neediest first: by level, then those that hold a critical moment, then by the
   * distance below the performance threshold times the importance, then by id.
   */
  readonly areas: readonly AreaPriority<Ids>[];
  /** The lines that areas were held against. */
  readonly thresholds: AreaThresholds;
}
