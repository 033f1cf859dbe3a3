import { DOUBLE, DuckDBInstance, VARCHAR } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import initSqlJs from 'sql.js';
import type { SqlDialect } from '../../src/sql/index.ts';

/** A cell of a table. */
export type Value = number | string | null;

/** A column of a table: its name, and whether it holds numbers of 64 bits or texts. */
export type Column = readonly [name: string, type: 'number' | 'text'];

/** A database that texts are run on, and none is left behind. */
export interface Database {
  /** What its texts are written in. */
  readonly dialect: SqlDialect;
  /** Makes a table anew, with these rows. */
  readonly fill: (
    table: string,
    columns: readonly Column[],
    rows: readonly (readonly Value[])[],
  ) => Promise<void>;
  /** Runs a query. */
  readonly run: (text: string) => Promise<readonly Record<string, unknown>[]>;
}

/** DuckDB in this process. */
export async function duckdb(): Promise<Database> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('SET threads = 1');
  // A number is bound as one of 64 bits: by itself DuckDB takes a whole one for a whole number, and not a large one.
  const typeOf = (value: Value) => (typeof value === 'string' ? VARCHAR : DOUBLE);
  const run = async (text: string, values: readonly Value[] = []) => {
    const result = await connection.runAndReadAll(text, [...values], values.map(typeOf));
    return result.getRowObjectsJS();
  };
  return { dialect: 'duckdb', fill: filler(run, 'DOUBLE', 'VARCHAR'), run };
}

let server: Promise<Database> | undefined;

/** PostgreSQL, compiled for this process. It takes seconds to start, so that one serves all tests. */
export function pglite(): Promise<Database> {
  server ??= startPglite();
  return server;
}

async function startPglite(): Promise<Database> {
  const server = await PGlite.create();
  const run = async (text: string, values: readonly Value[] = []) =>
    (await server.query<Record<string, unknown>>(text, [...values])).rows;
  return { dialect: 'postgres', fill: filler(run, 'DOUBLE PRECISION', 'TEXT'), run };
}

/** SQLite in this process; its columns have no types, so that every value keeps its own. */
export async function sqlite(): Promise<Database> {
  const { Database: Sqlite } = await initSqlJs();
  const database = new Sqlite();
  const run = (text: string, values: readonly Value[] = []) => {
    const statement = database.prepare(text);
    statement.bind(values);
    const rows: Record<string, Value>[] = [];
    while (statement.step()) rows.push(statement.getAsObject());
    statement.free();
    return Promise.resolve(rows);
  };
  return { dialect: 'sqlite', fill: filler(run, '', ''), run };
}

/** Fills a table with values bound to a statement, so that no value is part of its text. */
function filler(
  run: (text: string, values?: readonly Value[]) => Promise<unknown>,
  number: string,
  text: string,
): Database['fill'] {
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  return async (table, columns, rows) => {
    const types = { number, text };
    const listed = columns.map(([name, type]) => `${quoted(name)} ${types[type]}`);
    await run(`DROP TABLE IF EXISTS ${quoted(table)}`);
    await run(`CREATE TABLE ${quoted(table)} (${listed.join(', ')})`);
    if (rows.length === 0) return;
    let next = 0;
    const places = rows.map((row) => `(${row.map(() => `$${(next += 1)}`).join(', ')})`);
    await run(`INSERT INTO ${quoted(table)} VALUES ${places.join(', ')}`, rows.flat());
  };
}
