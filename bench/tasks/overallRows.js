import { makeRows } from '../data.js';
import { npsFigures, npsOfAnswers } from '../formulas.js';
import { api, NPS_SURVEY, readOverall } from '../ours.js';
import { readFigures } from '../read.js';

/** @type {import('./index.js').Task<import('../data.js').Row[]>} */
export const overallRows = {
  title: 'Overall NPS from row objects',
  note: 'One score with its interval. service-cycle checks every answer; the others trust them.',
  bytes: 200,
  targets: [
    { than: 'hand loop', speed: 0.4, sizes: [1e4] },
    { than: 'hand loop', speed: 0.7 },
  ],
  makeData: makeRows,
  methods: {
    'service-cycle': (rows) => ({
      work: () => api.scoreTally(NPS_SURVEY, api.tallyResponses(NPS_SURVEY, rows)),
      read: readOverall,
    }),

    'hand loop': (rows) => ({
      work: () => {
        /** @type {import('../formulas.js').Cells} */
        const counts = new Uint32Array(11);
        for (const row of rows) counts[row.nps]++;
        return npsOfAnswers((answer) => counts[answer]);
      },
      read: readFigures,
    }),

    'array reduce': (rows) => ({
      work: () =>
        npsFigures(
          rows.reduce(
            ({ n, promoters, detractors }, { nps }) => ({
              n: n + 1,
              promoters: promoters + (nps >= 9 ? 1 : 0),
              detractors: detractors + (nps <= 6 ? 1 : 0),
            }),
            { n: 0, promoters: 0, detractors: 0 },
          ),
        ),
      read: readFigures,
    }),

    'simple-statistics': async (rows) => {
      const { mean, variance } = await import('simple-statistics');
      return {
        work: () => {
          const sides = rows.map(({ nps }) => (nps >= 9 ? 1 : nps <= 6 ? -1 : 0));
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

    'd3-array': async (rows) => {
      const { rollup } = await import('d3-array');
      return {
        work: () => {
          const counts = rollup(
            rows,
            ({ length }) => length,
            ({ nps }) => nps,
          );
          return npsOfAnswers((answer) => counts.get(answer) ?? 0);
        },
        read: readFigures,
      };
    },

    lodash: async (rows) => {
      const { default: lodash } = await import('lodash');
      return {
        work: () => {
          const counts = lodash.countBy(rows, 'nps');
          return npsOfAnswers((answer) => counts[answer] ?? 0);
        },
        read: readFigures,
      };
    },

    arquero: async (rows) => {
      const { from, op } = await import('arquero');
      return {
        work: () => {
          const counts = from(rows, ['nps']).rollup({
            n: op.count(),
            promoters: 'd => op.sum(d.nps >= 9)',
            detractors: 'd => op.sum(d.nps <= 6)',
          });
          return npsFigures(/** @type {any} */ (counts.object()));
        },
        read: readFigures,
      };
    },
  },
};
