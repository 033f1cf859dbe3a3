import type { SurveyResponse } from '../../model/observations.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { checkObjects, checkOptions } from '../../shared/refuse.ts';
import { recodedReader } from '../../survey/answers/answerReader.ts';
import { checkSurvey } from '../../survey/answers/guards.ts';
import { type Responses, readResponses } from '../../survey/answers/readResponses.ts';
import { dimensionCounter } from '../perDimension/dimensionCounter.ts';
import { checkWeighing } from '../perDimension/dimensionWeighing.ts';
import { type GapTallyOptions, gapLayout } from './gapLayout.ts';
import { pairCounter } from './pairCounter.ts';
import type { GapTally } from './types.ts';

/**
 * Sums perceptions and expectations of the same respondents: item by item over those who answered both
 * questions, dimension by dimension over those who answered both for enough of its items.
 *
 * A perception goes with the expectation of the same `about` and the same dimension. Where several
 * share both, nothing is guessed: name the `pairs`. Items without a dimension have a gap of their own
 * and enter no dimension. Answers on a reversed scale, and no others, are turned round. Answers that
 * do not apply, are skipped or invalid leave their item out for that respondent.
 *
 * @param survey - the survey that was answered
 * @param responses - one object per customer, keyed by question id, in any iterable or as a stream
 * @param options - the pairs, the share of items to answer, and where the weights are asked
 * @returns the tally; for a stream, a promise of it
 * @throws ServiceCycleError `invalid-argument` where nothing can be paired, or not without a guess, or where
 * more than 2,001,000 sums would be kept: one for each pair of dimensions and each number of their answers;
 * `wrong-scale` where the questions differ in scale; `unknown-id` for a question that the survey does
 * not have. An error of the stream is passed on.
 * @example
 * const scale = { min: 1, max: 7 };
 * const survey = {
 *   id: 'branch',
 *   title: 'The branch',
 *   questions: [
 *     { id: 'was', text: 'They kept it.', asks: 'perception', scale, dimension: 'reliability' },
 *     { id: 'ought', text: 'They keep it.', asks: 'expectation', scale, dimension: 'reliability' },
 *   ],
 * } as const;
 * const tally = tallyGaps(survey, [{ was: 5, ought: 7 }, { was: 6, ought: 6 }, { was: 4 }]);
 * tally.layout.items; // => [{ perception: 'was', expectation: 'ought', dimension: 'reliability' }]
 * tally.items[0]?.both; // => 2
 * tally.items[0]?.perceptionOnly; // => 1
 */
export function tallyGaps<QuestionId extends string, Response extends SurveyResponse<QuestionId>>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: readonly Response[] | Iterable<Response>,
  options?: GapTallyOptions<NoInfer<QuestionId>>,
): GapTally<QuestionId>;
/** The same for a stream. */
export function tallyGaps<QuestionId extends string, Response extends SurveyResponse<QuestionId>>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: AsyncIterable<Response>,
  options?: GapTallyOptions<NoInfer<QuestionId>>,
): Promise<GapTally<QuestionId>>;
export function tallyGaps<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: Responses<unknown>,
  options: GapTallyOptions<QuestionId> = {},
): GapTally<QuestionId> | Promise<GapTally<QuestionId>> {
  checkSurvey(survey);
  checkOptions(options, ['pairs', 'answeredShare', 'weights']);
  if (options.pairs !== undefined) checkObjects('pairs', options.pairs);
  checkWeighing(options.weights);
  const { pairs, ...layout } = gapLayout(survey, options);
  const readers = pairs.map(
    ([perception, expectation]) => [recodedReader(perception), recodedReader(expectation)] as const,
  );
  const counters = pairs.map(pairCounter);
  const places = new Map(layout.dimensions.map(({ dimension }, place) => [dimension, place]));
  const dimensions = dimensionCounter(
    {
      dimensionOfItem: layout.items.map(({ dimension }) =>
        dimension === undefined ? -1 : (places.get(dimension) ?? -1),
      ),
      needed: layout.dimensions.map(({ needed }) => needed),
      weighing: layout.weighing,
    },
    2,
  );
  const perceived = new Float64Array(pairs.length);
  const expected = new Float64Array(pairs.length);
  const answered = new Uint8Array(pairs.length);
  let responseCount = 0;

  function add(response: unknown): void {
    responseCount += 1;
    for (let item = 0; item < readers.length; item += 1) {
      const was = readers[item]?.[0](response) ?? 'skipped';
      const ought = readers[item]?.[1](response) ?? 'skipped';
      counters[item]?.add(was, ought);
      const isBoth = typeof was === 'number' && typeof ought === 'number';
      answered[item] = isBoth ? 1 : 0;
      perceived[item] = isBoth ? was : 0;
      expected[item] = isBoth ? ought : 0;
    }
    dimensions.add(response, [perceived, expected], answered);
  }

  return readResponses(responses, add, () => ({
    kind: 'gap-tally',
    layout,
    responses: responseCount,
    items: counters.map(({ sums }) => sums()),
    ...dimensions.sums(),
  }));
}
