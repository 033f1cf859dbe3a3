import { init, parse } from '@guanmingchiu/sqlparser-ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Database, duckdb, pglite, sqlite, type Value } from '../../test/support/databases.ts';
import type { SatisfactionSurvey } from '../model/survey.ts';
import { tallyResponses } from '../survey/tally/tallyResponses.ts';
import type { SqlDialect } from './index.ts';
import { tallyFromCounts } from './tallyFromCounts.ts';
import { tallySql } from './tallySql.ts';

/** Texts that end a quote, a statement or a comment somewhere, and names that objects answer to. */
const HOSTILE = [
  `"; DROP TABLE canary; --`,
  `'; DROP TABLE canary; --`,
  '`; DROP TABLE canary; --',
  `\\'; DROP TABLE canary; --`,
  `\\"; DROP TABLE canary; --`,
  '\\',
  `\\\\'`,
  "''",
  '""',
  '``',
  '/*',
  '*/',
  '$1',
  '?',
  ':x',
  '${x}',
  '__proto__',
  'constructor',
  'n',
  'cell',
  'key1',
  'r',
  'select',
  'a\nb',
  'a\r\nb',
  '\t',
  '\u2028',
  'é😀',
  '%',
];

/** Signs that mean something to some database. */
const SIGNS = ['"', "'", '`', '\\', ';', '-', '/', '*', '$', '?', '\n', ' ', 'a', 'x'];

const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc
    .array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 8 })
    .map((signs) => signs.join('')),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((name) => !name.includes('\0')),
);

/** A text in names: databases take those that differ in case alone for one. */
const name = text.filter((one) => one.trim() === one && one !== '');

/** A table whose every name and value is hostile. */
const hostile = fc.record({
  table: name.filter((one) => one !== 'canary'),
  names: fc.uniqueArray(name, {
    minLength: 2,
    maxLength: 2,
    selector: (one) => one.toLowerCase(),
  }),
  codes: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
  recoded: text,
  kept: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
  noise: fc.array(text, { maxLength: 4 }),
});

type Hostile = typeof hostile extends fc.Arbitrary<infer Value> ? Value : never;

function surveyOf({ codes }: Hostile): SatisfactionSurvey {
  const scale = { min: 1, max: 5, notApplicable: codes };
  return {
    id: 's',
    title: 'S',
    questions: [{ id: 'ease', text: 'Q', asks: 'effort', scale }],
  };
}

function queryOf({ table, names, recoded, kept }: Hostile, dialect: SqlDialect) {
  const [column = '', key = ''] = names;
  return {
    dialect,
    from: table,
    by: [key],
    where: [{ column: key, in: kept }],
    columns: { ease: { column, type: 'text', recode: { [recoded]: 4 } } },
  } as const;
}

describe.each([
  { base: 'DuckDB', open: duckdb, numRuns: 60 },
  { base: 'SQLite', open: sqlite, numRuns: 60 },
  { base: 'PostgreSQL', open: pglite, numRuns: 20 },
])('tallySql on $base with hostile names and values', ({ open, numRuns }) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await database.fill('canary', [['alive', 'number']], [[1]]);
  }, 60_000);

  it('counts them as any other, and runs nothing that they say', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (made) => {
        const { table, names, codes, recoded, kept, noise } = made;
        const [column = '', key = ''] = names;
        const values: Value[] = [...codes, recoded, ...noise, ...HOSTILE, null];
        const cells = values.flatMap((value) => [...kept, 'other'].map((group) => [value, group]));
        await database.fill(
          table,
          [
            [column, 'text'],
            [key, 'text'],
          ],
          cells,
        );
        const query = queryOf(made, database.dialect);
        const survey = surveyOf(made);
        const found = tallyFromCounts(survey, query, await database.run(tallySql(survey, query)));
        const responses = cells
          .filter(([, group]) => kept.includes(group as string))
          // As own properties, whatever they are called.
          .map(([value, group]) => {
            const response = Object.fromEntries([[key, group]]);
            return Object.defineProperty(response, 'ease', {
              value: value === recoded ? 4 : value,
            });
          });
        const counted = tallyResponses(survey, responses as object[], { by: [key] as never[] });
        expect(found).toEqual({ ok: true, value: { ...counted, firstInvalid: [] } });
      }),
      { numRuns },
    );
    expect(await database.run('SELECT alive FROM canary')).toEqual([{ alive: 1 }]);
  });
});

describe('tallySql for databases that are not here', () => {
  beforeAll(async () => {
    await init();
  });

  it.each([
    ['MySQL', 'mysql', 'mysql'],
    ['ClickHouse', 'clickhouse', 'clickhouse'],
    ['BigQuery', 'bigquery', 'bigquery'],
    ['Snowflake', 'snowflake', 'snowflake'],
    ['Spark', 'spark', 'databricks'],
    // There is none of Trino, which keeps to the standard: doubled quotes, and no other escape.
    ['standard SQL', 'trino', 'ansi'],
    ['any SQL', 'trino', 'generic'],
  ] as const)('writes one query that a parser of %s reads to its end', (_, dialect, parsed) => {
    fc.assert(
      fc.property(hostile, (made) => {
        // BigQuery has no such names, and they are refused.
        const unnamed = [made.table, ...made.names].some((one) => /[`\\\n\r]/u.test(one));
        fc.pre(dialect !== 'bigquery' || !unnamed);
        const query = { ...queryOf(made, dialect), weight: 'w' };
        const statements = parse(tallySql(surveyOf(made), query), parsed);
        expect(statements.map((statement) => Object.keys(statement))).toEqual([['Query']]);
      }),
      { numRuns: 20 },
    );
  });

  it.each(['from', 'by', 'code'])('refuses NUL and halves of characters in %s', (where) => {
    for (const bad of ['a\0b', '\ud800']) {
      const codes = where === 'code' ? [bad] : ['x'];
      const survey = surveyOf({ codes } as unknown as Hostile);
      const query = {
        dialect: 'duckdb',
        from: where === 'from' ? bad : 't',
        by: where === 'by' ? [bad] : [],
        columns: { ease: { column: 'q', type: 'text' } },
      } as const;
      expect(() => tallySql(survey, query)).toThrow('which SQL cannot carry');
    }
  });
});
