import type { SurveyResponse } from '../../model/observations.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { checkRows } from '../../shared/refuse.ts';
import { checkSurvey } from '../answers/guards.ts';
import type { Tally } from '../types.ts';
import { checkColumns } from './checkColumns.ts';
import { countColumns } from './columnCounter.ts';
import type { ResponseColumns } from './columns.ts';
import { countedRows, countRows, rowCounter } from './rowCounter.ts';
import { checkTallyOptions, type KeyOf, TALLY_OPTIONS, type TallyOptions } from './tallyOptions.ts';
import { tallyMaker, tallyRows } from './tallyRows.ts';
import { chooseUnique, isCounted, type UniqueResponses } from './uniqueResponses.ts';

/**
 * Counts responses: how many gave each answer to each rated question, in each group.
 *
 * An answer counts as answered when it is a number of the scale; as not applicable when it is
 * `'not-applicable'` or one of the scale's own codes for it; as skipped when it is `null`, `undefined`
 * or absent. Everything else (text, 11 on 0 to 10, 7.5 between whole steps, `NaN`) counts as invalid
 * and the first ones are listed by position; the other answers of that response still count.
 *
 * Responses come as rows in any iterable, as columns, or as a stream. A tally takes memory for its
 * groups and not for its responses, unless `duplicates` have to be found.
 *
 * @param survey - the survey that was answered
 * @param responses - one object per customer, keyed by question id, or one column per question
 * @param options - what to group and weight by, and what tells responses apart
 * @returns the tally, a plain JSON value; for a stream, a promise of it
 * @throws ServiceCycleError `duplicate-response` when an id comes twice and neither is chosen;
 * `invalid-argument` for a column that is missing or too short, a key that is named twice, a date or another object
 * as a value to group by, or an option there is not. An error of the stream is passed on.
 * @example
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     {
 *       id: 'greeting',
 *       text: 'How satisfied were you with the greeting?',
 *       asks: 'satisfaction',
 *       scale: { min: 1, max: 5 },
 *     },
 *   ],
 * } as const;
 * const tally = tallyResponses(survey, [{ greeting: 5 }, { greeting: 6 }, { greeting: null }]);
 * tally.cells; // => [3, 0, 0, 0, 0, 1, 0, 1, 1]
 * tally.firstInvalid; // => [{ question: 'greeting', position: 1, found: '6' }]
 * const byBranch = tallyResponses(
 *   survey,
 *   [
 *     { greeting: 5, branch: 'south' },
 *     { greeting: 4, branch: 'north' },
 *   ],
 *   { by: ['branch'] },
 * );
 * byBranch.by; // => [{ name: 'branch', values: ['north', 'south'] }]
 */
export function tallyResponses<
  QuestionId extends string,
  Response extends SurveyResponse<QuestionId>,
  const Key extends KeyOf<Response> = never,
>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: readonly Response[] | Iterable<Response>,
  options?: TallyOptions<Key>,
): Tally<QuestionId, Key>;
/** The same for columns. */
export function tallyResponses<QuestionId extends string, const Key extends string = never>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: ResponseColumns<QuestionId, Key>,
  options?: TallyOptions<NoInfer<Key>>,
): Tally<QuestionId, Key>;
/** The same for a stream. */
export function tallyResponses<
  QuestionId extends string,
  Response extends SurveyResponse<QuestionId>,
  const Key extends KeyOf<Response> = never,
>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: AsyncIterable<Response>,
  options?: TallyOptions<Key>,
): Promise<Tally<QuestionId, Key>>;
export function tallyResponses<QuestionId extends string, Key extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: Iterable<object> | AsyncIterable<object> | ResponseColumns<QuestionId, Key>,
  options: TallyOptions<Key> = {},
): Tally<QuestionId, Key> | Promise<Tally<QuestionId, Key>> {
  checkSurvey(survey);
  checkTallyOptions(options, TALLY_OPTIONS);
  checkRows('responses', responses, 'columns', 'stream');
  if (Symbol.iterator in responses) return tallyRows(survey, responses, options);
  const { unique, weight } = options;
  const maker = tallyMaker(survey, options.by);
  if ('kind' in responses) {
    checkColumns(responses);
    const counts = unique && isCounted(responses.ids ?? [], responses.length, unique);
    return maker.finish(countColumns(maker.layout, responses, maker.by, counts));
  }
  const counter = rowCounter(maker.layout, maker.index, weight);
  return inBatches(responses, unique, (batch) => {
    countRows(counter, batch);
  }).then(() => maker.finish(countedRows(counter)));
}

/** How many responses of a stream are counted at once. */
const BATCH = 1024;

async function inBatches(
  responses: AsyncIterable<object>,
  unique: UniqueResponses | undefined,
  take: (batch: Iterable<unknown>) => void,
): Promise<void> {
  // To know a duplicate when it comes, the ids of the whole stream have to be looked at in one go.
  const limit = unique === undefined ? BATCH : Infinity;
  let batch: unknown[] = [];
  for await (const response of responses) {
    batch.push(response);
    if (batch.length < limit) continue;
    take(batch);
    batch = [];
  }
  take(unique === undefined ? batch : chooseUnique(batch, unique));
}
