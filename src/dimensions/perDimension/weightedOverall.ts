import type { Scale } from '../../model/survey.ts';
import type { ScoreOptions } from '../../survey/types.ts';
import { type Bounds, tEstimate } from '../joint/tEstimate.ts';
import { ownWeightedMean } from './ownWeightedMean.ts';
import type { DimensionItems, DimensionWeighing, WeightedOverall, WeightedSums } from './types.ts';

/** What a tally holds of the respondents' own weights. */
export interface OwnWeights {
  /** The dimensions. */
  readonly dimensions: readonly DimensionItems<unknown>[];
  /** The questions that weigh them; absent where respondents do not. */
  readonly weighing?: DimensionWeighing | undefined;
  /** The weighted scores; absent where respondents do not weigh. */
  readonly weighted?: WeightedSums | undefined;
}

/**
 * The overall score by the respondents' own weights, where they were asked.
 *
 * @param own - what the tally holds
 * @param scale - the answers that the questions take
 * @param bounds - the least and the most that the score can be, the least answering to 0 steps or,
 * for a gap, to the scale's length below 0
 * @param origin - the score of a respondent at 0 steps
 * @param options - the confidence level
 */
export function weightedOverall(
  { dimensions, weighing, weighted }: OwnWeights,
  scale: Scale,
  bounds: Bounds,
  origin: number,
  options: ScoreOptions,
): WeightedOverall | undefined {
  if (weighing === undefined || weighted === undefined) return undefined;
  const { step = 1 } = scale;
  const { value, spread, shares, counts } = ownWeightedMean(weighted, weighing);
  const squares = step * step * spread.squares;
  const magnitude = step * step * spread.magnitude;
  return {
    weights: weighing.from,
    overall: tEstimate(origin + step * value, { ...spread, squares, magnitude }, bounds, options),
    dimensions: dimensions.map(({ dimension }, place) => ({
      dimension,
      share: shares[place] ?? 0,
    })),
    counts,
  };
}
