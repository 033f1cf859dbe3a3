import { checkObject, checkShare } from '../../shared/refuse.ts';
import { checkKind, checkScoreOptions } from '../../survey/answers/guards.ts';
import type { ScoreOptions } from '../../survey/types.ts';
import { givenShares } from '../perDimension/givenShares.ts';
import { ALLOCATION_RULE } from '../perDimension/ownWeightedMean.ts';
import { sumsByDimension } from '../perDimension/sumsByDimension.ts';
import type { GivenWeights, WeightedOverall } from '../perDimension/types.ts';
import { weightedOverall } from '../perDimension/weightedOverall.ts';
import { type GapReport, gapOf } from './gapOf.ts';
import { GAP_TALLY_SHAPE } from './gapShape.ts';
import { pairJointSums } from './pairJointSums.ts';
import type { GapPairCounts, GapTally, ItemGap, PairSums, PerceptionGap } from './types.ts';

/** What {@link perceptionGap} takes besides the tally. */
export interface GapOptions extends ScoreOptions {
  /**
   * Weights for the dimensions, every one by name, each 0 or more; they need not sum to 1. When absent,
   * the respondents' own weights, where the tally holds them.
   */
  readonly weights?: GivenWeights;
  /**
   * How far up the scale a mean expectation has to lie for the warning `expectation-ceiling`, 0 to 1;
   * 11/12 when absent.
   */
  readonly ceilingShare?: number;
}

/** How far up the scale expectations leave little to learn from a gap: 6.5 on 1 to 7. */
export const DEFAULT_CEILING_SHARE: number = 0.916_666_666_666_666_6;

/**
 * The gap between what customers perceive and what they expect, in the way of SERVQUAL.
 *
 *     item      G = P - E of each respondent, then the mean over respondents
 *     dimension the mean of a respondent's item gaps, then the mean over respondents
 *     overall   the mean of the dimensions' gaps;  weighted Σ w_d · G_d / Σ w_d
 *
 * A gap is below 0 where the service falls short. It is taken respondent by respondent, so its t
 * interval knows that the same people answered both questions. The overall interval knows too that the
 * same people scored all dimensions, each over those who have a score in it; its n is that of the
 * dimension with the fewest. With the respondents' own weights the weighted gap is the mean of each
 * one's own, over those with a score wherever they give weight; with given weights it is a weighted
 * mean of the dimensions' gaps.
 *
 * Where everybody expects nearly the best, a gap is a perception seen from above: the means stand
 * beside it, with a warning.
 *
 * Not estimable: nobody answered both questions, or only one did; everybody has the same gap; overall,
 * also where a dimension has nobody with a score, or only one.
 *
 * @param tally - perceptions and expectations, from `tallyGaps`
 * @param options - the weights, the ceiling and the confidence level
 * @returns every gap with its interval, means, counts and warnings
 * @throws ServiceCycleError `invalid-argument` for a weight that is absent or below 0, weights that are
 * all 0, or a ceiling outside 0 to 1; `unknown-id` for the weight of something else than a dimension
 * @example
 * const scale = { min: 1, max: 7 };
 * const survey = {
 *   id: 'branch',
 *   title: 'The branch',
 *   questions: [
 *     { id: 'was', text: 'They kept it.', asks: 'perception', scale, dimension: 'reliability' },
 *     { id: 'ought', text: 'They keep it.', asks: 'expectation', scale, dimension: 'reliability' },
 *   ],
 * } as const;
 * const tally = tallyGaps(survey, [
 *   { was: 5, ought: 7 },
 *   { was: 6, ought: 6 },
 *   { was: 4, ought: 6 },
 *   { was: 4, ought: 7 },
 * ]);
 * const { gap, expectations } = perceptionGap(tally).dimensions[0]!;
 * gap.kind === 'estimate' && gap.value; // => -1.75
 * gap.kind === 'estimate' && gap.interval.low; // ~> -3.752245
 * expectations.kind === 'estimate' && expectations.value; // => 6.5
 * @see Parasuraman, Zeithaml and Berry (1988), Journal of Retailing 64(1), 12-40
 * @see Zeithaml, Parasuraman and Berry (1990), Delivering Quality Service, Free Press
 * @see Buttle (1996), European Journal of Marketing 30(1), 8-32, for what is said against it
 */
export function perceptionGap<QuestionId extends string>(
  tally: GapTally<QuestionId>,
  options: GapOptions = {},
): PerceptionGap<QuestionId> {
  checkKind('tally', tally, 'gap-tally', GAP_TALLY_SHAPE);
  checkScoreOptions(options, 'weights', 'ceilingShare');
  if (options.weights !== undefined) checkObject('weights', options.weights);
  const { ceilingShare = DEFAULT_CEILING_SHARE, weights, ...level } = options;
  checkShare('ceilingShare', ceilingShare);
  const { items, scale, recoded, dimensions, answeredShare, weighing, unpaired } = tally.layout;
  const ceiling = scale.min + ceilingShare * (scale.max - scale.min);
  const report: GapReport = { ...level, scale, ceiling };
  const even = dimensions.map(() => 1 / dimensions.length);
  const own = sumsByDimension(tally.sums, dimensions.length);
  const weighted = weights === undefined ? ownGap(tally, level) : givenGap(tally, weights, report);
  return {
    kind: 'perception-gap',
    definition: {
      metric: 'perception-gap',
      scale,
      recoded,
      answeredShare,
      ceiling,
      ...(weights === undefined &&
        weighing?.from === 'allocation' && { allocation: ALLOCATION_RULE }),
    },
    responses: tally.responses,
    items: items.flatMap((item, place): readonly ItemGap<QuestionId>[] => {
      const sums = tally.items[place];
      if (sums === undefined) return [];
      return [{ ...item, ...gapOf(pairJointSums(sums), [1], report), counts: countsOfPair(sums) }];
    }),
    dimensions: dimensions.map(({ dimension, items: members }, place) => ({
      dimension,
      items: members,
      ...gapOf(
        own[place] ?? { cells: [] },
        dimensions.map((_, other) => Number(other === place)),
        report,
      ),
      counts: tally.dimensions[place] ?? { scored: 0, tooFew: 0, unanswered: 0 },
    })),
    ...(dimensions.length > 0 && { overall: gapOf(tally.sums, even, report) }),
    ...(weighted && { weighted }),
    unpaired,
  };
}

function ownGap(
  { layout, weighted }: GapTally,
  options: ScoreOptions,
): WeightedOverall | undefined {
  const { dimensions, weighing, scale } = layout;
  const length = scale.max - scale.min;
  const bounds = { low: -length, high: length };
  return weightedOverall({ dimensions, weighing, weighted }, scale, bounds, 0, options);
}

function givenGap(
  { layout, sums }: GapTally,
  weights: GivenWeights,
  report: GapReport,
): WeightedOverall {
  const shared = givenShares(layout.dimensions, weights);
  const { gap } = gapOf(
    sums,
    shared.map(({ share }) => share),
    report,
  );
  return { weights: 'given', overall: gap, dimensions: shared };
}

function countsOfPair(sums: PairSums): GapPairCounts {
  const { both, perceptionOnly, expectationOnly, neither, invalid } = sums;
  return { both, perceptionOnly, expectationOnly, neither, invalid };
}
