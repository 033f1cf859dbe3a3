import type { SurveyResponse } from '../../model/observations.ts';
import type { RatedQuestion, SatisfactionSurvey } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { checkList, checkObject, checkText, isFields, refuse } from '../../shared/refuse.ts';
import { checkSurvey } from '../../survey/answers/guards.ts';
import { ownAnswerReader } from '../../survey/answers/ownAnswer.ts';
import { ratedQuestionFinder } from '../../survey/answers/ratedQuestions.ts';
import { type Responses, readResponses } from '../../survey/answers/readResponses.ts';
import { addNumber, fixedPointSums, plainCells } from '../../survey/tally/fixedPointCells.ts';
import { driverReader } from './driverReader.ts';
import { pairCounter } from './pairCounter.ts';
import type { DriverIdOf, DriverSource, DriverTally, TalliedDriver } from './types.ts';

/** Squares of lighter weights are lost in sums that are exact to 2^-96; those of heavier ones are not exact. */
const LIGHTEST = 1e-9;
const HEAVIEST = 1e9;

/** What `tallyDrivers` is to sum. */
export interface DriverSelection<
  QuestionId extends string = string,
  Source extends DriverSource<QuestionId> = DriverSource<QuestionId>,
> {
  /** What is to be explained, such as the overall satisfaction. */
  readonly outcome: DriverSource<QuestionId>;
  /** What may explain it: questions, or groups of them such as `areaDrivers` gives. */
  readonly drivers: readonly Source[];
  /**
   * The key of the response objects that holds their weight, 1e-9 to 1e9; absent where each counts once.
   * Weights are compared with each other only: those of a census may be divided by their mean.
   */
  readonly weight?: string;
}

/**
 * Sums the answers to an outcome and to what may drive it, with their products: what
 * `deriveImportance` computes from.
 *
 *     value = mean over the questions answered of the distance from the worst answer, in steps
 *     sums  = Σ over complete responses of weight · zᵢ · zⱼ,  z = 1, drivers, outcome
 *
 * A respondent has a driver of several questions when at least half of them are answered; the mean is
 * then taken over those. Only responses that have the outcome and every driver enter the sums, the
 * others are counted: tables of correlations that are filled pair by pair need not fit together. An
 * answer is read as in `tallyResponses`, and turned round where the scale is reversed, so that a
 * higher value is the better one.
 *
 * Every product is rounded to the nearest 2^-96th before it is added (whole answers need none), so
 * that tallies merge to the last bit in any order.
 *
 * @param survey - the survey that was answered
 * @param responses - one object per customer, keyed by question id, in any iterable or as a stream
 * @param selection - the outcome, the drivers, and the weight
 * @returns the tally, a plain JSON value; for a stream, a promise of it
 * @throws ServiceCycleError `unknown-id` for a question that the survey does not have or does not
 * rate; `invalid-argument` when two drivers have one id, a driver has no question or names one twice,
 * there is no driver, or there are more than 2,000, since a sum is kept for each pair; `wrong-scale` for a scale whose ends are not in order. An error of the stream
 * is passed on.
 * @example
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     { id: 'wait', text: 'The wait?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *     { id: 'desk', text: 'The desk?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *     { id: 'all', text: 'All in all?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *   ],
 * } as const;
 * const answers = [{ wait: 5, desk: 4, all: 5 }, { wait: 2, desk: 3, all: 1 }, { wait: 4, all: 4 }];
 * const tally = tallyDrivers(survey, answers, { outcome: 'all', drivers: ['wait', 'desk'] });
 * [tally.complete, tally.incomplete]; // => [2, 1]
 * tally.sums.whole; // => [2, 5, 17, 5, 14, 13, 4, 16, 12, 16, 2]
 */
export function tallyDrivers<
  QuestionId extends string,
  Response extends SurveyResponse<QuestionId>,
  const Source extends DriverSource<QuestionId>,
>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: readonly Response[] | Iterable<Response>,
  selection: DriverSelection<NoInfer<QuestionId>, Source>,
): DriverTally<DriverIdOf<Source>>;
/** The same for a stream. */
export function tallyDrivers<
  QuestionId extends string,
  Response extends SurveyResponse<QuestionId>,
  const Source extends DriverSource<QuestionId>,
>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: AsyncIterable<Response>,
  selection: DriverSelection<NoInfer<QuestionId>, Source>,
): Promise<DriverTally<DriverIdOf<Source>>>;
export function tallyDrivers(
  survey: SatisfactionSurvey,
  responses: Responses<unknown>,
  selection: DriverSelection,
): DriverTally | Promise<DriverTally> {
  checkSurvey(survey);
  checkObject('selection', selection);
  const { outcome, drivers, weight } = selection;
  checkList('drivers', drivers);
  for (const source of [...drivers, outcome]) checkSource(source);
  if (weight !== undefined) checkText('weight', weight);
  checkDrivers(drivers);
  const find = ratedQuestionFinder(survey);
  const readers = [...drivers, outcome].map((source) => readerOf(find, source));
  const weightOf = weight === undefined ? () => 1 : ownAnswerReader(weight);
  const pairs = drivers.map(pairCounter);
  const size = readers.length + 1;
  const sums = fixedPointSums((size * (size + 1)) / 2 + 1);
  const values = new Float64Array(size).fill(1);
  const counts = { responses: 0, complete: 0, incomplete: 0, invalid: 0, withoutWeight: 0 };

  function add(response: unknown): void {
    counts.responses += 1;
    const heavy = weightOf(response);
    if (!isWeight(heavy)) {
      counts.withoutWeight += 1;
      return;
    }
    let missing = 0;
    for (const [place, reader] of readers.entries()) {
      const value = reader.read(response);
      if (value === undefined) missing += 1;
      else values[place + 1] = value;
    }
    if (missing > 0) {
      counts.incomplete += 1;
      if (readers.some((reader) => reader.metInvalid())) counts.invalid += 1;
      return;
    }
    counts.complete += 1;
    addProducts(values, heavy);
  }

  function addProducts(z: Float64Array, heavy: number): void {
    let at = 0;
    for (let i = 0; i < size; i += 1) {
      const weighted = heavy * (z[i] ?? 0);
      for (let j = 0; j <= i; j += 1) {
        addNumber(sums, at, weighted * (z[j] ?? 0));
        at += 1;
      }
    }
    addNumber(sums, at, heavy * heavy);
    const end = z[size - 1] ?? 0;
    for (const [place, pair] of pairs.entries()) pair.add(z[place + 1] ?? 0, end, heavy);
  }

  return readResponses(responses, add, () => {
    const tallied = readers.map((reader) => reader.tallied());
    return {
      kind: 'driver-tally',
      survey: survey.id,
      outcome: tallied.at(-1) as TalliedDriver,
      drivers: tallied.slice(0, -1),
      ...(weight !== undefined && { weight }),
      ...counts,
      sums: plainCells(sums),
      pairs: pairs.map((pair) => pair.counted()),
    };
  });
}

function readerOf(
  find: (wanted: string) => RatedQuestion,
  source: DriverSource,
): ReturnType<typeof driverReader> {
  const { id, questions } =
    typeof source === 'string' ? { id: source, questions: [source] } : source;
  if (questions.length === 0 || new Set(questions).size < questions.length) {
    refuse(`the questions of ${quote(id)}`, questions, 'questions, each once');
  }
  return driverReader(
    id,
    questions.map((wanted) => {
      const { id: question, scale } = find(wanted);
      return { id: question, scale };
    }),
  );
}

function checkSource(source: DriverSource): void {
  if (typeof source === 'string') return;
  if (!isFields(source)) refuse('a driver or the outcome', source, 'a question or a group of them');
  checkList(`the questions of ${quote(source.id)}`, source.questions);
}

/** Sums of products of more pairs would take hundreds of megabytes. */
const MOST_DRIVERS = 2000;

function checkDrivers(drivers: readonly DriverSource[]): void {
  const ids = drivers.map((source) => (typeof source === 'string' ? source : source.id));
  const known = new Set<string>();
  const twice = ids.find((id) => known.size === known.add(id).size);
  if (ids.length === 0) refuse('drivers', drivers, 'at least one of them');
  if (ids.length > MOST_DRIVERS) {
    refuse('the number of drivers', ids.length, `at most ${MOST_DRIVERS}, since pairs are summed`);
  }
  if (twice !== undefined) refuse('the id of a second driver', twice, 'every driver once');
}

function isWeight(weight: unknown): weight is number {
  return typeof weight === 'number' && weight >= LIGHTEST && weight <= HEAVIEST;
}
