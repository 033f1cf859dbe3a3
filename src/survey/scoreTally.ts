import type { About, RatedQuestion, SatisfactionSurvey } from '../model/survey.ts';
import { quote } from '../shared/quote.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { countsOf } from './countsOf.ts';
import { customerEffort } from './customerEffort.ts';
import { customerSatisfaction } from './customerSatisfaction.ts';
import { incidentShare } from './incidentShare.ts';
import { meanRating } from './meanRating.ts';
import { isNetPromoterScale } from './netPromoterScale.ts';
import { netPromoterScore } from './netPromoterScore.ts';
import { layOut, ratedQuestions } from './ratedQuestions.ts';
import type { AnswerCounts, InvalidAnswer, Score, ScoreOptions, Tally } from './types.ts';

/** The fewest answers below which a score carries the warning `few-answers`. */
export const FEW_ANSWERS = 30;

/**
 * What to keep in mind when reading a question's scores.
 *
 * - `few-answers`: fewer than {@link FEW_ANSWERS} answers
 * - `invalid-answers`: some answers are not on the scale
 * - `not-a-net-promoter-scale`: a recommendation question that is not asked on 0 to 10 has no net
 *   promoter score; its mean is given instead
 */
export type ScoreWarning = 'few-answers' | 'invalid-answers' | 'not-a-net-promoter-scale';

/** The scores of one question. */
export interface QuestionScores<
  QuestionId extends string = string,
  MomentId extends string = string,
  AreaId extends string = string,
> {
  /** The question. */
  readonly question: QuestionId;
  /** What the question asks for. */
  readonly asks: RatedQuestion['asks'];
  /** What the question is about; absent for the whole cycle. */
  readonly about?: About<MomentId, AreaId>;
  /** The scores, the one to report first. */
  readonly scores: readonly [Score, ...Score[]];
  /** What to keep in mind when reading them. */
  readonly warnings: readonly ScoreWarning[];
}

/** The scores of a survey. */
export interface SurveyScores<
  QuestionId extends string = string,
  MomentId extends string = string,
  AreaId extends string = string,
> {
  /** Tells survey scores from other results. */
  readonly kind: 'survey-scores';
  /** The survey's id. */
  readonly survey: string;
  /** How many responses came in. */
  readonly responses: number;
  /** The scores, question by question, in the order of the survey. */
  readonly questions: readonly QuestionScores<QuestionId, MomentId, AreaId>[];
  /** The first answers that are not on their scale, by position. */
  readonly firstInvalid: readonly InvalidAnswer<QuestionId>[];
}

/**
 * Scores every rated question of a tally by what it asks for.
 *
 * A recommendation gives the net promoter score, satisfaction the share of the best two answers and
 * the mean, effort the customer effort score, an incident the share of customers who report one, and
 * perception, expectation and importance the mean.
 *
 * @param survey - the survey the tally was made with
 * @param tally - the counts, from `tallyResponses`
 * @param options - the confidence level
 * @returns the scores, each an estimate with its interval or the reason why there is none
 * @throws ServiceCycleError `invalid-argument` when the tally was made with another survey
 * @example
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     {
 *       id: 'recommend',
 *       text: 'How likely are you to recommend us to a friend?',
 *       asks: 'recommendation',
 *       scale: { min: 0, max: 10 },
 *     },
 *   ],
 * } as const;
 * const tally = tallyResponses(survey, [{ recommend: 10 }, { recommend: 9 }, { recommend: 3 }]);
 * const [question] = scoreTally(survey, tally).questions;
 * question?.scores[0].kind === 'estimate' && question.scores[0].value; // ~> 33.333333
 * question?.warnings; // => ['few-answers']
 */
export function scoreTally<
  QuestionId extends string,
  MomentId extends string,
  AreaId extends string,
>(
  survey: SatisfactionSurvey<QuestionId, MomentId, AreaId>,
  tally: Tally<QuestionId>,
  options: ScoreOptions = {},
): SurveyScores<QuestionId, MomentId, AreaId> {
  const questions = ratedQuestions(survey);
  if (cells(layOut(questions).questions) !== cells(tally.questions)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `the tally of survey ${quote(tally.survey)} has other questions or scales than survey ${quote(survey.id)}`,
    );
  }
  return {
    kind: 'survey-scores',
    survey: survey.id,
    responses: tally.cells[0] ?? 0,
    questions: questions.map((question) => {
      const { id, asks, about } = question;
      const scores = scoresOf(question, countsOf(tally, 0, id), options);
      return {
        question: id,
        asks,
        ...(about && { about }),
        scores,
        warnings: warningsOf(question, scores[0]),
      };
    }),
    firstInvalid: tally.firstInvalid,
  };
}

function scoresOf(
  { asks, scale }: RatedQuestion,
  counts: AnswerCounts,
  options: ScoreOptions,
): readonly [Score, ...Score[]] {
  switch (asks) {
    case 'recommendation':
      return isNetPromoterScale(scale)
        ? [netPromoterScore(counts, options)]
        : [meanRating(counts, options)];
    case 'satisfaction':
      return [
        customerSatisfaction(counts, {
          ...options,
          box: counts.perAnswer.length > 2 ? 'top-two' : 'top',
        }),
        meanRating(counts, options),
      ];
    case 'effort':
      return [customerEffort(counts, options)];
    case 'incident':
      return [incidentShare(counts, options)];
    case 'perception':
    case 'expectation':
    case 'importance':
      return [meanRating(counts, options)];
  }
}

function cells(questions: Tally['questions']): string {
  return JSON.stringify(
    questions.map(({ id, firstCell, scale: { min, max, step = 1, reversed = false } }) => [
      id,
      firstCell,
      min,
      max,
      step,
      reversed,
    ]),
  );
}

function warningsOf(question: RatedQuestion, { counts }: Score): readonly ScoreWarning[] {
  const warnings: ScoreWarning[] = [];
  if (counts.answered < FEW_ANSWERS) warnings.push('few-answers');
  if (counts.invalid > 0) warnings.push('invalid-answers');
  if (question.asks === 'recommendation' && !isNetPromoterScale(question.scale)) {
    warnings.push('not-a-net-promoter-scale');
  }
  return warnings;
}
