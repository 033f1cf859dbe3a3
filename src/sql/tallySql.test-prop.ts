import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ResponseTable, responseTable, rowsOf } from '../../test/support/arbitraryTable.ts';
import { type Database, duckdb, pglite, sqlite } from '../../test/support/databases.ts';
import { tallyResponses } from '../survey/tally/tallyResponses.ts';
import { tallyFromCounts } from './tallyFromCounts.ts';
import { tallySql } from './tallySql.ts';

/** Counts a table in a database, and the same responses here. */
async function countTwice(database: Database, table: ResponseTable) {
  const { survey, columns, cells, mapping, by, weight } = table;
  const query = {
    dialect: database.dialect,
    from: 'responses',
    by,
    ...(weight && { weight }),
    columns: mapping,
  };
  await database.fill('responses', columns, cells);
  const rows = await database.run(tallySql(survey, query));
  const counted = tallyResponses(survey, rowsOf(table) as object[], {
    by,
    ...(weight && { weight }),
  });
  return {
    found: tallyFromCounts(survey, query, rows),
    // Rows of a table have no positions to list the first ones by.
    expected: { ok: true, value: { ...counted, firstInvalid: [] } },
  };
}

const DATABASES = [
  { name: 'DuckDB', open: duckdb, holding: 'typed-columns', numRuns: 100 },
  { name: 'SQLite', open: sqlite, holding: 'typed-values', numRuns: 100 },
  { name: 'PostgreSQL', open: pglite, holding: 'typed-columns', numRuns: 30 },
] as const;

describe.each(DATABASES)('tallySql on $name', ({ open, holding, numRuns }) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
  }, 60_000);

  it('gives the tally of tallyResponses, cell by cell and bit by bit, for any responses', async () => {
    await fc.assert(
      fc.asyncProperty(responseTable(holding), async (table) => {
        const { found, expected } = await countTwice(database, table);
        expect(found).toEqual(expected);
      }),
      { numRuns },
    );
  });
});
