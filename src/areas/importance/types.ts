import type { RatedQuestion } from '../../model/survey.ts';
import type { NotEstimable } from '../../shared/estimate.ts';
import type { FixedPointCells, OutcomeCounts } from '../../survey/types.ts';

/** Several questions taken together: the mean of a respondent's answers to them. */
export interface DriverGroup<DriverId extends string = string, QuestionId extends string = string> {
  /** What the group is called, such as the id of an area. */
  readonly id: DriverId;
  /** Its questions, each once. */
  readonly questions: readonly QuestionId[];
}

/** Which answers make a driver, or the outcome: those to one question, or to several. */
export type DriverSource<QuestionId extends string = string> =
  | QuestionId
  | DriverGroup<string, QuestionId>;

/** What a driver made of this source is called. */
export type DriverIdOf<Source> =
  Source extends DriverGroup<infer Id extends string> ? Id : Extract<Source, string>;

/** A question of a driver. */
export type DriverQuestion<QuestionId extends string = string> = Pick<
  RatedQuestion<QuestionId>,
  'id' | 'scale'
>;

/** A driver, or the outcome, as it was tallied. */
export interface TalliedDriver<DriverId extends string = string> {
  /** What it is called. */
  readonly id: DriverId;
  /** Its questions. */
  readonly questions: readonly DriverQuestion[];
  /** What became of every response, question by question. */
  readonly outcomes: readonly OutcomeCounts[];
  /** How many responses have it: they answer at least half of its questions. */
  readonly answered: number;
}

/** How many respondents have each pair of values: of a driver, and of the outcome. */
export interface PairCounts {
  /** The values of the driver, ascending. */
  readonly driver: readonly number[];
  /** The values of the outcome, ascending where those of the driver are the same. */
  readonly outcome: readonly number[];
  /** How many have both, or the sum of their weights. */
  readonly counts: FixedPointCells;
}

/**
 * Answers to an outcome and to what may drive it, summed: all that derived importance is computed
 * from. It is a plain JSON value, and adds up exactly with other tallies of the same drivers.
 *
 * The value of a respondent is the mean, over the questions answered, of the distance from the worst
 * answer in steps. Where questions of one driver have scales of different length, the shorter ones
 * are stretched to the longest.
 *
 * @typeParam DriverId - what the drivers are called
 */
export interface DriverTally<DriverId extends string = string> {
  /** Tells a driver tally from other values. */
  readonly kind: 'driver-tally';
  /** The survey's id. */
  readonly survey: string;
  /** What is to be explained. */
  readonly outcome: TalliedDriver;
  /** What may explain it. */
  readonly drivers: readonly TalliedDriver<DriverId>[];
  /** The key that holds the weight of a response; absent where responses are not weighted. */
  readonly weight?: string;
  /** How many responses there are. */
  readonly responses: number;
  /** Responses that have the outcome and every driver; only they enter the sums. */
  readonly complete: number;
  /** Responses that lack one of them. */
  readonly incomplete: number;
  /** How many of the incomplete responses hold an answer that is not on its scale. */
  readonly invalid: number;
  /** Responses left out because their weight is no number from 1e-9 to 1e9. */
  readonly withoutWeight: number;
  /**
   * The sums over complete responses of weight · zᵢ · zⱼ for j <= i, row by row of the triangle, where
   * z is 1, then the drivers, then the outcome; and at the end the sum of the squared weights.
   */
  readonly sums: FixedPointCells;
  /** Driver by driver, how its values go with those of the outcome. */
  readonly pairs: readonly PairCounts[];
}

/**
 * How the importance of a driver is derived.
 *
 * - `johnson`: Johnson's relative weight, its part of R²; it costs little for any number of drivers
 * - `lmg`: its part of R² averaged over all orders, of at most 20 drivers
 * - `standardized-regression`: its coefficient in standard deviations, the others held fixed
 * - `pearson`: its correlation with the outcome
 * - `spearman`: the correlation of ranks
 */
export type ImportanceMethod =
  | 'johnson'
  | 'lmg'
  | 'standardized-regression'
  | 'pearson'
  | 'spearman';

/** An interval of a coefficient that has no unit. */
export interface CoefficientInterval {
  /** The lower limit. */
  readonly low: number;
  /** The upper limit. */
  readonly high: number;
  /** The confidence level, above 0 and below 1. */
  readonly level: number;
  /**
   * How the limits were computed.
   *
   * - `wishart`: percentiles over tables of correlations drawn from the Wishart distribution, as if
   *   values were normal
   * - `fisher-z`: Fisher's transformation of a correlation, as if values were normal
   * - `bonett-wright`: the same for ranks, with the variance of Bonett and Wright
   */
  readonly method: 'wishart' | 'fisher-z' | 'bonett-wright';
}

/** A coefficient with its uncertainty. */
export interface CoefficientEstimate {
  /** The coefficient. */
  readonly value: number;
  /** How far it can be trusted; absent where no tables were drawn. */
  readonly interval?: CoefficientInterval;
}

/** How important a driver is by the method asked for. */
export interface ImportanceEstimate extends CoefficientEstimate {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** What `value` is: a part of R², 0 to 1, or a coefficient from about -1 to 1. */
  readonly unit: 'part-of-r-squared' | 'coefficient';
  /** Its share of R², 0 to 1; the shares of all drivers add up to 1. Only of parts of R². */
  readonly share?: number;
  /** Complete responses. */
  readonly n: number;
  /** Always `measured`: an estimate comes from data. */
  readonly basis: 'measured';
}

/**
 * Why a driver has no importance.
 *
 * - `zero-variance`: every complete response gives the same, so nothing can be told of its effect:
 *   unknown is not unimportant
 * - `collinear`: it is a sum of drivers before it, so it has no coefficient of its own
 */
export interface ImportanceGap extends NotEstimable<'zero-variance' | 'collinear'> {
  /** Complete responses. */
  readonly n: number;
}

/** What was derived about one driver. */
export interface DriverImportance<DriverId extends string = string> {
  /** The driver. */
  readonly driver: DriverId;
  /** How important it is. */
  readonly importance: ImportanceEstimate | ImportanceGap;
  /** Its correlation with the outcome; absent where it does not vary. */
  readonly pearson?: CoefficientEstimate;
  /** The correlation of its ranks with those of the outcome; absent where it does not vary. */
  readonly spearman?: CoefficientEstimate;
  /** Its coefficient in standard deviations; absent where it has none. */
  readonly standardized?: CoefficientEstimate;
  /** How many times the other drivers inflate the variance of that coefficient, 1 or more. */
  readonly varianceInflation?: number;
  /** Whether the outcome rises or falls with it, the others held fixed; absent where it has no coefficient. */
  readonly sign?: 'positive' | 'negative';
  /**
   * Whether its coefficient and its correlation have different signs: it then takes something away
   * from other drivers, and its importance does not mean that improving it helps.
   */
  readonly isSuppressor: boolean;
  /** Drivers that say the same to the last digit; they share what they explain. */
  readonly duplicates: readonly DriverId[];
}

/** Why drivers are not put in order. */
export type RankingRefusal =
  | {
      /** Tells this refusal from the others: the drivers explain too little. */
      readonly code: 'explains-little';
      /** R² less what so many drivers would explain by chance. */
      readonly adjustedRSquared: number;
      /** The adjusted R² from which drivers are put in order. */
      readonly minimumRSquared: number;
    }
  | {
      /** Tells this refusal from the others: there are too few responses for so many drivers. */
      readonly code: 'few-responses';
      /** Complete responses. */
      readonly n: number;
      /** How many it takes. */
      readonly needed: number;
    };

/**
 * What to keep in mind when reading derived importance.
 *
 * - `zero-variance`: these drivers do not vary
 * - `duplicates`: these drivers say the same to the last digit
 * - `collinear`: some drivers are sums of others
 * - `suppressor`: the coefficient of these drivers has not the sign of their correlation
 * - `intervals-left-out`: with so many drivers the intervals take long, and are drawn only if asked for
 */
export type ImportanceWarning<DriverId extends string = string> =
  | {
      /** Which warning. */
      readonly code: 'zero-variance' | 'duplicates' | 'suppressor';
      /** The drivers. */
      readonly drivers: readonly DriverId[];
    }
  | {
      /** Which warning. */
      readonly code: 'collinear' | 'intervals-left-out';
    };

/** How importance was derived. */
export interface ImportanceDefinition {
  /** The method. */
  readonly method: ImportanceMethod;
  /** The outcome. */
  readonly outcome: string;
  /** Which responses enter: those that have the outcome and every driver. */
  readonly cases: 'complete';
  /** How many tables of correlations were drawn for the intervals. */
  readonly resamples: number;
  /** What they were drawn from. */
  readonly seed: number;
  /**
   * How many responses with normal values would tell as much: fewer than there are where they are
   * weighted, or answers pile up at one end. Intervals, but for those of ranks, are for so many.
   */
  readonly equivalentCases: number;
}

/** What became of every response. */
export interface DriverCounts {
  /** How many there are. */
  readonly responses: number;
  /** Responses that have the outcome and every driver. */
  readonly complete: number;
  /** Responses that lack one of them. */
  readonly incomplete: number;
  /** How many of the incomplete responses hold an answer that is not on its scale. */
  readonly invalid: number;
  /** Responses left out because their weight is no number from 1e-9 to 1e9. */
  readonly withoutWeight: number;
  /** How many responses of equal weight would tell as much; absent where they are not weighted. */
  readonly effectiveN?: number;
}

/** How important each driver is for the outcome. */
export interface DerivedImportance<DriverId extends string = string> {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** How it was derived. */
  readonly definition: ImportanceDefinition;
  /** What became of every response. */
  readonly counts: DriverCounts;
  /** The share of the outcome's variance that all drivers explain, 0 to 1. */
  readonly rSquared: number;
  /**
   * The same, less what so many drivers would explain by chance; it can be below 0. Its interval is centred
   * on it, and kept from 0 to 1.
   */
  readonly adjustedRSquared: CoefficientEstimate;
  /** The drivers, in the order of the tally. */
  readonly drivers: readonly DriverImportance<DriverId>[];
  /**
   * The drivers that have an importance, the most important first: by its size, whatever its sign,
   * then by id. None where `refusals` says why.
   */
  readonly order: readonly DriverId[];
  /** Why the drivers are not put in order; none where they are. */
  readonly refusals: readonly RankingRefusal[];
  /** What to keep in mind. */
  readonly warnings: readonly ImportanceWarning<DriverId>[];
}

/**
 * Importance that the data cannot give, and why.
 *
 * - `no-data`: no response has the outcome and every driver
 * - `too-few`: there are not more complete responses than coefficients
 * - `zero-variance`: all complete responses give the same outcome
 * - `no-predictors`: no driver varies
 * - `nothing-explained`: no driver has anything in common with the outcome
 */
export interface DerivedImportanceGap<DriverId extends string = string>
  extends NotEstimable<
    'no-data' | 'too-few' | 'zero-variance' | 'no-predictors' | 'nothing-explained'
  > {
  /** How it would be derived. */
  readonly definition: ImportanceDefinition;
  /** What became of every response. */
  readonly counts: DriverCounts;
  /** How many drivers there are. */
  readonly needed: number;
  /** Drivers that nobody has, so that no response is complete. */
  readonly unanswered: readonly DriverId[];
}
