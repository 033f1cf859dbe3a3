import { BRANCHES, CHANNELS, KEYS, MONTHS } from '../data.js';
import { figures, tTable } from '../formulas.js';
import { api, readGroups, SHOW_ALL, SURVEY } from '../ours.js';
import { readScores } from '../read.js';

const QUERY = { dialect: 'duckdb', from: 'answers', by: KEYS };

/** Counts made into sums by hand, in the engine. */
const BY_HAND = `
  SELECT branch, month, channel, count(*) AS n,
    count_if(nps >= 9) AS promoters, count_if(nps <= 6) AS detractors,
    count_if(csat >= 4) AS satisfied, sum(ces) AS effort, sum(ces * ces) AS effortSquares,
    sum(csat) AS rating, sum(csat * csat) AS ratingSquares
  FROM answers GROUP BY branch, month, channel`;

/**
 * A table of so many responses that the engine makes by itself: answers that differ by branch, and
 * keys as texts. It uses all processors, as a warehouse would.
 *
 * @param {number} n
 */
async function filled(n) {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const drawn = (/** @type {number} */ seed, /** @type {number} */ below) =>
    `CAST(hash(i * 16 + ${seed}) % ${below} AS INTEGER)`;
  await connection.run(`
    CREATE TABLE answers AS SELECT
      'branch-' || (b + 1) AS branch, 'month-' || (m + 1) AS month, 'channel-' || (c + 1) AS channel,
      CAST(greatest(x, b % 8) AS TINYINT) AS nps, CAST(1 + y AS TINYINT) AS csat, CAST(1 + z AS TINYINT) AS ces
    FROM (SELECT ${drawn(0, BRANCHES)} AS b, ${drawn(1, MONTHS)} AS m, ${drawn(2, CHANNELS)} AS c,
      ${drawn(3, 11)} AS x, ${drawn(4, 5)} AS y, ${drawn(5, 7)} AS z FROM range(${n}) AS numbers(i))`);
  return async (/** @type {string} */ query) => {
    const result = await connection.run(query);
    return result.getRowObjectsJS();
  };
}

/** @param {readonly any[]} rows */
function scoresOf(rows) {
  const tally = api.tallyFromCounts(SURVEY, QUERY, rows);
  return api.scoreTally(SURVEY, tally.value, SHOW_ALL);
}

/** @type {import('./index.js').Task<number>} */
export const warehouse = {
  title: 'NPS, CSAT, CES and mean in 10,800 groups, of a table in DuckDB',
  note: 'From the table to scores: the query that service-cycle writes, its rows counted and scored. Beside it the same query with its rows alone, so that the difference is what the package takes, and a query written by hand for these scores, its rows scored.',
  bytes: 40,
  targets: [{ than: 'the query alone', speed: 0.95 }],
  targetSize: 1e7,
  makeData: (n) => n,
  methods: {
    'service-cycle': async (n) => {
      const run = await filled(n);
      const text = api.tallySql(SURVEY, QUERY);
      return { work: async () => scoresOf(await run(text)), read: readGroups };
    },

    'the query alone': async (n) => {
      const run = await filled(n);
      const text = api.tallySql(SURVEY, QUERY);
      return { work: () => run(text), read: (rows) => readGroups(scoresOf(rows)) };
    },

    'hand loop': async (n) => {
      const run = await filled(n);
      return {
        work: async () => {
          const tOf = tTable();
          return (await run(BY_HAND)).map((row) => {
            const { branch, month, channel, ...counts } = row;
            const numbers = Object.fromEntries(
              Object.entries(counts).map(([name, value]) => [name, Number(value)]),
            );
            return { branch, month, channel, scores: figures(/** @type {any} */ (numbers), tOf) };
          });
        },
        read: readScores,
      };
    },
  },
};
