import { BRANCHES, CHANNELS, KEYS, MONTHS, makeRows } from '../data.js';
import { countsOfCells, countsOfRows, figures, tTable, WIDTH } from '../formulas.js';
import { api, readGroups, SHOW_ALL, SURVEY } from '../ours.js';
import { readScores } from '../read.js';

/** @type {import('./index.js').Task<import('../data.js').Row[]>} */
export const groupedRows = {
  title: 'NPS, CSAT, CES and mean in 10,800 groups, from row objects',
  note: 'Each score with its interval, once also without. service-cycle checks every answer; the others trust them. The hand loop also knows beforehand how many values each key has.',
  bytes: 200,
  targets: [
    { than: 'hand loop', speed: 0.5 },
    { than: 'd3-array', speed: 3 },
    { than: 'lodash', speed: 3 },
  ],
  makeData: makeRows,
  methods: {
    'service-cycle': (rows) => ({
      work: () => api.scoreTally(SURVEY, api.tallyResponses(SURVEY, rows, { by: KEYS }), SHOW_ALL),
      read: readGroups,
    }),

    'service-cycle, counts': (rows) => ({
      work: () => api.tallyResponses(SURVEY, rows, { by: KEYS }),
      read: (tally) => readGroups(api.scoreTally(SURVEY, tally, SHOW_ALL)),
    }),

    'hand loop': (rows) => ({
      work: () => {
        const branches = new Map();
        const months = new Map();
        const channels = new Map();
        /** @type {import('../formulas.js').Cells} */
        const cells = new Uint32Array(BRANCHES * MONTHS * CHANNELS * WIDTH);
        for (const { nps, csat, ces, branch, month, channel } of rows) {
          let b = branches.get(branch);
          if (b === undefined) branches.set(branch, (b = branches.size));
          let m = months.get(month);
          if (m === undefined) months.set(month, (m = months.size));
          let c = channels.get(channel);
          if (c === undefined) channels.set(channel, (c = channels.size));
          const first = ((b * MONTHS + m) * CHANNELS + c) * WIDTH;
          cells[first + nps]++;
          cells[first + 10 + csat]++;
          cells[first + 15 + ces]++;
        }
        const tOf = tTable();
        const groups = [];
        for (const [branch, b] of branches) {
          for (const [month, m] of months) {
            for (const [channel, c] of channels) {
              const counts = countsOfCells(cells, ((b * MONTHS + m) * CHANNELS + c) * WIDTH);
              if (counts.n > 0) {
                groups.push({ branch, month, channel, scores: figures(counts, tOf) });
              }
            }
          }
        }
        return groups;
      },
      read: readScores,
    }),

    'Map by joined key': (rows) => ({
      work: () => {
        /** @type {Map<string, import('../data.js').Row[]>} */
        const byKey = new Map();
        for (const row of rows) {
          const key = `${row.branch}|${row.month}|${row.channel}`;
          const group = byKey.get(key);
          if (group === undefined) byKey.set(key, [row]);
          else group.push(row);
        }
        return scoresOfGroups([...byKey.values()]);
      },
      read: readScores,
    }),

    'd3-array': async (rows) => {
      const { flatRollup } = await import('d3-array');
      return {
        work: () => {
          const tOf = tTable();
          return flatRollup(
            rows,
            (group) => figures(countsOfRows(group), tOf),
            ({ branch }) => branch,
            ({ month }) => month,
            ({ channel }) => channel,
          ).map(([branch, month, channel, scores]) => ({ branch, month, channel, scores }));
        },
        read: readScores,
      };
    },

    lodash: async (rows) => {
      const { default: lodash } = await import('lodash');
      return {
        work: () =>
          scoresOfGroups(
            Object.values(
              lodash.groupBy(rows, ({ branch, month, channel }) => `${branch}|${month}|${channel}`),
            ),
          ),
        read: readScores,
      };
    },

    arquero: async (rows) => {
      const { from, op } = await import('arquero');
      return {
        work: () => {
          const tOf = tTable();
          const counted = from(rows)
            .groupby(...KEYS)
            .rollup({
              n: op.count(),
              promoters: 'd => op.sum(d.nps >= 9)',
              detractors: 'd => op.sum(d.nps <= 6)',
              satisfied: 'd => op.sum(d.csat >= 4)',
              effort: 'd => op.sum(d.ces)',
              effortSquares: 'd => op.sum(d.ces * d.ces)',
              rating: 'd => op.sum(d.csat)',
              ratingSquares: 'd => op.sum(d.csat * d.csat)',
            });
          return counted
            .objects()
            .map((/** @type {any} */ { branch, month, channel, ...counts }) => ({
              branch,
              month,
              channel,
              scores: figures(counts, tOf),
            }));
        },
        read: readScores,
      };
    },
  },
};

/** @param {readonly (readonly import('../data.js').Row[])[]} groups - none of them empty */
function scoresOfGroups(groups) {
  const tOf = tTable();
  return groups.map((rows) => {
    const { branch = '', month = '', channel = '' } = rows[0] ?? {};
    return { branch, month, channel, scores: figures(countsOfRows(rows), tOf) };
  });
}
