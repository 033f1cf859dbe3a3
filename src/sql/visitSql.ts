import { checkCycleShape } from '../model/checkShapes.ts';
import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { VisitTallyOptions } from '../moments/visits/definitionTypes.ts';
import { mergeVisitTallies } from '../moments/visits/mergeVisitTallies.ts';
import { tallyVisits } from '../moments/visits/tallyVisits.ts';
import type { VisitTally } from '../moments/visits/types.ts';
import { checkObject, checkOneOf, checkOptions, checkRows, refuse } from '../shared/refuse.ts';
import type { Result } from '../shared/result.ts';
import type { CountRow } from './countedRows.ts';
import { type DialectRules, dialectRules } from './dialect.ts';
import { columnOf, distinctRows, numberColumn, type SqlSource } from './query.ts';
import { readRepeated, tallyRepeated } from './repeated.ts';

/** Where stands what visits tell of a moment; what has no column is not told of any. */
export interface MomentSqlColumns {
  /** The rating, a number. */
  readonly rating?: string;
  /** Whether something went wrong: true or false, or 1 or 0. */
  readonly incident?: string;
  /** The cause of the incident, a text; where it stands, there was an incident. */
  readonly cause?: string;
  /** The severity of the incident, a whole number from 1 to 10. */
  readonly severity?: string;
  /** Whether the customer complained of the incident: true or false, or 1 or 0. */
  readonly complained?: string;
  /** How often the customer complained of it, a whole number. */
  readonly times?: string;
  /** Whether the incident was made good: true or false, or 1 or 0. */
  readonly recovered?: string;
  /** Whether something delighted the customer: true or false, or 1 or 0. */
  readonly delight?: string;
  /** How long the customer waited, in seconds. */
  readonly waitSeconds?: string;
}

/** Where stands what visits tell of a problem of the whole visit; what has no column is not told. */
export interface ProblemSqlColumns {
  /** Whether anything went wrong: true or false, or 1 or 0. */
  readonly happened?: string;
  /** Whether the customer complained: true or false, or 1 or 0. */
  readonly complained?: string;
  /** How often the customer complained, a whole number. */
  readonly times?: string;
  /** Whether it was made good: true or false, or 1 or 0. */
  readonly recovered?: string;
}

/** Which visits to count in a database: a table with a row for each visit. */
export interface VisitQuery<MomentId extends string = string> extends SqlSource {
  /** What is told of each moment, and where. */
  readonly moments: { readonly [Id in MomentId]?: MomentSqlColumns };
  /** What is told of a problem of the whole visit, and where. */
  readonly problem?: ProblemSqlColumns;
  /** The column of the overall answer, a number. */
  readonly overall?: string;
  /** The column that says whether the customer would come back: true or false, or 1 or 0. */
  readonly wouldReturn?: string;
}

const FIELDS = [
  'rating',
  'incident',
  'cause',
  'severity',
  'complained',
  'times',
  'recovered',
  'delight',
  'waitSeconds',
] as const;

/** The parts that are numbers whatever they are stored as. */
const NUMBERS: readonly string[] = ['rating', 'severity', 'times', 'waitSeconds', 'overall'];

const PROBLEM = ['happened', 'complained', 'times', 'recovered'] as const;

const QUERY = ['dialect', 'from', 'where', 'moments', 'problem', 'overall', 'wouldReturn'];

/** A column of visits: of which moment, what it tells, and what it is called in the rows that come back. */
interface VisitPart {
  /** The moment, or that it is the problem of the whole visit; absent for what is of the visit itself. */
  readonly of?: { readonly moment: string } | 'problem';
  readonly field: string;
  readonly column: string;
  readonly as: string;
}

/**
 * Writes the query that counts visits where they are stored: a row comes back for each different visit, which
 * {@link visitTallyFromCounts} makes a tally of, with its tables and the pairs of moments that go wrong together.
 *
 * Visits that tell of incidents alone are mostly alike, and few rows stand for millions. With a rating of every moment
 * and waits to the second hardly two are: then name the moments and columns that are asked about, and round waits in a
 * view. A table with a row for each moment of a visit is to be made one of a row for each visit, in a view too.
 *
 * @param cycle - the cycle that customers went through
 * @param query - where the visits are, and what their columns tell
 * @returns the text of the query
 * @throws ServiceCycleError `invalid-argument` for a dialect there is not, an option or a moment that is misspelt, no
 * column at all, and names that SQL cannot carry
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [
 *     { id: 'queue', name: 'Waits in line', contact: 'none' },
 *     { id: 'pay', name: 'Receives the money', contact: 'staff' },
 *   ],
 * });
 * const query = {
 *   dialect: 'duckdb',
 *   from: 'visits',
 *   moments: { queue: { incident: 'queue_failed' }, pay: { incident: 'pay_failed' } },
 *   wouldReturn: 'would_return',
 * } as const;
 * visitSql(bank, query).includes('COUNT(*) AS "occurs"'); // => true
 *
 * // The database runs it and gives such rows, with a column for each that was named, in their order.
 * const read = visitTallyFromCounts(bank, query, [
 *   { value1: false, value2: false, value3: true, occurs: 900n },
 *   { value1: true, value2: true, value3: false, occurs: 30n },
 * ]);
 * read.ok && read.value.coIncidents; // => [[30, 30], [30, 30]]
 */
export function visitSql<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  query: VisitQuery<NoInfer<Ids['moment']>>,
): string {
  checkCycleShape(cycle);
  checkOptions(query, QUERY);
  const rules = dialectRules(query.dialect);
  const selected = partsOf(cycle, query).map(({ field, column, as }) => ({
    as,
    term: termOf(field, column, rules),
  }));
  return distinctRows(selected, query, rules);
}

/**
 * Makes a tally of the rows that a database gave for {@link visitSql}: that of `tallyVisits` for the same visits, but
 * for the lists of first faults, which are empty, for rows of a table have no positions.
 *
 * @param cycle - the cycle that customers went through
 * @param query - what the text was written for; only its columns are read
 * @param rows - the rows that came back, objects by column in any order
 * @param options - how visits are counted, as for `tallyVisits`
 * @returns the tally, or what is wrong with the rows: the first twenty faults
 * @throws ServiceCycleError as `tallyVisits` does
 * @example
 * const kiosk = defineCycle({
 *   id: 'kiosk',
 *   name: 'Buying a paper',
 *   moments: [{ id: 'pay', name: 'Pays', contact: 'staff' }],
 * });
 * const query = { moments: { pay: { rating: 'pay' } }, overall: 'overall' } as const;
 * const read = visitTallyFromCounts(kiosk, query, [
 *   { value1: 5, value2: 4, occurs: 1000 },
 *   { value1: 1, value2: 1, occurs: 20 },
 * ]);
 * read.ok && read.value.outcome; // => { dissatisfied: 20, satisfied: 1000, unknown: 0 }
 */
export function visitTallyFromCounts<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  query: Omit<VisitQuery<NoInfer<Ids['moment']>>, keyof SqlSource>,
  rows: Iterable<object>,
  options: VisitTallyOptions<NoInfer<Ids['moment']>> = {},
): Result<VisitTally<Ids['moment']>> {
  checkCycleShape(cycle);
  checkOptions(query, QUERY);
  checkRows('rows', rows);
  const parts = partsOf(cycle, query);
  const read = readRepeated(
    rows,
    parts.map(({ as }) => as),
  );
  if (!read.ok) return read;
  const visits = read.value.map(({ row, occurs }) => ({ row: visitOf(row, parts), occurs }));
  const tally = tallyRepeated(
    visits,
    (some): VisitTally<Ids['moment']> => tallyVisits(cycle, some as never[], options),
    (one, other) => mergeVisitTallies<Ids['moment']>(one, other),
  );
  const issues = tally.issues.map((listed) => ({ ...listed, first: [] }));
  return { ok: true, value: { ...tally, issues } };
}

/** The columns that a query names, moment by moment and then of the whole visit. */
function partsOf(
  cycle: Cycle,
  { moments, problem, overall, wouldReturn }: Omit<VisitQuery, keyof SqlSource>,
): readonly VisitPart[] {
  checkObject('moments', moments);
  const known = cycle.moments.map(({ id }) => id);
  const named = Object.entries(moments).flatMap(([moment, columns]) => {
    checkOneOf('a key of moments', moment, known);
    if (columns === undefined) return [];
    checkObject(`moments.${moment}`, columns);
    checkOptions(columns, FIELDS);
    return FIELDS.flatMap((field) => {
      const column = columns[field];
      return column === undefined ? [] : [{ of: { moment }, field, column }];
    });
  });
  if (problem !== undefined) checkOptions(problem, PROBLEM, 'problem');
  const ofProblem = PROBLEM.flatMap((field) => {
    const column = problem?.[field];
    return column === undefined ? [] : [{ of: 'problem' as const, field, column }];
  });
  const whole = Object.entries({ overall, wouldReturn }).flatMap(([field, column]) =>
    column === undefined ? [] : [{ field, column }],
  );
  const parts = [...named, ...ofProblem, ...whole].map((part, at) => ({
    ...part,
    as: `value${at + 1}`,
  }));
  if (parts.length === 0) refuse('moments', moments, 'at least one column that tells of visits');
  return parts;
}

function termOf(field: string, column: string, rules: DialectRules): string {
  return NUMBERS.includes(field) ? numberColumn(column, rules) : columnOf(column, rules);
}

/** A row as a visit. */
function visitOf(row: CountRow, parts: readonly VisitPart[]): object {
  const records = new Map<string, Map<string, unknown>>();
  const problem = new Map<string, unknown>();
  const whole: Record<string, unknown> = {};
  for (const { of, field, as } of parts) {
    const value = row[as];
    if (value === null) continue;
    const told = NUMBERS.includes(field) || field === 'cause' ? value : asTruth(value);
    if (of === undefined) whole[field] = told;
    else if (of === 'problem') problem.set(field, told);
    else {
      const { moment } = of;
      records.set(moment, (records.get(moment) ?? new Map<string, unknown>()).set(field, told));
    }
  }
  const moments = [...records].map(([moment, told]) => [moment, recordOf(told)] as const);
  return { ...whole, ...problemOf(problem), moments: Object.fromEntries(moments) };
}

/** What is told of a problem, which is a record where more is told than that it happened. */
function problemOf(told: ReadonlyMap<string, unknown>): object {
  const { happened, ...parts } = Object.fromEntries(told);
  if (Object.keys(parts).length > 0 && happened !== false) return { problem: parts };
  return happened === undefined ? {} : { problem: happened };
}

/** What is told of a moment, as a record; a cause or whatever became of it makes an incident of its own. */
function recordOf(told: ReadonlyMap<string, unknown>): object {
  const only = (names: readonly string[]): object =>
    Object.fromEntries([...told].filter(([field]) => names.includes(field)));
  const incident = only(['cause', 'severity', 'complained', 'times', 'recovered']);
  return {
    ...only(['rating', 'incident', 'delight', 'waitSeconds']),
    ...(Object.keys(incident).length > 0 && { incident }),
  };
}

/** True and false, which databases without them write as 1 and 0. */
function asTruth(value: unknown): unknown {
  if (value === 1 || value === 1n) return true;
  return value === 0 || value === 0n ? false : value;
}
