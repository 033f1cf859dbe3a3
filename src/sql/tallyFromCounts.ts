import type { SatisfactionSurvey } from '../model/survey.ts';
import { checkObject, checkRows, isFields } from '../shared/refuse.ts';
import type { Result } from '../shared/result.ts';
import { checkSurvey } from '../survey/answers/guards.ts';
import { longer, makeRoom } from '../survey/tally/fixedPointCells.ts';
import { groupIndex } from '../survey/tally/groupIndex.ts';
import { addFault } from '../survey/tally/parseTallyFaults.ts';
import { readTally } from '../survey/tally/readTally.ts';
import { checkTallyOptions } from '../survey/tally/tallyOptions.ts';
import { tallyMaker } from '../survey/tally/tallyRows.ts';
import { weightAdder } from '../survey/tally/weightAdder.ts';
import type { Tally } from '../survey/types.ts';
import { type CountRow, rowReader } from './countedRows.ts';
import { INVALID_WEIGHT, keyName, type TallyQuery, ZERO_WEIGHT } from './tallySql.ts';
import { addDigits, digitsOf, SUMMED } from './weightSums.ts';

/**
 * Makes a tally of the rows that a database gave for {@link tallySql}, and judges it as `parseTally` judges one: a
 * result that was cut off, or of another survey, does not add up.
 *
 * Rows are objects by column, in any order; counts may be numbers, big integers or texts of digits, as drivers give
 * them. Rows of several databases, or of several days, may stand in one list: what counts the same is added up. Values
 * to group by become texts as in `tallyResponses`, blank ones none, and those not allowed are listed as `unlisted`.
 *
 * @param survey - the survey that was answered
 * @param query - what the text was written for; only `by` and `weight` are read
 * @param rows - the rows that came back
 * @returns the tally, with the cells of `tallyResponses` for the same responses and without `firstInvalid`; or all that
 * is wrong with the rows: the first twenty faults in them, or else in the tally
 * @throws ServiceCycleError `invalid-argument` for an argument that cannot be
 * @example
 * const survey = defineSurvey({
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
 * });
 * const rows = [
 *   { key1: 'south', cell: 0, responses: '2' },
 *   { key1: 'south', cell: 5, responses: '1' },
 *   { key1: 'south', cell: 7, responses: '1' },
 * ];
 * const read = tallyFromCounts(survey, { by: ['branch'] }, rows);
 * read.ok && read.value.cells; // => [2, 0, 0, 0, 0, 1, 0, 1, 0]
 *
 * // Without its last row the result does not add up.
 * const cut = tallyFromCounts(survey, { by: ['branch'] }, rows.slice(0, 2));
 * cut.ok; // => false
 */
export function tallyFromCounts<QuestionId extends string, const Key extends string = never>(
  survey: SatisfactionSurvey<QuestionId>,
  query: Pick<TallyQuery<NoInfer<QuestionId>, Key>, 'by' | 'weight'>,
  rows: Iterable<object>,
): Result<Tally<QuestionId, Key>> {
  checkSurvey(survey);
  checkObject('query', query);
  const { by, weight } = query;
  checkTallyOptions({ ...(by !== undefined && { by }), ...(weight !== undefined && { weight }) }, [
    'by',
    'weight',
  ]);
  checkRows('rows', rows);
  const maker = tallyMaker(survey, by);
  const { by: names } = maker;
  const { width } = maker.layout;
  const keys = names.map((_, level) => keyName(level));
  const reader = rowReader();
  const index = groupIndex(keys);
  const weights = weight === undefined ? undefined : weightAdder(width);
  const leastCell = weights === undefined ? 0 : ZERO_WEIGHT;
  let cells = new Float64Array(width);
  let invalidWeights = 0;
  let zeroWeights = 0;

  function add(row: CountRow, at: number): void {
    const before = reader.issues.length;
    const cell = reader.whole(row, at, 'cell');
    const responses = reader.count(row, at, 'responses');
    if (reader.issues.length > before) return;
    if (cell < leastCell || cell >= width) {
      addFault(
        reader.issues,
        'out-of-range',
        [at, 'cell'],
        cell,
        `a cell from ${leastCell} to ${width - 1}`,
      );
      return;
    }
    if (cell === INVALID_WEIGHT) invalidWeights += responses;
    else if (cell === ZERO_WEIGHT) zeroWeights += responses;
    else {
      for (const key of keys) reader.key(row, at, key);
      if (reader.issues.length > before) return;
      const place = (keys.length > 0 ? index.slotOf(row) : 0) * width + cell;
      if (place >= cells.length) cells = longer(cells, place + 1);
      cells[place] = (cells[place] as number) + responses;
      if (weights !== undefined) addWeights(row, at, place);
    }
  }

  function addWeights(row: CountRow, at: number, place: number): void {
    for (const summed of SUMMED) {
      const sums = weights?.[summed === 'weight' ? 'sums' : 'squares'];
      const digits = digitsOf(summed).map((name) => reader.count(row, at, name));
      if (sums === undefined) continue;
      makeRoom(sums, place + 1);
      addDigits(sums, place, digits);
    }
  }

  let at = 0;
  for (const row of rows) {
    if (isFields(row)) add(row as CountRow, at);
    else addFault(reader.issues, 'wrong-type', [at], row, 'an object by column');
    if (reader.isFull()) break;
    at += 1;
  }
  const [first, ...others] = reader.issues;
  if (first !== undefined) return { ok: false, issues: [first, ...others] };
  const { by: met, ...ordered } = index.ordered();
  const slots = ordered.slots.length;
  const counts = longer(cells, slots * width);
  const counted = {
    ordered: { ...ordered, by: met.map((key, level) => ({ ...key, name: names[level] ?? '' })) },
    cells: counts,
    responses: Array.from({ length: slots }, (_, slot) => counts[slot * width] ?? 0),
    weights,
    invalidWeights,
    zeroWeights,
    firstInvalid: [],
  };
  return readTally(survey, maker.finish(counted)) as Result<Tally<QuestionId, Key>>;
}
