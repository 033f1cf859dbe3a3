import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import { checkCount, checkLevel, checkSeed, checkShare } from '../shared/refuse.ts';
import { DEFAULT_GRAVITY } from './graveTests.ts';

/** How verdicts are reached, besides the rules. */
export interface DetectionSettings {
  /** The confidence level of intervals and tests, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
  /**
   * What resamples are drawn from, a whole number, -(2^53 - 1) to 2^53 - 1; 1 when
   * absent. The same seed gives the same result to the last bit.
   */
  readonly seed?: number;
  /**
   * How many resamples tell how stable a verdict is, a whole number, 0 to 100,000; 0 leaves it out,
   * 400 when absent.
   */
  readonly resamples?: number;
  /**
   * How much more often visits with an incident have to end dissatisfied for that to be grave, 0 to 1; 0.1 when
   * absent. Every rule that calls a moment critical by visits holds it against this, unless its own thresholds say
   * otherwise.
   */
  readonly gravity?: number;
}

/** The seed of resamples where none is asked for. */
export const DEFAULT_SEED: number = 1;

/** How many resamples are drawn where nothing else is asked for: they tell a share of 0.9 to 0.03. */
const DEFAULT_RESAMPLES: number = 400;

/** The settings with the defaults in place. */
export function detectionSettings({
  level = DEFAULT_LEVEL,
  seed = DEFAULT_SEED,
  resamples = DEFAULT_RESAMPLES,
  gravity = DEFAULT_GRAVITY,
}: DetectionSettings): Required<DetectionSettings> {
  checkLevel(level);
  checkShare('gravity', gravity);
  checkSeed(seed);
  checkCount('resamples', resamples, 0, 100_000);
  return { level, seed, resamples, gravity };
}
