import type { SatisfactionSurvey } from '../model/survey.ts';
import { checkObject, checkOptions } from '../shared/refuse.ts';
import { checkSurvey } from '../survey/answers/guards.ts';
import { layOut, ratedQuestions } from '../survey/answers/ratedQuestions.ts';
import { checkTallyOptions, type Grouping, keysOf } from '../survey/tally/tallyOptions.ts';
import { answerCell, answerColumn, type SqlColumns } from './answerCell.ts';
import { type DialectRules, dialectRules } from './dialect.ts';
import { columnOf, fromClause, numbersTable, type SqlSource, whereClause } from './query.ts';
import { digitSums, type WeightTerms, weightParts, weightTerms } from './weightSums.ts';

/** Which responses to count in a database, and what by. */
export interface TallyQuery<QuestionId extends string = string, Key extends string = string>
  extends SqlSource {
  /** The keys to group by, perhaps with the values that each may have: as for `tallyResponses`. */
  readonly by?: Grouping<Key>;
  /** The key of the weights; responses are not weighted when absent. */
  readonly weight?: string;
  /** Where questions, keys and the weight stand; each in a column of its own name when absent. */
  readonly columns?: SqlColumns<QuestionId | Key> & SqlColumns;
}

/** The cell of responses that do not count because of their weight, where rows tell of them. */
export const INVALID_WEIGHT: number = -1;

/** The cell of responses of weight 0. */
export const ZERO_WEIGHT: number = -2;

/** The name of the column that holds the values of a key. */
export const keyName = (level: number): string => `key${level + 1}`;

/** The names of what a query for a tally may say. */
const QUERY: readonly string[] = ['dialect', 'from', 'where', 'by', 'weight', 'columns'];

/**
 * Writes the query that counts responses where they are stored: one `GROUP BY`, whose rows
 * {@link tallyFromCounts} makes a tally of. The package opens no connection; a database, or a cluster with a billion
 * responses, does the counting, and a row comes back for each answer that occurs in a group.
 *
 * The cells are those of `tallyResponses` for the same rows, to the last bit: an answer off its scale is invalid, `NULL`
 * is skipped, codes are not applicable. A response is in a row, and every row counts: where one may come twice, name a
 * view without duplicates. Answers are numbers; say of a column of texts that it is one, and what its texts stand for
 * (`type: 'text'`, `recode`), for else MySQL takes `'n/a'` for 0, which is a detractor. SQLite, where each value has a
 * type of its own, is asked for it.
 *
 * Sums of weights are exact in whatever order the database adds, since they are summed as whole numbers: digits to the
 * base 2^24, up to 2^29 responses in a cell. What differs from `tallyResponses` is that `firstInvalid` is empty, for
 * rows of a table have no positions.
 *
 * Names are quoted as the dialect does, values are literals, and nothing comes from the data.
 *
 * @param survey - the survey that was answered
 * @param query - where the responses are, what to group and weigh by
 * @returns the text of the query; its columns are `key1` and so on, `cell`, `responses`, and digits of weights
 * @throws ServiceCycleError `invalid-argument` for a dialect there is not, an option that is misspelt, and names or texts
 * that SQL cannot carry: those with NUL or half a character, and in PostgreSQL names of more than 63 bytes
 * @example
 * const survey = defineSurvey({
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
 * });
 * const query = {
 *   dialect: 'duckdb',
 *   from: ['survey', 'responses'],
 *   by: ['branch'],
 *   where: [{ column: 'answered', atLeast: '2026-01-01', below: '2026-02-01' }],
 *   columns: { branch: 'Branch', recommend: 'Q1' },
 * } as const;
 * const text = tallySql(survey, query);
 * text.includes('FROM "survey"."responses" AS r'); // => true
 *
 * // The database runs it and gives such rows; cell 0 counts all responses.
 * const read = tallyFromCounts(survey, query, [
 *   { key1: 'north', cell: 0, responses: 3n },
 *   { key1: 'north', cell: 11, responses: 2n },
 *   { key1: 'north', cell: 7, responses: 1n },
 * ]);
 * read.ok && read.value.cells; // => [3, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0]
 */
export function tallySql<QuestionId extends string, const Key extends string = never>(
  survey: SatisfactionSurvey<QuestionId>,
  query: TallyQuery<QuestionId, Key>,
): string {
  checkSurvey(survey);
  checkOptions(query, QUERY);
  const { dialect, from, where, by, weight, columns = {} } = query;
  checkTallyOptions(
    { ...(by !== undefined && { by }), ...(weight !== undefined && { weight }) },
    QUERY,
  );
  checkObject('columns', columns);
  const rules = dialectRules(dialect);
  const { name, groupBy, ofGroup } = rules;
  const layout = layOut(ratedQuestions(survey));
  const plainColumn = (key: string): string => columnOf(answerColumn(columns, key).column, rules);
  const keys = keysOf(by).map((key, level) => ({
    key: name(keyName(level)),
    column: plainColumn(key),
  }));
  const terms = weight === undefined ? undefined : weightTerms(plainColumn(weight), rules);
  const cells = layout.questions.map((question) =>
    answerCell(question, answerColumn(columns, question.id), rules),
  );
  const cell = name('cell');
  const rows = [
    `SELECT ${[
      ...keys.map(({ key, column }) => `${column} AS ${key}`),
      `${cellOfRow(cells, terms, rules)} AS ${cell}`,
      ...(terms ? [`${terms.value} AS ${name('weight')}`] : []),
    ].join(',\n')}`,
    fromClause(from, rules),
    `CROSS JOIN ${numbersTable(cells.length + 1, rules)}`,
    ...whereClause(where, rules),
  ].join('\n');
  const kept = [...keys.map(({ key }) => key), cell];
  const counted = terms ? weightParts(rows, kept, rules) : rows;
  return [
    `SELECT ${[
      ...keys.map(({ key }) => `${ofGroup(key)} AS ${key}`),
      cell,
      `COUNT(*) AS ${name('responses')}`,
      ...(terms ? digitSums(rules) : []),
    ].join(', ')}`,
    `FROM (\n${counted}\n) AS c`,
    `WHERE ${cell} IS NOT NULL`,
    `GROUP BY ${[...keys.map(({ key }) => groupBy(key)), cell].join(', ')}`,
  ].join('\n');
}

/** The cell of a row for each number of `q`: at 0 that of the response itself, then that of each answer. */
function cellOfRow(
  cells: readonly string[],
  terms: WeightTerms | undefined,
  { name }: DialectRules,
): string {
  const ofResponse =
    terms === undefined
      ? '0'
      : `CASE WHEN ${terms.counts} THEN 0 WHEN ${terms.isZero} THEN ${ZERO_WEIGHT} ELSE ${INVALID_WEIGHT} END`;
  const branches = cells.map((cell, at) => {
    const counted = terms === undefined ? cell : `CASE WHEN ${terms.counts} THEN ${cell} END`;
    return `WHEN ${at + 1} THEN ${counted}`;
  });
  return `CASE q.${name('n')}\nWHEN 0 THEN ${ofResponse}\n${branches.join('\n')}${branches.length > 0 ? '\n' : ''}END`;
}
