import type { Rated } from '../../model/survey.ts';
import { checkBoth } from '../../survey/answers/guards.ts';
import { addLists } from '../../survey/tally/addLists.ts';
import { checkSameLayout } from '../../survey/tally/checkSameLayout.ts';
import { mergeJointSums } from '../joint/mergeJointSums.ts';
import { mergeWeightedSums } from '../perDimension/mergeWeightedSums.ts';
import { DIMENSION_TALLY_SHAPE } from './dimensionShape.ts';
import type { DimensionTally } from './types.ts';

/**
 * Adds up two dimension tallies of the same questions: the result is, to the last bit, the tally of
 * all their responses at once.
 *
 * @param one - a tally
 * @param other - a tally of other responses to the same questions
 * @throws ServiceCycleError `invalid-argument` when the questions, scales or options differ
 * @example
 * const scale = { min: 1, max: 5 };
 * const survey = {
 *   id: 'ward',
 *   title: 'The ward',
 *   questions: [{ id: 'kind', text: 'Kind?', asks: 'satisfaction', scale, dimension: 'staff' }],
 * } as const;
 * const monday = tallyDimensions(survey, [{ kind: 5 }], { asks: 'satisfaction' });
 * const tuesday = tallyDimensions(survey, [{ kind: 3 }, {}], { asks: 'satisfaction' });
 * mergeDimensionTallies(monday, tuesday).dimensions;
 * // => [{ scored: 2, tooFew: 0, unanswered: 1 }]
 */
export function mergeDimensionTallies<QuestionId extends string, Asks extends Rated>(
  one: DimensionTally<QuestionId, Asks>,
  other: DimensionTally<NoInfer<QuestionId>, NoInfer<Asks>>,
): DimensionTally<QuestionId, Asks> {
  checkBoth(one, other, 'dimension-tally', DIMENSION_TALLY_SHAPE);
  checkSameLayout(one.layout, other.layout);
  return {
    kind: 'dimension-tally',
    layout: one.layout,
    responses: one.responses + other.responses,
    dimensions: addLists(one.dimensions, other.dimensions),
    sums: mergeJointSums(one.sums, other.sums),
    ...(one.weighted &&
      other.weighted && { weighted: mergeWeightedSums(one.weighted, other.weighted) }),
  };
}
