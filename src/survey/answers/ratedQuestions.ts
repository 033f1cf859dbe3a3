import { checkScale } from '../../model/checkScale.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import type { Rated, RatedQuestion, SatisfactionSurvey } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { TalliedQuestion } from '../types.ts';

const RATED: { readonly [asks in Rated | 'profile' | 'comment']: boolean } = {
  recommendation: true,
  satisfaction: true,
  effort: true,
  perception: true,
  expectation: true,
  importance: true,
  incident: true,
  profile: false,
  comment: false,
};

/** The questions of a survey that are answered with a number, in its order. */
export function ratedQuestions<
  QuestionId extends string,
  MomentId extends string,
  AreaId extends string,
>(
  survey: SatisfactionSurvey<QuestionId, MomentId, AreaId>,
): readonly RatedQuestion<QuestionId, MomentId, AreaId>[] {
  return survey.questions.filter(
    (question): question is RatedQuestion<QuestionId, MomentId, AreaId> =>
      Object.hasOwn(RATED, question.asks) && RATED[question.asks],
  );
}

/** Finds rated questions by id; refuses one that the survey does not have or does not rate. */
export function ratedQuestionFinder<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
): (wanted: QuestionId) => RatedQuestion<QuestionId> {
  const rated = new Map(ratedQuestions(survey).map((question) => [question.id, question]));
  return (wanted) => {
    const question = rated.get(wanted);
    if (question !== undefined) return question;
    throw new ServiceCycleError(
      'unknown-id',
      `survey ${quote(survey.id)} has no rated question ${quote(wanted)}`,
    );
  };
}

/** Where each question's cells stand within a group's, and how many cells a group has. */
export function layOut<QuestionId extends string>(
  questions: readonly RatedQuestion<QuestionId>[],
): { readonly questions: readonly TalliedQuestion<QuestionId>[]; readonly width: number } {
  let width = 1;
  const placed = questions.map(({ id, scale }) => {
    checkScale(scale);
    const firstCell = width;
    width += answerCount(scale) + 3;
    return { id, scale, firstCell };
  });
  return { questions: placed, width };
}
