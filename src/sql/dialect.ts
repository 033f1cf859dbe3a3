import { checkOneOf, refuse } from '../shared/refuse.ts';

/**
 * The databases that a text can be written for. `mysql` is MariaDB too, and `spark` is Databricks.
 *
 * The texts are run by this package's tests on DuckDB, PostgreSQL and SQLite; those for the others are parsed there
 * by a parser of their dialect, and not run.
 */
export type SqlDialect =
  | 'duckdb'
  | 'postgres'
  | 'sqlite'
  | 'mysql'
  | 'clickhouse'
  | 'bigquery'
  | 'snowflake'
  | 'spark'
  | 'trino';

/** How one database writes what differs between them. */
export interface DialectRules {
  /** A name, quoted. */
  readonly name: (name: string) => string;
  /** A text as a literal. */
  readonly text: (text: string) => string;
  /** A value brought to a number of 64 bits. */
  readonly number: (value: string) => string;
  /** A whole number of 64 bits brought to a whole number. */
  readonly whole: (value: string) => string;
  /** The largest whole number that is not above a number of 0 or more. */
  readonly floor: (value: string) => string;
  /** A column as it is compared with literals of texts, byte by byte. */
  readonly bytes: (column: string) => string;
  /** A text as a literal that is compared with such a column. */
  readonly byteText: (text: string) => string;
  /** A key as it is grouped by, so that texts that differ in case alone are not one group. */
  readonly groupBy: (key: string) => string;
  /** A key of a group as it is selected. */
  readonly ofGroup: (key: string) => string;
  /** Whether every value of a column has a type of its own. */
  readonly typesValues: boolean;
  /** How many bytes a name has at most, where longer ones are cut without a word. */
  readonly longestName?: number;
}

/** The names of the databases. */
const DIALECTS: readonly SqlDialect[] = [
  'duckdb',
  'postgres',
  'sqlite',
  'mysql',
  'clickhouse',
  'bigquery',
  'snowflake',
  'spark',
  'trino',
];

/** The rules of a dialect; refuses what is none. */
export function dialectRules(dialect: SqlDialect): DialectRules {
  checkOneOf('dialect', dialect, DIALECTS);
  switch (dialect) {
    case 'duckdb':
    case 'trino':
      return rules({});
    case 'snowflake':
      return rules({ text: escaped });
    case 'postgres':
      return rules({
        // Whatever standard_conforming_strings says, in this form a backslash has one meaning.
        text: (text) => (text.includes('\\') ? `E${escaped(text)}` : doubled(text)),
        number: (value) => `CAST(${value} AS DOUBLE PRECISION)`,
        longestName: 63,
      });
    case 'sqlite':
      return rules({
        number: (value) => `CAST(${value} AS REAL)`,
        whole: (value) => `CAST(${value} AS INTEGER)`,
        floor: (value) => `CAST(CAST(${value} AS INTEGER) AS REAL)`,
        bytes: (column) => `CAST(${column} AS TEXT) COLLATE BINARY`,
        groupBy: (key) => `${key} COLLATE BINARY`,
        typesValues: true,
      });
    case 'mysql':
      return rules({
        name: backticked,
        // Whatever the mode says of backslashes, in this form there is none.
        text: (text) => (text.includes('\\') ? `_utf8mb4 ${hexadecimal(text)}` : doubled(text)),
        number: (value) => `(${value} + 0e0)`,
        whole: (value) => `CAST(${value} AS SIGNED)`,
        // Its usual collations take 'na' for 'NA', and texts for the same with spaces behind.
        bytes: (column) => `CAST(CONVERT(${column} USING utf8mb4) AS BINARY)`,
        byteText: hexadecimal,
        groupBy: (key) => `CAST(${key} AS BINARY)`,
        ofGroup: (key) => `MIN(${key})`,
      });
    case 'clickhouse':
      return rules({
        // Both a doubled quote and a backslash mean something within names.
        name: (name) => backticked(name.replaceAll('\\', '\\\\')),
        text: escaped,
        number: (value) => `toFloat64(${value})`,
        whole: (value) => `toInt64(${value})`,
      });
    case 'bigquery':
      return rules({
        name: plainName,
        text: escaped,
        number: (value) => `CAST(${value} AS FLOAT64)`,
        whole: (value) => `CAST(${value} AS INT64)`,
      });
    case 'spark':
      return rules({
        name: backticked,
        // Whether a backslash makes the next sign an ordinary one is a setting there; in this form there is none.
        text: (text) =>
          /['\\]/u.test(text) ? `CAST(${hexadecimal(text)} AS STRING)` : doubled(text),
      });
  }
}

/** The rules of standard SQL, but for some. */
function rules(own: Partial<DialectRules>): DialectRules {
  const text = own.text ?? doubled;
  return {
    name: (name) => `"${name.replaceAll('"', '""')}"`,
    text,
    number: (value) => `CAST(${value} AS DOUBLE)`,
    whole: (value) => `CAST(${value} AS BIGINT)`,
    floor: (value) => `FLOOR(${value})`,
    bytes: (column) => column,
    byteText: text,
    groupBy: (key) => key,
    ofGroup: (key) => key,
    typesValues: false,
    ...own,
  };
}

function backticked(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

/** A name where a backslash would begin an escape; no table and no column there is called so. */
function plainName(name: string): string {
  if (/[`\\\n\r]/u.test(name))
    refuse('a name', name, 'one without backticks, backslashes and new lines');
  return backticked(name);
}

/** A text whose only special sign is the quote, which is doubled. */
function doubled(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A text where a backslash makes the next sign an ordinary one. */
function escaped(text: string): string {
  return `'${escapeSigns(text, "'")}'`;
}

function escapeSigns(text: string, quote: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

/** The bytes of a text in UTF-8, as a literal. */
function hexadecimal(text: string): string {
  const bytes = utf8(text).map((byte) => byte.toString(16).padStart(2, '0'));
  return `X'${bytes.join('')}'`;
}

/** The bytes of a text in UTF-8. */
function utf8(text: string): readonly number[] {
  // encodeURIComponent is the one way to UTF-8 that the language itself has.
  const written = encodeURIComponent(text);
  return (written.match(/%[0-9A-F]{2}|[^%]/gu) ?? []).map((sign) =>
    sign.length === 3 ? Number.parseInt(sign.slice(1), 16) : sign.charCodeAt(0),
  );
}

/** A name, quoted; refuses those that a database could not hold, or would take for another. */
export function sqlName(
  what: string,
  name: unknown,
  { name: quoted, longestName }: DialectRules,
): string {
  if (typeof name !== 'string' || name === '')
    return refuse(what, name, 'a text that is not empty');
  checkText(what, name);
  if (longestName !== undefined && utf8(name).length > longestName) {
    refuse(what, name, `at most ${longestName} bytes, beyond which the database cuts names off`);
  }
  return quoted(name);
}

/** Refuses a text that SQL cannot carry. */
export function checkText(what: string, text: string): void {
  if (text.includes('\0') || /\p{Cs}/u.test(text)) {
    refuse(what, text, 'a text without NUL and halves of characters, which SQL cannot carry');
  }
}

/**
 * A number as a literal of 64 bits, brackets around one below 0. With an exponent no database takes it for a decimal
 * fraction, and all of its digits stand there.
 */
export function sqlNumber(value: number, { number }: DialectRules): string {
  return number(value < 0 ? `(${value.toExponential()})` : value.toExponential());
}
