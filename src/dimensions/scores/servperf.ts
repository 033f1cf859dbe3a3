import { checkObject } from '../../shared/refuse.ts';
import { commonScale } from '../../survey/answers/commonScale.ts';
import { checkKind, checkScoreOptions } from '../../survey/answers/guards.ts';
import type { ScoreOptions } from '../../survey/types.ts';
import { givenShares } from '../perDimension/givenShares.ts';
import { ALLOCATION_RULE } from '../perDimension/ownWeightedMean.ts';
import type { GivenWeights, WeightedOverall } from '../perDimension/types.ts';
import { weightedOverall } from '../perDimension/weightedOverall.ts';
import { DIMENSION_TALLY_SHAPE } from './dimensionShape.ts';
import { combinedScore, scoresOfDimensions } from './scoresOfDimensions.ts';
import type { DimensionTally, Servperf } from './types.ts';

/** What {@link servperf} takes besides the tally. */
export interface ServperfOptions extends ScoreOptions {
  /**
   * Weights for the dimensions, every one by name, each 0 or more; they need not sum to 1. When absent,
   * the respondents' own weights, where the tally holds them.
   */
  readonly weights?: GivenWeights;
}

/**
 * Service performance: how the service was, by perceptions alone, in the way of SERVPERF.
 *
 *     overall = the mean of the dimensions' scores;  weighted Σ w_d · P_d / Σ w_d
 *
 * It tells the level of the service better than a gap does, which carries the noise of expectations
 * as well. Weights work as they do for gaps.
 *
 * Not estimable: as in `dimensionScores`; overall, also where a dimension has nobody with a score, or
 * only one.
 *
 * @param tally - the respondents' perceptions, from `tallyDimensions`
 * @param options - the weights and the confidence level
 * @returns every dimension's score, the overall one and the weighted one
 * @throws ServiceCycleError `wrong-scale` where the dimensions differ in scale; `invalid-argument` for
 * a weight that is absent or below 0, or weights that are all 0; `unknown-id` for the weight of
 * something else than a dimension
 * @example
 * const scale = { min: 1, max: 7 };
 * const survey = {
 *   id: 'branch',
 *   title: 'The branch',
 *   questions: [
 *     { id: 'look', text: 'Looks good.', asks: 'perception', scale, dimension: 'tangibles' },
 *     { id: 'kept', text: 'Keeps its word.', asks: 'perception', scale, dimension: 'reliability' },
 *   ],
 * } as const;
 * const responses = [{ look: 6, kept: 4 }, { look: 7, kept: 3 }, { look: 5, kept: 5 }];
 * const tally = tallyDimensions(survey, responses, { asks: 'perception' });
 * const { weighted } = servperf(tally, { weights: { tangibles: 25, reliability: 75 } });
 * weighted?.overall.kind === 'estimate' && weighted.overall.value; // => 4.5
 * @see Cronin and Taylor (1992), Journal of Marketing 56(3), 55-68
 */
export function servperf<QuestionId extends string>(
  tally: DimensionTally<QuestionId, 'perception'>,
  options: ServperfOptions = {},
): Servperf<QuestionId> {
  checkKind('tally', tally, 'dimension-tally', DIMENSION_TALLY_SHAPE);
  checkScoreOptions(options, 'weights');
  if (options.weights !== undefined) checkObject('weights', options.weights);
  const { weights, ...level } = options;
  const { dimensions, scales, recoded, answeredShare, weighing } = tally.layout;
  const named = dimensions.map(({ dimension }, place) => ({
    id: dimension,
    scale: scales[place] ?? { min: 0, max: 1 },
  }));
  const [first = { id: '', scale: { min: 0, max: 1 } }, ...others] = named;
  const scale = commonScale(first, others);
  const even = dimensions.map(() => 1 / dimensions.length);
  const bounds = { low: scale.min, high: scale.max };

  const given = (of: GivenWeights): WeightedOverall => {
    const shared = givenShares(dimensions, of);
    const shares = shared.map(({ share }) => share);
    return {
      weights: 'given',
      overall: combinedScore(tally, shares, scale, level),
      dimensions: shared,
    };
  };
  const own = { dimensions, weighing, weighted: tally.weighted };
  const weighted =
    weights === undefined ? weightedOverall(own, scale, bounds, scale.min, level) : given(weights);
  return {
    kind: 'servperf',
    definition: {
      metric: 'servperf',
      scale,
      recoded,
      answeredShare,
      ...(weights === undefined &&
        weighing?.from === 'allocation' && { allocation: ALLOCATION_RULE }),
    },
    responses: tally.responses,
    dimensions: scoresOfDimensions(tally, level),
    overall: combinedScore(tally, even, scale, level),
    ...(weighted && { weighted }),
  };
}
