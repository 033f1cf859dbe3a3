import { BRANCHES, CHANNELS, KEYS, MONTHS, makeColumns } from '../data.js';
import { countsOfCells, figures, tTable, WIDTH } from '../formulas.js';
import { api, readGroups, SHOW_ALL, SURVEY } from '../ours.js';
import { labelOf, readScores } from '../read.js';

/** @type {import('./index.js').Task<import('../data.js').Columns>} */
export const groupedColumns = {
  title: 'NPS, CSAT, CES and mean in 10,800 groups, from coded columns',
  note: 'Each score with its interval. DuckDB: the query alone, counts without intervals, its table loaded; service-cycle is also shown without them.',
  bytes: 150,
  targets: [
    { than: 'hand loop', speed: 0.6 },
    { than: 'DuckDB', speed: 1, sizes: [1e4, 1e5, 1e6] },
    { by: 'service-cycle, counts', than: 'DuckDB', speed: 1, sizes: [1e4, 1e5, 1e6] },
    { than: 'arquero', speed: 1, sizes: [1e4, 1e5, 1e6] },
    { megabytes: 30 },
  ],
  makeData: makeColumns,
  methods: {
    'service-cycle': (columns) => ({
      work: () => {
        const input = { kind: 'columns', ...columns };
        return api.scoreTally(SURVEY, api.tallyResponses(SURVEY, input, { by: KEYS }), SHOW_ALL);
      },
      read: readGroups,
    }),

    'service-cycle, counts': (columns) => ({
      work: () => api.tallyResponses(SURVEY, { kind: 'columns', ...columns }, { by: KEYS }),
      read: (tally) => readGroups(api.scoreTally(SURVEY, tally, SHOW_ALL)),
    }),

    'hand loop': ({ length, answers: { nps, csat, ces }, groups: { branch, month, channel } }) => ({
      work: () => {
        /** @type {import('../formulas.js').Cells} */
        const cells = new Uint32Array(BRANCHES * MONTHS * CHANNELS * WIDTH);
        for (let i = 0; i < length; i++) {
          const group = (branch.codes[i] * MONTHS + month.codes[i]) * CHANNELS + channel.codes[i];
          const first = group * WIDTH;
          cells[first + nps[i]]++;
          cells[first + 10 + csat[i]]++;
          cells[first + 15 + ces[i]]++;
        }
        const tOf = tTable();
        const groups = [];
        let first = 0;
        for (let b = 0; b < BRANCHES; b++) {
          for (let m = 0; m < MONTHS; m++) {
            for (let c = 0; c < CHANNELS; c++, first += WIDTH) {
              const counts = countsOfCells(cells, first);
              if (counts.n === 0) continue;
              groups.push({
                branch: branch.values[b],
                month: month.values[m],
                channel: channel.values[c],
                scores: figures(counts, tOf),
              });
            }
          }
        }
        return groups;
      },
      read: readScores,
    }),

    // What the promise costs: every answer and code checked, blanks and wrong answers counted apart, no counts
    // beyond the groups met, and the result as plain lists.
    'hand loop, checked': ({
      length,
      answers: { nps, csat, ces },
      groups: { branch, month, channel },
    }) => ({
      work: () => {
        const width = 33;
        /** @type {import('../formulas.js').Cells} */
        const cells = new Uint32Array(BRANCHES * MONTHS * CHANNELS * width);
        let faults = 0;
        for (let i = 0; i < length; i++) {
          const [b, m, c] = [branch.codes[i], month.codes[i], channel.codes[i]];
          if (!(b < BRANCHES && m < MONTHS && c < CHANNELS)) {
            faults++;
            continue;
          }
          const first = ((b * MONTHS + m) * CHANNELS + c) * width;
          const [x, y, z] = [nps[i], csat[i] - 1, ces[i] - 1];
          cells[first + (x <= 10 ? x : 13)]++;
          cells[first + 14 + (y >= 0 && y < 5 ? y : 7)]++;
          cells[first + 22 + (z >= 0 && z < 7 ? z : 9)]++;
        }
        const tOf = tTable();
        /** @type {number[]} */
        const counts = [];
        /** @type {{ [figure: string]: number[] }} */
        const lists = {};
        const codes = [];
        const own = new Uint32Array(WIDTH);
        for (let group = 0, first = 0; first < cells.length; group++, first += width) {
          let responses = 0;
          for (let cell = 0; cell < 14; cell++) responses += cells[first + cell];
          if (responses === 0) continue;
          for (let cell = 0; cell < width; cell++) counts.push(cells[first + cell]);
          for (let cell = 0; cell < 11; cell++) own[cell] = cells[first + cell];
          for (let cell = 0; cell < 5; cell++) own[11 + cell] = cells[first + 14 + cell];
          for (let cell = 0; cell < 7; cell++) own[16 + cell] = cells[first + 22 + cell];
          codes.push(group);
          for (const [name, figure] of Object.entries(figures(countsOfCells(own, 0), tOf))) {
            (lists[name] ??= []).push(figure);
          }
        }
        return { codes, counts, lists, faults };
      },
      read: ({ codes, lists }) =>
        codes.map((/** @type {number} */ code, /** @type {number} */ at) => [
          labelOf({
            branch: branch.values[Math.floor(code / (MONTHS * CHANNELS))],
            month: month.values[Math.floor(code / CHANNELS) % MONTHS],
            channel: channel.values[code % CHANNELS],
          }),
          Object.values(lists).map((/** @type {number[]} */ list) => list[at] ?? NaN),
        ]),
    }),

    arquero: async ({ answers, groups: { branch, month, channel } }) => {
      const { op, table } = await import('arquero');
      const responses = table({
        ...answers,
        branch: branch.codes,
        month: month.codes,
        channel: channel.codes,
      });
      return {
        work: () => {
          const tOf = tTable();
          const counted = responses.groupby(...KEYS).rollup({
            n: op.count(),
            promoters: 'd => op.sum(d.nps >= 9)',
            detractors: 'd => op.sum(d.nps <= 6)',
            satisfied: 'd => op.sum(d.csat >= 4)',
            effort: 'd => op.sum(d.ces)',
            effortSquares: 'd => op.sum(d.ces * d.ces)',
            rating: 'd => op.sum(d.csat)',
            ratingSquares: 'd => op.sum(d.csat * d.csat)',
          });
          return counted.objects().map((/** @type {any} */ counts) => ({
            branch: branch.values[counts.branch],
            month: month.values[counts.month],
            channel: channel.values[counts.channel],
            scores: figures(counts, tOf),
          }));
        },
        read: readScores,
      };
    },

    DuckDB: async ({ answers, groups: { branch, month, channel } }) => {
      const { loadDuckdb, rowsOf } = await import('../duckdb.js');
      const query = await loadDuckdb({
        ...answers,
        branch: branch.codes,
        month: month.codes,
        channel: channel.codes,
      });
      return {
        work: () =>
          query(`
            SELECT branch, month, channel, count(*) AS n,
              count_if(nps >= 9) AS promoters, count_if(nps <= 6) AS detractors,
              count_if(csat >= 4) AS satisfied, sum(ces) AS effort, sum(ces * ces) AS effortSquares,
              sum(csat) AS rating, sum(csat * csat) AS ratingSquares
            FROM answers GROUP BY branch, month, channel`),
        read: async (result) => {
          const tOf = tTable();
          const groups = (await rowsOf(result)).map((counts) => ({
            branch: branch.values[counts['branch']],
            month: month.values[counts['month']],
            channel: channel.values[counts['channel']],
            scores: figures(/** @type {any} */ (counts), tOf),
          }));
          return readScores(groups);
        },
      };
    },
  },
};
