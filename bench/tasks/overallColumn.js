import { makeColumns } from '../data.js';
import { npsFigures, npsOfAnswers } from '../formulas.js';
import { api, NPS_SURVEY, readOverall } from '../ours.js';
import { readFigures } from '../read.js';

/** @type {import('./index.js').Task<import('../data.js').Columns>} */
export const overallColumn = {
  title: 'Overall NPS from a Uint8Array',
  note: 'One score with its interval. DuckDB: the query alone, its table loaded.',
  bytes: 40,
  targets: [
    { than: 'hand loop', speed: 0.4, sizes: [1e4] },
    { than: 'hand loop', speed: 1 },
  ],
  makeData: makeColumns,
  methods: {
    'service-cycle': ({ length, answers: { nps } }) => ({
      work: () => {
        const columns = { kind: 'columns', length, answers: { nps }, groups: {} };
        return api.scoreTally(NPS_SURVEY, api.tallyResponses(NPS_SURVEY, columns));
      },
      read: readOverall,
    }),

    'hand loop': ({ length, answers: { nps } }) => ({
      work: () => {
        /** @type {import('../formulas.js').Cells} */
        const counts = new Uint32Array(11);
        for (let i = 0; i < length; i++) counts[nps[i]]++;
        return npsOfAnswers((answer) => counts[answer]);
      },
      read: readFigures,
    }),

    'simple-statistics': async ({ answers: { nps } }) => {
      const { mean, variance } = await import('simple-statistics');
      return {
        work: () => {
          const sides = Array.from(nps, (answer) => (answer >= 9 ? 1 : answer <= 6 ? -1 : 0));
          const n = sides.length;
          const balance = mean(sides);
          const taken = variance(sides) + balance ** 2;
          return npsFigures({
            n,
            promoters: Math.round((n * (taken + balance)) / 2),
            detractors: Math.round((n * (taken - balance)) / 2),
          });
        },
        read: readFigures,
      };
    },

    'd3-array': async ({ answers: { nps } }) => {
      const { rollup } = await import('d3-array');
      return {
        work: () => {
          const counts = rollup(
            nps,
            ({ length }) => length,
            (answer) => answer,
          );
          return npsOfAnswers((answer) => counts.get(answer) ?? 0);
        },
        read: readFigures,
      };
    },

    lodash: async ({ answers: { nps } }) => {
      const { default: lodash } = await import('lodash');
      return {
        work: () => {
          const counts = lodash.countBy(nps);
          return npsOfAnswers((answer) => counts[answer] ?? 0);
        },
        read: readFigures,
      };
    },

    arquero: async ({ answers: { nps } }) => {
      const { op, table } = await import('arquero');
      const answers = table({ nps });
      return {
        work: () => {
          const counts = answers.rollup({
            n: op.count(),
            promoters: 'd => op.sum(d.nps >= 9)',
            detractors: 'd => op.sum(d.nps <= 6)',
          });
          return npsFigures(/** @type {any} */ (counts.object()));
        },
        read: readFigures,
      };
    },

    DuckDB: async ({ answers: { nps } }) => {
      const { loadDuckdb, rowsOf } = await import('../duckdb.js');
      const query = await loadDuckdb({ nps });
      return {
        work: () =>
          query(`
            SELECT count(*) AS n, count_if(nps >= 9) AS promoters, count_if(nps <= 6) AS detractors
            FROM answers`),
        read: async (result) =>
          readFigures(npsFigures(/** @type {any} */ ((await rowsOf(result))[0]))),
      };
    },
  },
};
