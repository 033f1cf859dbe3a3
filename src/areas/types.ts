import type { CycleIds } from '../model/ids.ts';
import type { CriticalMoments } from '../moments/types.ts';
import type { RequirementVerdicts } from '../requirements/types.ts';
import type { Basis } from '../shared/estimate.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import type { AreaCharts } from './charts/types.ts';
import type { AreaShare } from './favourableOf.ts';
import type { CoefficientInterval, DriverTally, RankingRefusal } from './importance/types.ts';
import type { QuadrantPlace } from './matrix/types.ts';
import type { AreaReason } from './reasonTypes.ts';

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
