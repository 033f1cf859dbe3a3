import type { SurveyResponse } from '../../model/observations.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { checkRows } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkSurvey } from '../../survey/answers/guards.ts';
import { isInherited, isRow, ownAnswerReader } from '../../survey/answers/ownAnswer.ts';
import { checkColumns } from '../../survey/tally/checkColumns.ts';
import type { ResponseColumns } from '../../survey/tally/columns.ts';
import { addBlock, BLOCK_LENGTH, emptyBlock, type ItemBlock } from './itemBlock.ts';
import { INVALID, type ItemReader, itemReaders, readPoints } from './itemReader.ts';
import { packColumns } from './packedColumns.ts';
import { checkSelection, selectItems } from './selectItems.ts';
import type { ItemSelection, ItemTally, TalliedItem } from './types.ts';

/**
 * Sums the answers to several questions: what Cronbach's alpha is computed from.
 *
 * Only responses that answer every item enter the sums; the others are counted. An answer is read as
 * in `tallyResponses`: text, 11 on 0 to 10 or 7.5 between whole steps is invalid, and `null` or a code
 * for "does not apply" is no answer. Answers on a reversed scale are turned round, x to min + max - x.
 *
 * @param survey - the survey that was answered
 * @param responses - one object per customer, keyed by question id, or columns; typed arrays of whole
 * numbers are the fastest
 * @param selection - the items, by id or by dimension
 * @returns the tally, a plain JSON value that merges exactly with others
 * @throws ServiceCycleError `unknown-id` when the survey has no such rated question or dimension;
 * `invalid-argument` when an item is named twice or a column is too short
 * @example
 * const survey = {
 *   id: 'stay',
 *   title: 'Your stay',
 *   questions: [
 *     { id: 'kind', text: 'Were staff kind?', asks: 'perception', scale: { min: 1, max: 5 } },
 *     { id: 'quick', text: 'Were staff quick?', asks: 'perception', scale: { min: 1, max: 5 } },
 *   ],
 * } as const;
 * const items = { items: ['kind', 'quick'] } as const;
 * const tally = tallyItems(survey, [{ kind: 5, quick: 4 }, { kind: 3, quick: null }], items);
 * tally.sums; // => [4, 3]
 * tally.withTotal; // => [28, 21]
 * tally.incomplete; // => 1
 */
export function tallyItems<QuestionId extends string, Response extends SurveyResponse<QuestionId>>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: readonly Response[] | Iterable<Response> | ResponseColumns<NoInfer<QuestionId>>,
  selection: ItemSelection<NoInfer<QuestionId>>,
): ItemTally<QuestionId> {
  checkSurvey(survey);
  checkSelection(selection);
  checkRows('responses', responses, 'columns');
  const items = selectItems(survey, selection);
  const isColumns = 'kind' in responses;
  if (isColumns) checkColumns(responses);
  const sums = emptyBlock(itemReaders(items, isColumns ? responses.blank : undefined));
  if (isColumns) addColumns(sums, items, responses);
  else addResponses(sums, items, responses);
  return {
    kind: 'item-tally',
    survey: survey.id,
    items,
    complete: sums.complete,
    incomplete: sums.incomplete,
    invalid: sums.invalid,
    sums: Array.from(sums.sums),
    squares: Array.from(sums.squares),
    withTotal: Array.from(sums.withTotal),
  };
}

function addResponses<QuestionId extends string>(
  into: ItemBlock,
  items: readonly TalliedItem<QuestionId>[],
  responses: Iterable<SurveyResponse<QuestionId>>,
): void {
  const { readers, points } = into;
  const ids = items.map(({ id }) => id);
  const isOdd = ids.some(isInherited);
  const answersOf = isOdd ? ids.map(ownAnswerReader) : [];
  let row = 0;
  for (const response of responses) {
    const isObject = isRow(response);
    for (let place = 0; place < items.length; place += 1) {
      const reader = readers[place] as ItemReader;
      points[place * BLOCK_LENGTH + row] = isObject
        ? readPoints(
            reader,
            // Plainly where it may be: a function for each question makes it slower by half.
            isOdd ? answersOf[place]?.(response) : response[ids[place] as QuestionId],
          )
        : INVALID;
    }
    row += 1;
    if (row === BLOCK_LENGTH) {
      addBlock(into, row);
      row = 0;
    }
  }
  addBlock(into, row);
}

function addColumns<QuestionId extends string>(
  into: ItemBlock,
  items: readonly TalliedItem<QuestionId>[],
  { length, answers }: ResponseColumns<QuestionId>,
): void {
  const columns = items.map(({ id }) =>
    columnOf(ownAnswerReader(id)(answers) as ArrayLike<unknown> | undefined, id, length),
  );
  const packed = packColumns(into.readers, columns);
  for (let from = 0; from < length; from += BLOCK_LENGTH) {
    const rows = Math.min(BLOCK_LENGTH, length - from);
    if (packed && rows === BLOCK_LENGTH) packed.addBlock(into, from);
    else {
      for (const [place, column] of columns.entries()) readColumn(into, place, column, from, rows);
      addBlock(into, rows);
    }
  }
}

function readColumn(
  { readers, points }: ItemBlock,
  place: number,
  column: ArrayLike<unknown>,
  from: number,
  rows: number,
): void {
  const reader = readers[place] as ItemReader;
  const first = place * BLOCK_LENGTH;
  for (let row = 0; row < rows; row += 1) {
    points[first + row] = readPoints(reader, column[from + row]);
  }
}

/** The answers to an item; one without a column was skipped by everybody. */
function columnOf(
  column: ArrayLike<unknown> | undefined,
  id: string,
  length: number,
): ArrayLike<unknown> {
  const answers = column ?? { length };
  if (answers.length >= length) return answers;
  throw new ServiceCycleError(
    'invalid-argument',
    `column ${quote(id)} has ${quote(answers.length)} answers; expected ${length}`,
  );
}
