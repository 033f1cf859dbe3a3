import type { SurveyResponse } from '../../model/observations.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { checkOptions, checkRows } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkSurvey } from '../answers/guards.ts';
import { layOut, ratedQuestions } from '../answers/ratedQuestions.ts';
import type { Tally } from '../types.ts';
import { checkColumns } from './checkColumns.ts';
import { checkKeys } from './checkKeys.ts';
import { countColumns } from './columnCounter.ts';
import type { ResponseColumns } from './columns.ts';
import { finishTally } from './finishTally.ts';
import { rowCounter } from './rowCounter.ts';
import type { CountedSlots } from './types.ts';
import { chooseUnique, isCounted, type UniqueResponses } from './uniqueResponses.ts';
import { type AllowedValues, foldUnlisted } from './unlistedValues.ts';

/** The keys that any of the rows have: a misspelt one does not compile. */
export type KeyOf<Row> = [Row] extends [never]
  ? string
  : Row extends unknown
    ? Extract<keyof Row, string>
    : never;

/**
 * What to group by: keys, or keys with the values that each may have (`'any'` for whatever comes).
 *
 * A value that is not among them, such as a misspelt one, is listed and counted as `unlisted`, and who
 * has it has no group, like those with a blank. Of a profile question the codes of its choices are the
 * values it may have, unless others are named.
 */
export type Grouping<Key extends string = string> =
  | readonly Key[]
  | { readonly [Name in Key]: readonly (string | number)[] | 'any' };

/** What `tallyResponses` takes besides the responses. */
export interface TallyOptions<Key extends string = string> {
  /** The keys of the response objects, or of the columns, to group by, perhaps with the values each may have. */
  readonly by?: Grouping<Key>;
  /** The key of the response objects that holds their weight; columns have their own `weights`. */
  readonly weight?: string;
  /** What tells responses apart; absent where each one counts. */
  readonly unique?: UniqueResponses;
}

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
  const layout = layOut(ratedQuestions(survey));
  checkTallyOptions(options, TALLY_OPTIONS);
  const { weight, unique } = options;
  const by = keysOf(options.by);
  const allowed = allowedValues(survey, options.by);
  const finish = (counted: CountedSlots<QuestionId>): Tally<QuestionId, Key> =>
    foldUnlisted(finishTally(survey.id, layout, counted), allowed);
  checkRows('responses', responses, 'columns', 'stream');
  if ('kind' in responses) {
    checkColumns(responses);
    const counts = unique && isCounted(responses.ids ?? [], responses.length, unique);
    return finish(countColumns(layout, responses, by, counts));
  }
  const counter = rowCounter(layout, by, weight);
  if (Symbol.asyncIterator in responses) {
    return inBatches(responses, unique, counter.addAll).then(() => finish(counter.counted()));
  }
  counter.addAll(unique === undefined ? responses : chooseUnique(responses, unique));
  return finish(counter.counted());
}

/** The keys to group by. */
export function keysOf<Key extends string>(by: Grouping<Key> = []): readonly Key[] {
  return isList(by) ? by : (Object.keys(by) as Key[]);
}

function isList<Key extends string>(by: Grouping<Key>): by is readonly Key[] {
  return Array.isArray(by);
}

/** The values that keys may have: those named, or else the choices of a profile question. */
export function allowedValues(survey: SatisfactionSurvey, by: Grouping = []): AllowedValues {
  const allowed = new Map<string, ReadonlySet<string>>();
  for (const key of keysOf(by)) {
    const named = isList(by) ? undefined : by[key];
    const question = survey.questions.find(({ id }) => id === key);
    if (named === 'any') continue;
    if (named !== undefined) allowed.set(key, new Set(named.map(String)));
    else if (question?.asks === 'profile') allowed.set(key, new Set(Object.keys(question.choices)));
  }
  return allowed;
}

/** The names of these options. */
export const TALLY_OPTIONS: readonly string[] = ['by', 'weight', 'unique'];

/** Refuses options that are none of these, and keys, weights and ids that cannot be. */
export function checkTallyOptions(options: TallyOptions, names: readonly string[]): void {
  checkOptions(options, names);
  const { by = [], weight, unique }: { [Name in keyof TallyOptions]: unknown } = options;
  if (Array.isArray(by)) checkKeys('by', by);
  else if (typeof by !== 'object' || by === null) throw refusal('by', by, 'a list of keys');
  else checkValues(by);
  if (weight !== undefined && typeof weight !== 'string') {
    throw refusal('weight', weight, 'the key of the weights');
  }
  if (unique !== undefined && (typeof unique !== 'object' || unique === null)) {
    throw refusal('unique', unique, 'an object with a key');
  }
}

function refusal(name: string, found: unknown, expected: string): ServiceCycleError {
  const message = `${name} is ${quote(found)}; expected ${expected}`;
  return new ServiceCycleError('invalid-argument', message);
}

function checkValues(by: object): void {
  for (const [key, values] of Object.entries(by) as [string, unknown][]) {
    const isOne = (value: unknown): boolean =>
      typeof value === 'string' || typeof value === 'number';
    if (values === 'any' || (Array.isArray(values) && values.every(isOne))) continue;
    throw refusal(`by.${key}`, values, "a list of texts or numbers, or 'any'");
  }
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
