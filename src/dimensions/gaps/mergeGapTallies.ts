import { checkBoth } from '../../survey/answers/guards.ts';
import { addLists } from '../../survey/tally/addLists.ts';
import { checkSameLayout } from '../../survey/tally/checkSameLayout.ts';
import { mergeJointSums } from '../joint/mergeJointSums.ts';
import { mergeWeightedSums } from '../perDimension/mergeWeightedSums.ts';
import { GAP_TALLY_SHAPE } from './gapShape.ts';
import type { GapTally } from './types.ts';

/**
 * Adds up two gap tallies of the same questions: the result is, to the last bit, the tally of all
 * their responses at once.
 *
 * @param one - a tally
 * @param other - a tally of other responses to the same questions
 * @throws ServiceCycleError `invalid-argument` when the questions, scales or options differ
 * @example
 * const scale = { min: 1, max: 7 };
 * const survey = {
 *   id: 'branch',
 *   title: 'The branch',
 *   questions: [
 *     { id: 'was', text: 'They keep promises.', asks: 'perception', scale },
 *     { id: 'ought', text: 'They should.', asks: 'expectation', scale },
 *   ],
 * } as const;
 * const monday = tallyGaps(survey, [{ was: 5, ought: 7 }]);
 * const tuesday = tallyGaps(survey, [{ was: 6, ought: 6 }]);
 * mergeGapTallies(monday, tuesday).items[0]?.both; // => 2
 */
export function mergeGapTallies<QuestionId extends string>(
  one: GapTally<QuestionId>,
  other: GapTally<NoInfer<QuestionId>>,
): GapTally<QuestionId> {
  checkBoth(one, other, 'gap-tally', GAP_TALLY_SHAPE);
  checkSameLayout(one.layout, other.layout);
  return {
    kind: 'gap-tally',
    layout: one.layout,
    responses: one.responses + other.responses,
    items: addLists(one.items, other.items),
    dimensions: addLists(one.dimensions, other.dimensions),
    sums: mergeJointSums(one.sums, other.sums),
    ...(one.weighted &&
      other.weighted && { weighted: mergeWeightedSums(one.weighted, other.weighted) }),
  };
}
