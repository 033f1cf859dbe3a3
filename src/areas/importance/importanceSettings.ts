import { DEFAULT_SEED } from '../../moments/detectionSettings.ts';
import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import {
  checkAtLeast,
  checkCount,
  checkLevel,
  checkOneOf,
  checkShare,
} from '../../shared/refuse.ts';
import type { ImportanceMethod } from './types.ts';

/** What `deriveImportance` takes besides the tally. */
export interface ImportanceOptions {
  /** How importance is derived; `johnson` when absent. */
  readonly method?: ImportanceMethod;
  /** The confidence level, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
  /** What tables of correlations are drawn from, a whole number; 1 when absent. */
  readonly seed?: number;
  /**
   * How many tables of correlations are drawn for the intervals, a whole number, 0 to 100,000; 0 leaves
   * them out. 1000 when absent; of more than 40 drivers fewer, since the
   * work grows with their cube, and 0 from 87 on; 0 for `lmg` of more than 12, since every one more
   * doubles the work.
   */
  readonly resamples?: number;
  /**
   * The adjusted R² from which drivers are put in order, 0 to 1; 0 orders them whatever they explain,
   * 0.1 when absent.
   */
  readonly minimumRSquared?: number;
  /**
   * The fewest complete responses for each driver with which they are put in order, 0 or more;
   * 10 when absent.
   */
  readonly responsesPerDriver?: number;
}

/** How many tables of correlations are drawn where nothing else is asked for. */
const DEFAULT_IMPORTANCE_RESAMPLES: number = 1000;

/** The adjusted R² from which drivers are put in order: below it they explain less than a tenth. */
const DEFAULT_MINIMUM_R_SQUARED: number = 0.1;

/** The fewest complete responses for each driver with which they are put in order. */
const DEFAULT_RESPONSES_PER_DRIVER: number = 10;

/** With more drivers, fewer tables are drawn, so that an answer takes as long. */
const DRAWN_IN_FULL_UP_TO = 40;

/** Fewer tables tell no interval. */
const FEWEST_RESAMPLES = 100;

/** With more drivers, intervals of `lmg` are left out unless they are asked for. */
const LMG_DRAWN_UP_TO = 12;

/** The names of the methods; a type, so that none is forgotten. */
const METHODS: { readonly [Method in ImportanceMethod]: true } = {
  johnson: true,
  lmg: true,
  'standardized-regression': true,
  pearson: true,
  spearman: true,
};

/** The settings with the defaults in place. */
export function importanceSettings(
  options: ImportanceOptions,
  drivers: number,
): Required<ImportanceOptions> {
  const {
    method = 'johnson',
    level = DEFAULT_LEVEL,
    seed = DEFAULT_SEED,
    minimumRSquared = DEFAULT_MINIMUM_R_SQUARED,
    responsesPerDriver = DEFAULT_RESPONSES_PER_DRIVER,
  } = options;
  checkOneOf('method', method, Object.keys(METHODS));
  const { resamples = usualResamples(method, drivers) } = options;
  checkLevel(level);
  checkCount('resamples', resamples, 0, 100_000);
  checkShare('minimumRSquared', minimumRSquared);
  checkAtLeast('responsesPerDriver', responsesPerDriver, 0);
  return { method, level, seed, resamples, minimumRSquared, responsesPerDriver };
}

function usualResamples(method: ImportanceMethod, drivers: number): number {
  if (method === 'lmg' && drivers > LMG_DRAWN_UP_TO) return 0;
  const share = Math.min(1, DRAWN_IN_FULL_UP_TO / drivers) ** 3;
  const affordable = Math.floor(DEFAULT_IMPORTANCE_RESAMPLES * share);
  return affordable < FEWEST_RESAMPLES ? 0 : affordable;
}
