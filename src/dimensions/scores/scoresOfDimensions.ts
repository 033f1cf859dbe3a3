import type { Scale } from '../../model/survey.ts';
import type { Estimated } from '../../shared/estimate.ts';
import type { ScoreOptions } from '../../survey/types.ts';
import { jointMeans } from '../joint/jointMeans.ts';
import { tEstimate } from '../joint/tEstimate.ts';
import { combineMeans } from '../perDimension/combineMeans.ts';
import { sumsByDimension } from '../perDimension/sumsByDimension.ts';
import type { DimensionScore, DimensionTally } from './types.ts';

/** The score of every dimension of a tally. */
export function scoresOfDimensions<QuestionId extends string>(
  tally: DimensionTally<QuestionId>,
  options: ScoreOptions,
): readonly DimensionScore<QuestionId>[] {
  const { dimensions, scales } = tally.layout;
  const own = sumsByDimension(tally.sums, dimensions.length);
  return dimensions.map((each, place) => {
    const scale = scales[place] ?? { min: 0, max: 1 };
    const shares = dimensions.map((_, other) => Number(other === place));
    return {
      ...each,
      score: combinedScore({ sums: own[place] ?? { cells: [] } }, shares, scale, options),
      scale,
      counts: tally.dimensions[place] ?? { scored: 0, tooFew: 0, unanswered: 0 },
    };
  });
}

/** The mean score of dimensions weighted by shares that sum to 1, all on one scale. */
export function combinedScore(
  { sums }: Pick<DimensionTally, 'sums'>,
  shares: readonly number[],
  { min, max, step = 1 }: Scale,
  options: ScoreOptions,
): Estimated {
  const factors = new Map(
    [...shares.entries()].flatMap(([place, share]) =>
      share === 0 ? [] : [[place, step * share] as const],
    ),
  );
  const { value, spread } = combineMeans(sums, jointMeans(sums, shares.length), factors);
  return tEstimate(min + value, spread, { low: min, high: max }, options);
}
