import { checkList, checkObject, checkOptions, refuse } from '../shared/refuse.ts';
import { checkText, type DialectRules, type SqlDialect, sqlName, sqlNumber } from './dialect.ts';

/** Which rows count: those whose value in a column is one of these, or lies between two. */
export type SqlCondition =
  | {
      /** The column. */
      readonly column: string;
      /** The values that count, at least one; `null` for rows without one. */
      readonly in: readonly (string | number | boolean | null)[];
    }
  | {
      /** The column. */
      readonly column: string;
      /** The lowest value that counts: a number, or a text such as `'2026-01-01'`. */
      readonly atLeast?: string | number;
      /** The lowest value that does not count any more. */
      readonly below?: string | number;
    };

/** Where rows stand, and which of them count. */
export interface SqlSource {
  /** The database that is to run the text. */
  readonly dialect: SqlDialect;
  /** The table or view: its name, or its parts, such as schema and name, from the outermost in. */
  readonly from: string | readonly string[];
  /** Which rows count: those for which all of it holds; all rows when absent. */
  readonly where?: readonly SqlCondition[];
}

/** The source of rows under the alias `r`: `FROM ... AS r`. */
export function fromClause(from: SqlSource['from'], rules: DialectRules): string {
  const parts: unknown = typeof from === 'string' ? [from] : from;
  checkList('from', parts);
  if (parts.length === 0) refuse('from', parts, 'the name of a table');
  return `FROM ${parts.map((part) => sqlName('from', part, rules)).join('.')} AS r`;
}

/** A column of the rows. Where no table is named, SQLite takes an unknown name for a text. */
export function columnOf(name: unknown, rules: DialectRules): string {
  return `r.${sqlName('a column', name, rules)}`;
}

/** The conditions as a clause, or nothing. */
export function whereClause(where: SqlSource['where'] = [], rules: DialectRules): string[] {
  checkList('where', where);
  const terms = where.map((condition) => conditionOf(condition, rules));
  return terms.length === 0 ? [] : [`WHERE ${terms.join('\n  AND ')}`];
}

function conditionOf(condition: SqlCondition, rules: DialectRules): string {
  checkObject('a condition of where', condition);
  checkOptions(condition, ['column', 'in', 'atLeast', 'below']);
  const column = columnOf(condition.column, rules);
  if ('in' in condition) {
    checkList('in of a condition', condition.in);
    if (condition.in.length === 0) refuse('in of a condition', condition.in, 'at least one value');
    const values = condition.in.filter((value) => value !== null);
    const listed = values.map((value) => literal(value, rules)).join(', ');
    const terms = [
      ...(values.length > 0 ? [`${column} IN (${listed})`] : []),
      ...(values.length < condition.in.length ? [`${column} IS NULL`] : []),
    ];
    return `(${terms.join(' OR ')})`;
  }
  const { atLeast, below } = condition;
  if (atLeast === undefined && below === undefined) {
    refuse('a condition of where', condition, 'in, atLeast or below');
  }
  return [
    ...(atLeast === undefined ? [] : [`${column} >= ${literal(atLeast, rules)}`]),
    ...(below === undefined ? [] : [`${column} < ${literal(below, rules)}`]),
  ].join(' AND ');
}

function literal(value: unknown, rules: DialectRules): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    case 'number':
      if (!Number.isFinite(value)) refuse('a value of where', value, 'a finite number');
      // Whole numbers as such, so that a whole column is not compared as a fraction.
      return Number.isSafeInteger(value) ? String(value) : sqlNumber(value, rules);
    case 'string':
      checkText('a value of where', value);
      return rules.text(value);
    default:
      return refuse('a value of where', value, 'a text, a number, true or false');
  }
}

/** A table of the whole numbers from 0, as many as are asked for. */
export function numbersTable(count: number, rules: DialectRules): string {
  const n = rules.name('n');
  const rows = Array.from(
    { length: count },
    (_, at) => `SELECT ${at}${at === 0 ? ` AS ${n}` : ''}`,
  );
  return `(${rows.join(' UNION ALL ')}) AS q`;
}

/** A column of a query: what it is called there, and what it holds. */
export interface SelectedColumn {
  /** Its name in the rows that come back. */
  readonly as: string;
  /** What it holds, as SQL. */
  readonly term: string;
}

/** A query for each different row of some columns, and how often it occurs: `occurs`. */
export function distinctRows(
  selected: readonly SelectedColumn[],
  { from, where }: Pick<SqlSource, 'from' | 'where'>,
  rules: DialectRules,
): string {
  const { name, ofGroup, groupBy } = rules;
  const names = selected.map(({ as }) => name(as));
  return [
    `SELECT ${names.map((as) => `${ofGroup(as)} AS ${as}`).join(', ')}, COUNT(*) AS ${name('occurs')}`,
    `FROM (`,
    `SELECT ${selected.map(({ term }, at) => `${term} AS ${names[at] ?? ''}`).join(', ')}`,
    fromClause(from, rules),
    ...whereClause(where, rules),
    `) AS c`,
    `GROUP BY ${names.map(groupBy).join(', ')}`,
  ].join('\n');
}

/** A column of numbers, as numbers of 64 bits whatever they are stored as. */
export function numberColumn(name: unknown, rules: DialectRules): string {
  const column = columnOf(name, rules);
  return rules.typesValues ? column : rules.number(column);
}
