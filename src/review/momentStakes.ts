import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { MomentStake } from '../plans/types.ts';
import { answersBySide } from '../survey/score/answersBySide.ts';
import type { QuestionScores, SurveyScores } from '../survey/score/surveyScores.ts';

/**
 * What is at stake at each moment, as far as the survey tells: how many visits pass there, and which
 * share of them goes wrong.
 *
 * The share comes from the first incident question about the moment, or else from the unfavourable
 * answers to the first question about how satisfied the customer was with it. Each such visit counts
 * as one dissatisfied customer (a harm of 1), which is an assumption and marked so. A moment that no
 * such question is about has no entry: what is at stake there is unknown, not nothing.
 */
export function momentStakes<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  scores: SurveyScores<Ids['question'], Ids['moment'], Ids['area']>,
  visits: number = scores.responses === 'suppressed' ? 0 : scores.responses,
): readonly MomentStake<Ids['moment']>[] {
  return cycle.moments.flatMap(({ id, usage = 1 }) => {
    const about = scores.questions.filter(
      (question) =>
        question.about !== undefined &&
        'moment' in question.about &&
        question.about.moment === id &&
        question.scores[0].counts.answered > 0,
    );
    const telling =
      about.find(({ asks }) => asks === 'incident') ??
      about.find(({ asks }) => asks === 'satisfaction' || asks === 'effort');
    if (telling === undefined) return [];
    return [
      {
        moment: id,
        visits: visits * usage,
        incidentShare: { value: incidentShareOf(telling), basis: 'measured' },
        harm: { value: 1, basis: 'assumed' },
      },
    ];
  });
}

function incidentShareOf({ asks, scores: [score] }: QuestionScores): number {
  const { answered, perAnswer } = score.counts;
  if (asks === 'incident' && score.kind === 'estimate') return score.value;
  return answersBySide(score.definition.scale, perAnswer).unfavourable / answered;
}
