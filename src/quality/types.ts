import type { Scale } from '../model/survey.ts';
import type { Estimate, NotEstimable } from '../shared/estimate.ts';
import type { SuppressionReason } from '../survey/disclosure/suppress.ts';

/** What is known of the values at one place, such as the answers of its customers. */
export interface PlaceSummary {
  /** The place; or whatever else is to be the same: a visit, a day, a member of staff. */
  readonly place: string;
  /** How many values there are, 1 or more. */
  readonly n: number;
  /** Their mean, in any unit. */
  readonly mean: number;
  /** Their sample variance, with n - 1 below the line, in that unit squared; 0 of a single value. */
  readonly variance: number;
}

/** How many at one place are as they should be. */
export interface PlaceShare {
  /** The place. */
  readonly place: string;
  /** How many are as they should be, 0 to `n`. */
  readonly count: number;
  /** How many there are, 0 to 2^53 - 1. */
  readonly n: number;
}

/** The answers to a question at one place. */
export interface PlaceAnswers extends PlaceSummary, PlaceShare {
  /** How many answered, 1 or more. */
  readonly n: number;
  /** How many answers are favourable: above the middle of the scale, and from 7 on where 0 to 10 recommend. */
  readonly count: number;
  /** How many gave each answer, the lowest first. */
  readonly perAnswer: readonly number[];
}

/** A place of which nothing is shown. */
export interface HiddenPlace {
  /** The place. */
  readonly place: string;
  /** Why: so few answered that it could reveal a person, or nobody did. */
  readonly because: SuppressionReason | 'no-answers';
}

/** The answers to a question, place by place. */
export interface AnswersByPlace<QuestionId extends string = string> {
  /** Tells them from other results. */
  readonly kind: 'answers-by-place';
  /** The question. */
  readonly question: QuestionId;
  /** The answers it takes. */
  readonly scale: Scale;
  /** The places that may be shown and have answers, in the order of the groups. */
  readonly places: readonly PlaceAnswers[];
  /** The others. */
  readonly notShown: readonly HiddenPlace[];
}

/** Two sources of how much values vary. */
export interface VarianceSplit {
  /** The mean square between places, g - 1 degrees of freedom. */
  readonly betweenMeanSquare: number;
  /** The mean square within places, N - g degrees of freedom: what varies from visit to visit. */
  readonly withinMeanSquare: number;
  /** How many values a place counts for: `(N - Σn²/N)/(g - 1)`, all of them where places are equally large. */
  readonly perPlace: number;
  /** The variance of the true means of places, 0 or more, in the unit of the values squared. */
  readonly betweenVariance: number;
  /** The degrees of freedom of the mean square between places in the interval: g - 1, or fewer where some stand far off. */
  readonly degreesOfFreedom: number;
}

/** How much values of one place tell about each other, and what that does to the error of a total. */
export interface DesignEffect {
  /** How many times as large the variance of the total mean is as that of a simple random sample, 1 or more. */
  readonly value: number;
  /** The same at the lower limit of the correlation. */
  readonly low: number;
  /** The same at its upper limit. */
  readonly high: number;
  /** How many values a place has, as they weigh in the total: `Σn²/N`. */
  readonly perPlace: number;
  /** How many independent values would tell as much: `N` over the design effect. */
  readonly effectiveN: number;
}

/**
 * The share of the variance that lies between places: 0 where places are all the same, 1 where every visit
 * to a place is like the others. The interval may begin below 0: no share does, but chance makes places
 * more alike than that.
 */
export interface IntraclassCorrelation extends Estimate<'share', 'exact-f' | 'adjusted-f'> {
  /** The estimate before it is kept from falling below 0, -1 to 1. */
  readonly raw: number;
  /** How many places there are, 2 or more. */
  readonly places: number;
  /** Where the variance lies. */
  readonly variance: VarianceSplit;
  /** What it does to the error of the mean of all. */
  readonly designEffect: DesignEffect;
}

/**
 * Why there is no intraclass correlation.
 *
 * - `no-data`: there is no place
 * - `one-place`: one place cannot differ from others
 * - `one-value-each`: every place has one value, so that visits cannot be told from places
 * - `zero-variance`: every value is the same, at every place
 * - `constant-within-places`: places differ, and at each of them every value is the same: the limits would
 *   have no width
 */
export type CorrelationGap = NotEstimable<
  'no-data' | 'one-place' | 'one-value-each' | 'zero-variance' | 'constant-within-places'
>;

/** Two limits. */
export interface Limits {
  /** The lower one, 0 to the target. */
  readonly low: number;
  /** The upper one, the target to 1. */
  readonly high: number;
}

/** A place in a funnel. */
export interface FunnelPlace extends PlaceShare {
  /** The share, 0 to 1. */
  readonly value: number;
  /** How many standard errors it lies from the target, without regard to overdispersion. */
  readonly z: number;
  /** The 95 % limits at its size. */
  readonly warning: Limits;
  /** The 99.8 % limits at its size. */
  readonly alarm: Limits;
  /** Whether its share lies within all limits, beyond those of 95 %, or beyond those of 99.8 %. */
  readonly verdict: 'within' | 'warning' | 'alarm';
  /** On which side it lies beyond; absent where it is within. */
  readonly direction?: 'below' | 'above';
  /**
   * Why the verdict is what it is.
   *
   * - `as-chance-has-it`: the share is within the limits
   * - `too-few-to-tell`: no share of so few could lie beyond the 99.8 % limits
   * - `beyond-warning-limit`: one place in 20 that is like the others lies there by chance
   * - `beyond-alarm-limit`: one in 500 does
   */
  readonly reason:
    | 'as-chance-has-it'
    | 'too-few-to-tell'
    | 'beyond-warning-limit'
    | 'beyond-alarm-limit';
}

/** How much more shares of places differ than chance has it. */
export interface Overdispersion {
  /** The mean of the squared z, 1 where only chance makes places differ. */
  readonly phi: number;
  /** How often chance alone makes it as large, 0 to 1. */
  readonly pValue: number;
  /** How many z at either end were taken for the next one inwards: a tenth, from 10 places on. */
  readonly winsorized: number;
  /** Whether the limits are wider by `√phi`: from 10 places on, where `pValue` is below 0.05. */
  readonly isApplied: boolean;
}

/** Places beside each other, each with the limits of its size. */
export interface Funnel {
  /** Tells a funnel from a case that cannot be estimated. */
  readonly kind: 'funnel';
  /** What places are held against. */
  readonly target: number;
  /** Where the target comes from: the share of all places together, or the one that was given. */
  readonly targetFrom: 'places' | 'given';
  /** The places, in the order given. */
  readonly places: readonly FunnelPlace[];
  /** Places without anything to count; they are not in the funnel. */
  readonly empty: readonly string[];
  /** Whether places differ more than chance has it. */
  readonly overdispersion: Overdispersion;
  /** How many places lie beyond limits, at most, where none is different: 1 in 20, and 1 in 500. */
  readonly expectedFalse: {
    /** Beyond the 95 % limits. */
    readonly warnings: number;
    /** Beyond the 99.8 % limits. */
    readonly alarms: number;
  };
}

/**
 * Why there is no funnel.
 *
 * - `no-data`: no place has anything to count
 * - `one-place`: the target would be the place itself
 * - `all-or-none`: everything counts at every place, or nothing does: the limits would have no width
 */
export type FunnelGap = NotEstimable<'no-data' | 'one-place' | 'all-or-none'>;

/** A share of a place with its Wilson interval. */
export type PlaceEstimate = Estimate<'share', 'wilson'>;

/**
 * Why a service is said to be the same everywhere or not, or why that cannot be said.
 *
 * - `places-differ`: the interval of the correlation lies above 0
 * - `place-stands-out`: a place lies further from the others than chance has it among so many places
 * - `each-place-constant`: at each place every answer is the same, and places differ
 * - `differences-negligible`: the upper limit of the correlation is at most what is negligible
 * - `all-constant`: every answer is the same, at every place
 * - `not-settled`: the interval holds both 0 and more than is negligible
 * - `not-comparable`: there is no correlation, for this reason
 * - `places-hidden`: so many places are not shown, and may differ
 */
export type ConsistencyReason =
  | {
      /** Which reason. */
      readonly code: 'places-differ' | 'differences-negligible' | 'not-settled';
      /** The share of the variance that lies between places. */
      readonly share: number;
      /** Its lower limit. */
      readonly low: number;
      /** Its upper limit. */
      readonly high: number;
    }
  | {
      /** Which reason. */
      readonly code: 'place-stands-out';
      /** The place. */
      readonly place: string;
      /** On which side it lies. */
      readonly direction: 'below' | 'above';
      /** Its favourable share, 0 to 1. */
      readonly value: number;
      /** What it is held against, 0 to 1. */
      readonly target: number;
    }
  | {
      /** Which reason. */
      readonly code: 'each-place-constant' | 'all-constant';
      /** How many answered at the place with the fewest answers. */
      readonly fewest: number;
    }
  | {
      /** Which reason. */
      readonly code: 'not-comparable';
      /** Why there is no correlation. */
      readonly because: CorrelationGap['reason'];
    }
  | {
      /** Which reason. */
      readonly code: 'places-hidden';
      /** How many places are not shown. */
      readonly places: number;
    };

/** Whether a service is the same everywhere. */
export interface Consistency<QuestionId extends string = string> {
  /** Tells it from other results. */
  readonly kind: 'consistency';
  /** The question. */
  readonly question: QuestionId;
  /**
   * - `same-everywhere`: proven that places make no difference that matters
   * - `places-differ`: proven that they differ
   * - `not-proven`: neither
   */
  readonly verdict: 'same-everywhere' | 'places-differ' | 'not-proven';
  /** Why, the weightiest first; at least one. */
  readonly reasons: readonly ConsistencyReason[];
  /**
   * Where most of what varies lies: between places, so that they need a common standard, or from visit to
   * visit at the same place, so that the way of working does. Absent where there is no correlation.
   */
  readonly mostlyVaries?: 'between-places' | 'within-places';
  /** How much lies between places. */
  readonly correlation: IntraclassCorrelation | CorrelationGap;
  /** Every place beside the others, by its favourable share. */
  readonly funnel: Funnel | FunnelGap;
  /** The share of the variance between places that is negligible. */
  readonly negligible: number;
}

/**
 * What customers and mystery visits say of one place, each against its own funnel of places.
 *
 * - `both-below`, `both-above`: both tell the place from the others, on the same side
 * - `only-customers-below`, `only-customers-above`: the visits see nothing of what customers say
 * - `only-visits-below`, `only-visits-above`: customers say nothing of what the visits see
 * - `opposite`: they tell it on different sides
 * - `neither`: it is like the others
 * - `not-asked`: no answers of customers that may be shown
 * - `not-visited`: no visits
 */
export type MysteryFinding =
  | 'both-below'
  | 'both-above'
  | 'only-customers-below'
  | 'only-customers-above'
  | 'only-visits-below'
  | 'only-visits-above'
  | 'opposite'
  | 'neither'
  | 'not-asked'
  | 'not-visited';

/** A place as customers and mystery visits see it. */
export interface MysteryPlace {
  /** The place. */
  readonly place: string;
  /** What the two say together. */
  readonly finding: MysteryFinding;
  /** The favourable share of customers; absent where they were not asked or may not be shown. */
  readonly customers?: PlaceEstimate;
  /** The share of visits that met the standard; absent where there were none. */
  readonly visits?: PlaceEstimate;
}

/**
 * Whether the order of places by visits is that by customers.
 *
 * - `too-few`: fewer than 5 places have both
 * - `zero-variance`: all places are equal, by customers or by visits
 */
export type RankCorrelation =
  | Estimate<'correlation', 'bonett-wright'>
  | NotEstimable<'too-few' | 'zero-variance'>;

/** Mystery visits beside the scores of customers. */
export interface MysteryComparison {
  /** Tells it from other results. */
  readonly kind: 'mystery-comparison';
  /** Every place that either knows: those of the customers first, then those only visited. */
  readonly places: readonly MysteryPlace[];
  /** Spearman's rank correlation of the two over the places that have both, -1 to 1. */
  readonly correlation: RankCorrelation;
  /** The places by their customers. */
  readonly customers: Funnel | FunnelGap;
  /** The places by the visits. */
  readonly visits: Funnel | FunnelGap;
}
