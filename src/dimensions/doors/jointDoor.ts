import { answerCount } from '../../model/scaleAnswers.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import type { TallyDoor } from '../../survey/doors/tallyDoor.ts';
import { JOINT_TALLY_SHAPE } from '../joint/jointShape.ts';
import { jointQuestions } from '../joint/tallyJointly.ts';
import type { JointTally } from '../joint/types.ts';
import { checkJointCells } from './checkJointCells.ts';

/** Reads a joint tally. */
export function jointDoor(): TallyDoor<JointTally, SatisfactionSurvey> {
  return {
    kind: 'joint-tally',
    source: ['survey', 'asks'],
    shape: JOINT_TALLY_SHAPE,
    layout: ({ questions }, survey) => ({
      survey: survey.id,
      questions: jointQuestions(
        survey,
        questions.map(({ id }) => id),
      ),
    }),
    check: ({ questions, outcomes, responses, sums }, tell) => {
      if (outcomes.length !== questions.length) {
        tell(['outcomes'], outcomes, `a list of ${questions.length}`, 'out-of-range');
        return;
      }
      for (const [place, { answered, notApplicable, skipped, invalid }] of outcomes.entries()) {
        const all = answered + notApplicable + skipped + invalid;
        if (all === responses) continue;
        tell(['outcomes', place], all, `outcomes that sum up to the ${responses} responses`);
      }
      const quantities = questions.map(({ scale }, place) => ({
        n: outcomes[place]?.answered ?? 0,
        fewestParts: 1,
        mostParts: 1,
        low: 0,
        high: answerCount(scale) - 1,
      }));
      checkJointCells(sums, quantities, ['sums'], tell);
    },
  };
}
