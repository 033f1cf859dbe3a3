import type { Interval, NotEstimable } from '../../shared/estimate.ts';

/** Where one class of impact ends and the next begins. */
export interface ImpactThresholds {
  /** Asymmetries up to this far from 0 are `hybrid`; 0 to `extreme`. */
  readonly hybrid: number;
  /** Asymmetries further from 0 than this are extreme; up to 1. */
  readonly extreme: number;
}

/** What may be chosen about the asymmetry of impact. */
export interface ImpactOptions {
  /** What the draws start from: a whole number, -(2^53 - 1) to 2^53 - 1; 1 when absent. */
  readonly seed?: number;
  /** How many draws the interval of the asymmetry rests on, 100 to 100,000; 2,000 when absent. */
  readonly resamples?: number;
  /** Where classes begin; 0.2 and 0.7 when absent. */
  readonly thresholds?: ImpactThresholds;
  /** The confidence level of all intervals, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
  /**
   * How many low ratings, high ones and ones in between there must be at least, each, for a moment to
   * be estimated; a whole number, 1 or more, 10 when absent.
   */
  readonly minimumCases?: number;
}

/** The options an impact was computed with, the defaults in place. */
export type ImpactSettings = Required<ImpactOptions>;

/** How the overall answer goes with low ratings of a moment, or with high ones. */
export interface BandEffect {
  /** How many visits have such a rating. */
  readonly cases: number;
  /**
   * How much higher the overall answer of these visits is than that of visits with a rating in between,
   * in steps of the overall scale: below 0 is expected of low ratings, above 0 of high ones.
   */
  readonly coefficient: number;
  /** The standard error of the coefficient. */
  readonly standardError: number;
  /** Student's t interval; absent where the overall answers fit without error, which tells nothing of it. */
  readonly interval?: Interval;
  /** `wrong` where low ratings go with higher overall answers, or high ones with lower. */
  readonly sign: 'expected' | 'wrong';
  /** What counts of the coefficient: its size, and 0 where the sign is wrong. */
  readonly size: number;
  /** How many times the ratings of the other moments inflate the coefficient's variance, 1 or more. */
  readonly varianceInflation: number;
}

/** How far high ratings outweigh low ones in the overall answer, or the other way round. */
export interface ImpactAsymmetry {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /**
   * (reward - penalty) / (reward + penalty): -1 where only low ratings make a difference, 0 where both
   * do alike, 1 where only high ones do.
   */
  readonly value: number;
  /**
   * How far it can be trusted; absent where the overall answers fit without error. Both limits are -1,
   * or both 1, where the other side is of the wrong sign in next to every draw: read `cautions` then.
   */
  readonly interval?: {
    /** The lower limit, -1 or more. */
    readonly low: number;
    /** The upper limit, 1 or less. */
    readonly high: number;
    /** The confidence level, above 0 and below 1. */
    readonly level: number;
    /** Drawn from the normal distribution of the two coefficients that the regression estimates. */
    readonly method: 'parametric-bootstrap';
  };
  /** Whether the moment can rather spoil a visit, or rather delight, or both. */
  readonly impactClass: ImpactClass;
  /** Beyond the outer threshold: a `frustrator` spoils and no more, a `delighter` delights and no more. */
  readonly extreme?: 'frustrator' | 'delighter';
}

/**
 * What a moment can do to the overall answer.
 *
 * - `dissatisfier`: a low rating costs more than a high one gains
 * - `hybrid`: about as much either way
 * - `satisfier`: a high rating gains more than a low one costs
 */
export type ImpactClass = 'dissatisfier' | 'hybrid' | 'satisfier';

/**
 * An asymmetry that cannot be told, because neither low nor high ratings go with the overall answer.
 *
 * Penalty and reward are both 0, or of the wrong sign.
 */
export type ImpactAsymmetryNotEstimable = NotEstimable<'zero-range'>;

/** A test of whether penalty and reward are of the same size. */
export interface AsymmetryTest {
  /** Reward less penalty in standard errors: below 0 where low ratings weigh more. */
  readonly statistic: number;
  /** Those of Student's t. */
  readonly degreesOfFreedom: number;
  /** How often a difference as large would be found if there were none, 0 to 1. */
  readonly pValue: number;
}

/** How strongly the overall answer goes with the ratings of one moment, low ones and high ones apart. */
export interface MomentImpact<MomentId extends string = string> {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** The moment. */
  readonly moment: MomentId;
  /** Always `measured`: it comes from visits. */
  readonly basis: 'measured';
  /** `joint` with the ratings of the other moments held fixed, `alone` from this moment's ratings only. */
  readonly method: 'joint' | 'alone';
  /** Visits it rests on. */
  readonly n: number;
  /** Visits with a rating that is neither low nor high. */
  readonly reference: number;
  /** What goes with a low rating. */
  readonly penalty: BandEffect;
  /** What goes with a high rating. */
  readonly reward: BandEffect;
  /** The two sizes together, in steps of the overall scale: how much the moment can do at all. */
  readonly range: number;
  /** How far one outweighs the other. */
  readonly asymmetry: ImpactAsymmetry | ImpactAsymmetryNotEstimable;
  /** Whether they differ; absent where the overall answers fit without error. */
  readonly asymmetryTest?: AsymmetryTest;
  /**
   * In which third of the moments compared the range lies; moments with the same range are in the same.
   * Absent for a moment alone.
   */
  readonly impactLevel?: 'high' | 'medium' | 'low';
  /** What to be careful about. */
  readonly cautions: readonly ImpactCaution[];
  /** Moments whose ratings cannot be told from these; the figures are of all of them together. */
  readonly standsFor: readonly MomentId[];
}

/**
 * What to be careful about in a moment's impact.
 *
 * - `wrong-sign-penalty`: low ratings go with higher overall answers; the penalty is taken as 0
 * - `wrong-sign-reward`: high ratings go with lower overall answers; the reward is taken as 0
 * - `variance-inflation`: the ratings of other moments inflate a variance more than tenfold, so that
 *   the data hardly tell the moments apart
 */
export type ImpactCaution = 'wrong-sign-penalty' | 'wrong-sign-reward' | 'variance-inflation';

/** What is counted of a moment whose impact cannot be estimated. */
interface UnestimatedImpact<MomentId extends string, Reason extends string>
  extends NotEstimable<Reason> {
  /** The moment. */
  readonly moment: MomentId;
  /** Visits it would rest on. */
  readonly n: number;
  /** Visits with a low rating. */
  readonly low: number;
  /** Visits with a rating in between. */
  readonly reference: number;
  /** Visits with a high rating. */
  readonly high: number;
}

/** A moment with fewer low ratings, high ones or ones in between than the minimum. */
export interface TooFewRatings<MomentId extends string = string>
  extends UnestimatedImpact<MomentId, 'too-few'> {
  /** Of which there are too few; at least one. */
  readonly tooFew: readonly ('low' | 'reference' | 'high')[];
  /** How many there had to be. */
  readonly minimumCases: number;
}

/** A moment whose low or high ratings follow from those of other moments, and tell nothing that these do not. */
export interface CollinearRatings<MomentId extends string = string>
  extends UnestimatedImpact<MomentId, 'collinear'> {
  /** The moments that they follow from: one where it is a copy of that, in the order of the drivers. */
  readonly duplicates: readonly MomentId[];
}

/** A moment that cannot be estimated because the regression as a whole cannot. */
export interface NoRegression<MomentId extends string = string>
  extends UnestimatedImpact<MomentId, 'zero-variance' | 'too-few-visits'> {
  /** `zero-variance` where all overall answers are the same, `too-few-visits` for so many moments. */
  readonly reason: 'zero-variance' | 'too-few-visits';
}

/** The impact of a moment that the visits cannot give, and why. */
export type MomentImpactNotEstimable<MomentId extends string = string> =
  | TooFewRatings<MomentId>
  | CollinearRatings<MomentId>
  | NoRegression<MomentId>;

/** How the overall answer goes with the ratings of several moments at once. */
export interface ImpactAnalysis<MomentId extends string = string> {
  /** Tells the analysis from other results. */
  readonly kind: 'impact-analysis';
  /** One entry per driver, in the order of the drivers. */
  readonly moments: readonly (MomentImpact<MomentId> | MomentImpactNotEstimable<MomentId>)[];
  /** Visits with an overall answer and a rating of every driver: those that it rests on. */
  readonly n: number;
  /** Visits left out because they have no overall answer. */
  readonly noOverall: number;
  /** Visits with an overall answer, left out because a driver is not rated. */
  readonly incomplete: number;
  /**
   * The share of the variance of overall answers that goes with the ratings, 0 to 1; absent where no
   * moment can be estimated.
   */
  readonly rSquared?: number;
  /** What it was computed with, the seed included. */
  readonly settings: ImpactSettings;
}
