import { DEFAULT_SEED } from '../moments/detectionSettings.ts';
import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import {
  checkAtLeast,
  checkCount,
  checkLevel,
  checkNumber,
  checkOneOf,
  checkOptions,
  checkSeed,
  checkShare,
} from '../shared/refuse.ts';

/** What `prioritizeAreas` takes besides the evidence. */
export interface AreaOptions {
  /** The confidence level, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
  /** The favourable share that no area may fall below, 0 to 1; 0.5 when absent. */
  readonly floor?: number;
  /** The smallest fall of the favourable share that matters, 0 to 1; 0.05 when absent. */
  readonly relevantFall?: number;
  /**
   * The smallest distance behind all other areas together that matters, 0 to 1;
   * 0.05 when absent.
   */
  readonly relevantGap?: number;
  /** The fewest answers an area is judged by; 30 when absent. */
  readonly minimumAnswers?: number;
  /**
   * The importance from which an area counts as important; the mean of the areas when absent, if any of
   * them is more than a tenth from it. A line that is given stays where it is when areas come or go, as a
   * mean does not.
   */
  readonly importantFrom?: number;
  /**
   * The target of the favourable share, 0 to 1: an area proven to miss it is weak, and no other. When
   * absent no line is assumed, and an area is weak that is proven to lag behind the others.
   */
  readonly weakBelow?: number;
  /**
   * Which importance areas are judged by where both are known: what is said to matter, the default, or
   * what is derived from answers.
   */
  readonly importance?: 'stated' | 'derived';
  /** What a customer is worth, in any money, to say what incidents cost; 0 or more. */
  readonly customerValue?: number;
  /** What resamples are drawn from, a whole number; 1 when absent. */
  readonly seed?: number;
  /**
   * How many resamples tell how sure the order is, a whole number, 0 to 100,000; 0 leaves it out. When
   * absent 2000, and of more than 500 areas fewer, 200 at least, so that an
   * answer takes about as long.
   */
  readonly resamples?: number;
}

/** The favourable share that no area may fall below. */
export const DEFAULT_FLOOR = 0.5;

/** The smallest fall of the favourable share that matters. */
export const DEFAULT_RELEVANT_FALL = 0.05;

/** The smallest distance behind all other areas together that matters. */
export const DEFAULT_RELEVANT_GAP: number = 0.05;

/** The fewest answers an area is judged by. */
export const DEFAULT_MINIMUM_ANSWERS = 30;

/** How many resamples are drawn where nothing else is asked for. */
const DEFAULT_RANK_RESAMPLES: number = 2000;

/** Of more areas fewer resamples are drawn. */
const DRAWN_IN_FULL_UP_TO = 500;

/** Fewer resamples tell no share of 0.9. */
const FEWEST_RESAMPLES = 200;

/** The names of the options; a record, so that none is forgotten. */
const NAMES: { readonly [Name in keyof Required<AreaOptions>]: true } = {
  level: true,
  floor: true,
  relevantFall: true,
  relevantGap: true,
  minimumAnswers: true,
  importantFrom: true,
  weakBelow: true,
  importance: true,
  customerValue: true,
  seed: true,
  resamples: true,
};

/** Options with the defaults in place. */
export type AreaSettings = AreaOptions &
  Required<
    Pick<
      AreaOptions,
      | 'level'
      | 'floor'
      | 'relevantFall'
      | 'relevantGap'
      | 'minimumAnswers'
      | 'importance'
      | 'seed'
      | 'resamples'
    >
  >;

/** The settings with the defaults in place. */
export function areaSettings(options: AreaOptions, areas: number): AreaSettings {
  const {
    level = DEFAULT_LEVEL,
    floor = DEFAULT_FLOOR,
    relevantFall = DEFAULT_RELEVANT_FALL,
    relevantGap = DEFAULT_RELEVANT_GAP,
    minimumAnswers = DEFAULT_MINIMUM_ANSWERS,
    importance = 'stated',
    seed = DEFAULT_SEED,
    resamples = usualResamples(areas),
    weakBelow = 0,
    importantFrom = 0,
    customerValue = 0,
  } = options;
  checkOptions(options, Object.keys(NAMES));
  checkOneOf('importance', importance, ['stated', 'derived']);
  checkLevel(level);
  for (const [name, share] of Object.entries({ floor, relevantFall, relevantGap, weakBelow })) {
    checkShare(name, share);
  }
  for (const [name, amount] of Object.entries({ minimumAnswers, customerValue })) {
    checkAtLeast(name, amount, 0);
  }
  checkNumber('importantFrom', importantFrom);
  checkSeed(seed);
  checkCount('resamples', resamples, 0, 100_000);
  return {
    ...options,
    level,
    floor,
    relevantFall,
    relevantGap,
    minimumAnswers,
    importance,
    seed,
    resamples,
  };
}

function usualResamples(areas: number): number {
  const affordable = Math.floor((DEFAULT_RANK_RESAMPLES * DRAWN_IN_FULL_UP_TO) / areas);
  return Math.max(FEWEST_RESAMPLES, Math.min(DEFAULT_RANK_RESAMPLES, affordable));
}
