import { answersBySide } from '../../survey/score/answersBySide.ts';
import type { QuestionScores, SurveyScores } from '../../survey/score/surveyScores.ts';

/**
 * The share of customers for whom something goes wrong at a moment: by the first question about incidents
 * there, or else by the unfavourable answers to the first about how satisfied they were with it or how much
 * effort it took; nothing where none was answered.
 */
export function askedIncidentShare(
  { questions }: SurveyScores,
  moment: string,
): number | undefined {
  const about = questions.filter(
    (question) =>
      question.about !== undefined &&
      'moment' in question.about &&
      question.about.moment === moment &&
      question.scores[0].counts.answered > 0,
  );
  const telling =
    about.find(({ asks }) => asks === 'incident') ??
    about.find(({ asks }) => asks === 'satisfaction' || asks === 'effort');
  return telling && wrongShare(telling);
}

/**
 * The share of customers who end dissatisfied: the unfavourable answers to the first question about how
 * satisfied they were with the whole, or else the detractors of the first that asks whether they would
 * recommend it.
 */
export function askedDissatisfiedShare({ questions }: SurveyScores): number | undefined {
  const whole = questions.filter(
    ({ about, scores }) => about === undefined && scores[0].counts.answered > 0,
  );
  const telling =
    whole.find(({ asks }) => asks === 'satisfaction') ??
    whole.find(({ asks }) => asks === 'recommendation');
  return telling && wrongShare(telling);
}

/** The share of answers that tell of something wrong, each with its weight. */
function wrongShare({ asks, scores: [score] }: QuestionScores): number | undefined {
  if (asks === 'incident' && score.kind === 'estimate') return score.value;
  const { definition, weights, counts } = score;
  const perAnswer = weights?.perAnswer ?? counts.perAnswer;
  const all = perAnswer.reduce((sum, answers) => sum + answers, 0);
  if (all === 0) return undefined;
  if (definition.metric !== 'net-promoter-score') {
    return Math.min(1, answersBySide(definition.scale, perAnswer).unfavourable / all);
  }
  // Answers are 0 to 10, each at its own place.
  const detractors = definition.detractors.reduce((sum, place) => sum + (perAnswer[place] ?? 0), 0);
  return Math.min(1, detractors / all);
}
