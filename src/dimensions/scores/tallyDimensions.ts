import type { SurveyResponse } from '../../model/observations.ts';
import type { Rated, SatisfactionSurvey } from '../../model/survey.ts';
import { checkOptions, checkText } from '../../shared/refuse.ts';
import { recodedReader } from '../../survey/answers/answerReader.ts';
import { checkSurvey } from '../../survey/answers/guards.ts';
import { ratedQuestionFinder } from '../../survey/answers/ratedQuestions.ts';
import { type Responses, readResponses } from '../../survey/answers/readResponses.ts';
import { dimensionCounter } from '../perDimension/dimensionCounter.ts';
import { checkWeighing } from '../perDimension/dimensionWeighing.ts';
import { type DimensionTallyOptions, dimensionLayout } from './dimensionLayout.ts';
import type { DimensionTally } from './types.ts';

/**
 * Sums respondents' scores in each dimension: the mean of the answers to its items, for those who
 * answered enough of them.
 *
 * A dimension holds the questions that ask for the same and name it; questions that name none are left
 * out. Answers on a reversed scale, and no others, are turned round. Answers that do not apply, are
 * skipped or invalid leave their item out for that respondent.
 *
 * @param survey - the survey that was answered
 * @param responses - one object per customer, keyed by question id, in any iterable or as a stream
 * @param options - what the questions ask for, the share of items to answer, and where the weights are
 * asked
 * @returns the tally; for a stream, a promise of it
 * @throws ServiceCycleError `invalid-argument` where no such question names a dimension, or where more than
 * 2,001,000 sums would be kept: one for each pair of dimensions and each number of their answers; `wrong-scale`
 * where the questions of a dimension differ in scale. An error of the stream is passed on.
 * @example
 * const scale = { min: 1, max: 5 };
 * const survey = {
 *   id: 'ward',
 *   title: 'The ward',
 *   questions: [
 *     { id: 'kind', text: 'Kind?', asks: 'satisfaction', scale, dimension: 'staff' },
 *     { id: 'heard', text: 'Heard?', asks: 'satisfaction', scale, dimension: 'staff' },
 *     { id: 'told', text: 'Told?', asks: 'satisfaction', scale, dimension: 'staff' },
 *   ],
 * } as const;
 * const responses = [{ kind: 5, heard: 4 }, { kind: 5 }, {}];
 * const tally = tallyDimensions(survey, responses, { asks: 'satisfaction' });
 * tally.dimensions; // => [{ scored: 1, tooFew: 1, unanswered: 1 }]
 */
export function tallyDimensions<
  QuestionId extends string,
  Response extends SurveyResponse<QuestionId>,
  const Asks extends Rated,
>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: readonly Response[] | Iterable<Response>,
  options: DimensionTallyOptions<NoInfer<QuestionId>, Asks>,
): DimensionTally<QuestionId, Asks>;
/** The same for a stream. */
export function tallyDimensions<
  QuestionId extends string,
  Response extends SurveyResponse<QuestionId>,
  const Asks extends Rated,
>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: AsyncIterable<Response>,
  options: DimensionTallyOptions<NoInfer<QuestionId>, Asks>,
): Promise<DimensionTally<QuestionId, Asks>>;
export function tallyDimensions<QuestionId extends string, Asks extends Rated>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: Responses<unknown>,
  options: DimensionTallyOptions<QuestionId, Asks>,
): DimensionTally<QuestionId, Asks> | Promise<DimensionTally<QuestionId, Asks>> {
  checkSurvey(survey);
  checkOptions(options, ['asks', 'answeredShare', 'weights']);
  checkText('asks', options.asks);
  checkWeighing(options.weights);
  const layout = dimensionLayout(survey, options);
  const { dimensions, weighing } = layout;
  const find = ratedQuestionFinder(survey);
  const items = dimensions.flatMap((each, dimension) =>
    each.items.map((id) => ({ dimension, read: recodedReader(find(id)) })),
  );
  const counter = dimensionCounter(
    {
      dimensionOfItem: items.map(({ dimension }) => dimension),
      needed: dimensions.map(({ needed }) => needed),
      weighing,
    },
    1,
  );
  const places = new Float64Array(items.length);
  const answered = new Uint8Array(items.length);
  let responseCount = 0;

  function add(response: unknown): void {
    responseCount += 1;
    for (const [item, { read }] of items.entries()) {
      const place = read(response);
      const isAnswered = typeof place === 'number';
      answered[item] = isAnswered ? 1 : 0;
      places[item] = isAnswered ? place : 0;
    }
    counter.add(response, [places], answered);
  }

  return readResponses(responses, add, () => ({
    kind: 'dimension-tally',
    layout,
    responses: responseCount,
    ...counter.sums(),
  }));
}
