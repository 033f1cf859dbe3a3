import { checkSurveyTexts } from '../../model/checkShapes.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { isFields, refuse } from '../../shared/refuse.ts';
import { cellText, codeOf } from '../reading/cellText.ts';
import { type Cell, type CountedColumn, countedColumn } from '../reading/columnCounter.ts';
import { eachRow, type RowSink } from '../reading/eachRow.ts';
import { type ImportLog, importLog } from '../reading/importLog.ts';
import type { DataRow, Import } from '../reading/importTypes.ts';
import { type ReadRow, rowReader } from '../reading/rowReader.ts';
import { setOwn } from '../reading/setOwn.ts';
import { type ResponsePlan, responsePlan } from './responsePlan.ts';
import type { Asked, ReadResponse, ResponseMapping } from './responseTypes.ts';

/**
 * Reads responses out of rows, such as those of a CSV file, by a mapping of columns to questions.
 *
 * Rows are objects keyed by header, or lists of cells with the headers first, which also tells ragged lines and
 * repeated headers. A text is a number only where all of it is one (`9`, ` 9 `, `9.0`); codes are compared as
 * text. Codes of a column come first, then its `recode`, then the answers of the question, then the codes of the
 * file's `defaults`, which therefore never take an answer away: 0 blank in the file stays 0 on a scale from 0. In
 * a column with `recode` the file's codes come before answers that are not recoded.
 *
 * What is not understood stays in the response as it is, so that it is counted as invalid, and is listed in
 * the report; a choice or value to group by that is none of the allowed ones becomes `null`. Rows without id,
 * of a known id, of unread weight, blank, too long or too short are left out and counted. `positions` of the report
 * leads from a response back to its row.
 *
 * Faults of the mapping give no value: `wrong-type`, `missing`, `unknown-key`, `unknown-reference`, `not-allowed`,
 * `no-column`, `two-columns`, `mapping-of-another-cycle`, `repeated-header`, and `duplicate-id` with `duplicates: 'refuse'`.
 *
 * The responses are held in memory, and ids where they are asked for; for more than that read part by part and merge
 * the tallies.
 *
 * @param asked - a survey, or a cycle that has one
 * @param rows - a list, another iterable or a stream
 * @param mapping - which column answers which question
 * @example
 * const survey = defineSurvey({
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     { id: 'nps', text: 'Recommend us?', asks: 'recommendation', scale: { min: 0, max: 10 } },
 *     { id: 'wait', text: 'How was the wait?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *   ],
 * });
 * const rows = [
 *   ['Id', 'NPS', 'Wait', 'Branch', 'Date'],
 *   ['1', '10', '5', 'North', '2024-03-28'],
 *   ['2', '0', '9', 'South', '2024-04-02'],
 *   ['2', '0', '9', 'South', '2024-04-02'],
 *   ['3', '7', 'good', 'North', '2024-04-03'],
 * ];
 * const read = readResponses(survey, rows, {
 *   defaults: { notApplicable: [9], blank: [0] },
 *   columns: { NPS: 'nps', Wait: { question: 'wait' } },
 *   keys: { branch: 'Branch', month: { from: 'Date', as: 'month' } },
 *   id: 'Id',
 * });
 * read.ok && read.value;
 * // => [
 * //   { nps: 10, wait: 5, branch: 'North', month: '2024-03', id: '1' },
 * //   { nps: 0, wait: 'not-applicable', branch: 'South', month: '2024-04', id: '2' },
 * //   { nps: 7, wait: 'good', branch: 'North', month: '2024-04', id: '3' },
 * // ]
 * read.issues.map(({ message }) => message);
 * // => [
 * //   'rows.Id: found "2" in row 2, expected each id once',
 * //   'rows.Wait: found "good" in row 3, expected 1 to 5',
 * // ]
 */
export function readResponses<QuestionId extends string, const Key extends string = never>(
  asked: Asked<QuestionId>,
  rows: Iterable<DataRow>,
  mapping: ResponseMapping<NoInfer<QuestionId>, Key>,
): Import<readonly ReadResponse<QuestionId, Key>[]>;
/** The same for a stream. */
export function readResponses<QuestionId extends string, const Key extends string = never>(
  asked: Asked<QuestionId>,
  rows: AsyncIterable<DataRow>,
  mapping: ResponseMapping<NoInfer<QuestionId>, Key>,
): Promise<Import<readonly ReadResponse<QuestionId, Key>[]>>;
export function readResponses(
  asked: Asked,
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  mapping: ResponseMapping,
): Import<readonly ReadResponse[]> | Promise<Import<readonly ReadResponse[]>> {
  const isCycle = isFields(asked) && 'moments' in asked;
  const survey = isCycle ? asked.survey : asked;
  if (isCycle && survey === undefined) refuse('the survey of the cycle', survey, 'a survey');
  checkSurveyTexts(survey);
  const log = importLog();
  const to = { survey: survey as SatisfactionSurvey, cycle: isCycle ? asked.id : undefined };
  const plan = responsePlan(mapping, to, log);
  return eachRow(rows, plan.long ? longSink(plan, plan.long, log) : wideSink(plan, log));
}

type ResponseSink = RowSink<Import<readonly ReadResponse[]>>;

function wideSink({ answers, keys, rows }: ResponsePlan, log: ImportLog): ResponseSink {
  const columns = [...answers, ...keys];
  const names = columns.map(({ as }) => as);
  const responses: ReadResponse[] = [];
  const positions: number[] = [];
  const reader = rowReader({ ...rows, columns }, log, ({ position, id, weight, cells }) => {
    responses.push(responseOf(names, cells, id, weight));
    positions.push(position);
  });
  return {
    push: reader.push,
    end: () => log.finish(() => responses, { ...reader.end(), positions }),
  };
}

/** What is known of one respondent in the long layout. */
interface Respondent {
  readonly position: number;
  readonly weight: number | undefined;
  readonly keys: readonly Cell[];
  readonly cells: (Cell | undefined)[];
}

function longSink(
  { answers, keys, rows }: ResponsePlan,
  long: NonNullable<ResponsePlan['long']>,
  log: ImportLog,
): ResponseSink {
  const items: readonly CountedColumn[] = answers.map((column) => countedColumn(column, log));
  const placeOf = new Map(answers.map(({ header }, place) => [header.trim(), place]));
  const as = (name: 'item' | 'answer') => ({
    header: long[name],
    as: name,
    path: ['mapping', name],
    expected: 'a text',
    read: (cell: unknown): Cell => ({ state: 'blank', value: cell }),
  });
  const respondents = new Map<string, Respondent>();
  const unknown = countedColumn(
    {
      ...as('item'),
      expected: 'an item that is one of the columns of the mapping',
      read: unreadCell,
    },
    log,
  );
  const take = ({ position, id = '', weight, cells, raws }: ReadRow): void => {
    const [, answer, ...ownKeys] = cells;
    let known = respondents.get(id);
    if (known === undefined) {
      known = { position, weight, keys: ownKeys, cells: answers.map(() => undefined) };
      respondents.set(id, known);
    } else if (
      known.weight !== weight ||
      known.keys.some((key, at) => key.value !== ownKeys[at]?.value)
    ) {
      log.note({
        code: 'differing-values',
        path: ['rows', rows.id ?? 'id'],
        found: id,
        expected: 'the same keys and weight in all rows of an id',
        row: position,
      });
    }
    const item = cellText(raws[0]) ?? '';
    const place = placeOf.get(item) ?? placeOf.get(codeOf(item));
    const column = place === undefined ? undefined : items[place];
    if (place === undefined || column === undefined) {
      unknown.count(unreadCell(raws[0]), raws[0], position);
      log.drop('unread');
      return;
    }
    if (known.cells[place] !== undefined) {
      log.note({
        code: 'duplicate-id',
        path: ['rows', item],
        found: id,
        expected: 'one answer to each item; the first counts',
        row: position,
      });
      log.drop('duplicate-id');
      return;
    }
    const cell = column.read(answer?.value);
    column.count(cell, raws[1], position);
    known.cells[place] = cell;
  };
  const plan = { ...rows, columns: [as('item'), as('answer'), ...keys] };
  const reader = rowReader(plan, log, take);
  const names = [...answers, ...keys].map(({ as: name }) => name);
  return {
    push: reader.push,
    end: () => {
      const { read, unmapped, columns } = reader.end();
      const kept = [...respondents.values()];
      const value = (): ReadResponse[] =>
        [...respondents].map(([id, one]) =>
          responseOf(names, [...one.cells, ...one.keys], id, one.weight),
        );
      return log.finish(value, {
        read,
        unmapped,
        columns: [...items.map((item) => item.report()), ...columns.slice(2), unknown.report()],
        positions: kept.map(({ position }) => position),
      });
    },
  };
}

function unreadCell(value: unknown): Cell {
  return { state: 'unread', value };
}

/** An object of its own fields, whatever they are called. */
function responseOf(
  names: readonly string[],
  cells: readonly (Cell | undefined)[],
  id: string | undefined,
  weight: number | undefined,
): ReadResponse {
  const response: { [name: string]: unknown } = {};
  for (const [at, name] of names.entries()) setOwn(response, name, cells[at]?.value ?? null);
  if (id !== undefined) setOwn(response, 'id', id);
  if (weight !== undefined) setOwn(response, 'weight', weight);
  return response as ReadResponse;
}
