import { checkBoth } from '../../survey/answers/guards.ts';
import { addLists } from '../../survey/tally/addLists.ts';
import { checkSameLayout } from '../../survey/tally/checkSameLayout.ts';
import { JOINT_TALLY_SHAPE } from './jointShape.ts';
import { mergeJointSums } from './mergeJointSums.ts';
import type { JointTally } from './types.ts';

/**
 * Adds up two joint tallies of the same questions: the result is, to the last bit, the tally of all
 * their responses at once.
 *
 * @param one - a tally
 * @param other - a tally of other responses to the same questions
 * @throws ServiceCycleError `invalid-argument` when the questions or their scales differ
 * @example
 * const survey = {
 *   id: 'ward',
 *   title: 'The ward',
 *   questions: [{ id: 'food', text: 'The food?', asks: 'satisfaction', scale: { min: 1, max: 5 } }],
 * } as const;
 * const monday = tallyJointly(survey, [{ food: 5 }]);
 * const tuesday = tallyJointly(survey, [{ food: 2 }, { food: 4 }]);
 * mergeJointTallies(monday, tuesday).responses; // => 3
 */
export function mergeJointTallies<QuestionId extends string>(
  one: JointTally<QuestionId>,
  other: JointTally<NoInfer<QuestionId>>,
): JointTally<QuestionId> {
  checkBoth(one, other, 'joint-tally', JOINT_TALLY_SHAPE);
  const { survey, questions } = one;
  checkSameLayout({ survey, questions }, { survey: other.survey, questions: other.questions });
  return {
    kind: 'joint-tally',
    survey,
    questions,
    responses: one.responses + other.responses,
    outcomes: addLists(one.outcomes, other.outcomes),
    sums: mergeJointSums(one.sums, other.sums),
  };
}
