/**
 * A table in DuckDB on one thread, made of typed arrays before anything is timed.
 *
 * @typedef {import('./data.js').Bytes} Bytes
 */
import { DuckDBDataChunk, DuckDBInstance, UTINYINT } from '@duckdb/node-api';

const CHUNK = 2048;

/**
 * @param {{ readonly [name: string]: Bytes }} columns
 * @returns the function that runs a query on the table `answers`
 */
export async function loadDuckdb(columns) {
  const names = Object.keys(columns);
  const arrays = Object.values(columns);
  const length = arrays[0]?.length ?? 0;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('SET threads = 1');
  await connection.run(
    `CREATE TABLE answers (${names.map((name) => `${name} UTINYINT`).join(', ')})`,
  );
  const appender = await connection.createAppender('answers');
  const types = names.map(() => UTINYINT);
  for (let start = 0; start < length; start += CHUNK) {
    const end = Math.min(length, start + CHUNK);
    const chunk = DuckDBDataChunk.create(types, end - start);
    for (const [place, array] of arrays.entries()) {
      chunk.setColumnValues(place, Array.from(array.subarray(start, end)));
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return (/** @type {string} */ query) => connection.run(query);
}

/**
 * The rows of a result; counts and sums come as BigInt and are made numbers.
 *
 * @param {import('@duckdb/node-api').DuckDBMaterializedResult} result
 * @returns {Promise<readonly { readonly [column: string]: any }[]>}
 */
export async function rowsOf(result) {
  return (await result.getRowObjectsJS()).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'bigint' ? Number(value) : value,
      ]),
    ),
  );
}
