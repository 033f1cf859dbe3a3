import type { SurveyResponse } from '../../model/observations.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { checkList, checkOptions } from '../../shared/refuse.ts';
import { countingReader } from '../../survey/answers/answerReader.ts';
import { checkSurvey } from '../../survey/answers/guards.ts';
import { ratedQuestionFinder, ratedQuestions } from '../../survey/answers/ratedQuestions.ts';
import { type Responses, readResponses } from '../../survey/answers/readResponses.ts';
import { jointCounter } from './jointSums.ts';
import type { JointQuestion, JointTally } from './types.ts';

/** What `tallyJointly` takes besides the responses. */
export interface JointTallyOptions<QuestionId extends string = string> {
  /** The rated questions to sum; all of the survey's when absent. */
  readonly questions?: readonly QuestionId[];
}

/**
 * Sums the answers to several questions and their products, pair by pair.
 *
 * Answers on a reversed scale are turned round, so that the worst answer of every question is the
 * lowest. Answers that do not apply, are skipped or invalid are counted and enter no sum; the other
 * answers of that response still do.
 *
 * @param survey - the survey that was answered
 * @param responses - one object per customer, keyed by question id, in any iterable or as a stream
 * @param options - which questions
 * @returns the tally; for a stream, a promise of it
 * @throws ServiceCycleError `unknown-id` for a question that the survey does not have or does not
 * rate, `wrong-scale` for a scale that is none, `invalid-argument` for more than 2,000 questions: a sum is kept for
 * each pair. An error of the stream is passed on.
 * @example
 * const survey = {
 *   id: 'ward',
 *   title: 'The ward',
 *   questions: [
 *     { id: 'food', text: 'The food?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *     { id: 'rest', text: 'The quiet?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *   ],
 * } as const;
 * const tally = tallyJointly(survey, [{ food: 5, rest: 2 }, { food: 4 }, { food: 6, rest: 3 }]);
 * tally.responses; // => 3
 * tally.outcomes[0]; // => { answered: 2, notApplicable: 0, skipped: 0, invalid: 1 }
 */
export function tallyJointly<
  QuestionId extends string,
  Response extends SurveyResponse<QuestionId>,
>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: readonly Response[] | Iterable<Response>,
  options?: JointTallyOptions<NoInfer<QuestionId>>,
): JointTally<QuestionId>;
/** The same for a stream. */
export function tallyJointly<
  QuestionId extends string,
  Response extends SurveyResponse<QuestionId>,
>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: AsyncIterable<Response>,
  options?: JointTallyOptions<NoInfer<QuestionId>>,
): Promise<JointTally<QuestionId>>;
export function tallyJointly<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: Responses<unknown>,
  options: JointTallyOptions<QuestionId> = {},
): JointTally<QuestionId> | Promise<JointTally<QuestionId>> {
  checkSurvey(survey);
  checkOptions(options, ['questions']);
  if (options.questions !== undefined) checkList('questions', options.questions);
  const questions = jointQuestions(survey, options.questions);
  const counters = questions.map(countingReader);
  const joint = jointCounter(questions.map(() => 1));
  const totals = new Float64Array(questions.length);
  const parts = new Uint8Array(questions.length);
  let responseCount = 0;

  function add(response: unknown): void {
    responseCount += 1;
    for (const [place, counter] of counters.entries()) {
      const answer = counter.read(response);
      const isAnswered = typeof answer === 'number';
      parts[place] = isAnswered ? 1 : 0;
      totals[place] = isAnswered ? answer : 0;
    }
    joint.add(totals, parts);
  }

  return readResponses(responses, add, () => ({
    kind: 'joint-tally',
    survey: survey.id,
    questions,
    responses: responseCount,
    outcomes: counters.map(({ counts }) => counts()),
    sums: joint.sums(),
  }));
}

/** The questions of a joint tally: those named, each once, or all that are rated. */
export function jointQuestions<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  ids?: readonly QuestionId[],
): readonly JointQuestion<QuestionId>[] {
  const questions =
    ids === undefined ? ratedQuestions(survey) : [...new Set(ids)].map(ratedQuestionFinder(survey));
  return questions.map(({ id, asks, about, dimension, scale }) => ({
    id,
    asks,
    ...(about && { about }),
    ...(dimension !== undefined && { dimension }),
    scale,
  }));
}
