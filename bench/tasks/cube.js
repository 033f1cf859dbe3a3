import { BRANCHES, CHANNELS, KEYS, MONTHS, makeColumns } from '../data.js';
import { countsOfCells, figures, tTable, WIDTH } from '../formulas.js';
import { api, readGroups, SHOW_ALL, SURVEY } from '../ours.js';
import { readScores } from '../read.js';

/** @typedef {'branch' | 'month' | 'channel'} Key */

/** @type {readonly (readonly Key[])[]} */
const PAIRS = [
  ['branch', 'month'],
  ['branch', 'channel'],
  ['month', 'channel'],
];
/** @type {readonly (readonly Key[])[]} */
const CUTS = [['branch'], ['month'], ['channel'], ...PAIRS];

/** @type {{ readonly [key in Key]: number }} */
const SIZES = { branch: BRANCHES, month: MONTHS, channel: CHANNELS };

/** @type {import('./index.js').Task<import('../data.js').Columns>} */
export const cube = {
  title: 'The same by each key and each pair of keys: 1,692 groups in six cuts',
  note: 'service-cycle and the hand loop count once by all three keys and sum the rest out; the others, and service-cycle once more, go through the responses for each cut. DuckDB: the query alone, counts without intervals, its table loaded.',
  bytes: 150,
  targets: [
    {
      by: 'service-cycle, six tallies',
      than: 'hand loop, six passes',
      speed: 1,
      sizes: [1e4, 1e5],
    },
    { by: 'service-cycle, six tallies', than: 'DuckDB', speed: 1, sizes: [1e4, 1e5] },
    { than: 'hand loop, six passes', speed: 1 },
    { than: 'DuckDB', speed: 1 },
  ],
  makeData: makeColumns,
  methods: {
    'service-cycle': (columns) => ({
      work: () => {
        const tally = api.tallyResponses(SURVEY, { kind: 'columns', ...columns }, { by: KEYS });
        const pairs = PAIRS.map((pair) => api.rollUp(tally, pair));
        // One key is summed out of the shorter of the pairs that have it.
        const [byBranchMonth, , byMonthChannel] = pairs;
        const singles = [
          api.rollUp(byBranchMonth, ['branch']),
          api.rollUp(byBranchMonth, ['month']),
          api.rollUp(byMonthChannel, ['channel']),
        ];
        return [...singles, ...pairs].map((cut) => api.scoreTally(SURVEY, cut, SHOW_ALL));
      },
      read: (cuts) => cuts.flatMap(readGroups),
    }),

    'service-cycle, six tallies': (columns) => ({
      work: () =>
        CUTS.map((by) => {
          const tally = api.tallyResponses(SURVEY, { kind: 'columns', ...columns }, { by });
          return api.scoreTally(SURVEY, tally, SHOW_ALL);
        }),
      read: (cuts) => cuts.flatMap(readGroups),
    }),

    'hand loop': (columns) => ({
      work: () => {
        const { length, answers, groups } = columns;
        const { nps, csat, ces } = answers;
        const { branch, month, channel } = groups;
        /** @type {import('../formulas.js').Cells} */
        const cells = new Uint32Array(BRANCHES * MONTHS * CHANNELS * WIDTH);
        for (let i = 0; i < length; i++) {
          const group = (branch.codes[i] * MONTHS + month.codes[i]) * CHANNELS + channel.codes[i];
          const first = group * WIDTH;
          cells[first + nps[i]]++;
          cells[first + 10 + csat[i]]++;
          cells[first + 15 + ces[i]]++;
        }
        /** @type {any} */
        const sums = CUTS.map((cut) => new Uint32Array(groupsOf(cut) * WIDTH));
        const [byBranch, byMonth, byChannel, byBranchMonth, byBranchChannel, byMonthChannel] = sums;
        let cell = 0;
        for (let b = 0; b < BRANCHES; b++) {
          for (let m = 0; m < MONTHS; m++) {
            for (let c = 0; c < CHANNELS; c++) {
              for (let at = 0; at < WIDTH; at++) {
                const count = cells[cell++];
                byBranch[b * WIDTH + at] += count;
                byMonth[m * WIDTH + at] += count;
                byChannel[c * WIDTH + at] += count;
                byBranchMonth[(b * MONTHS + m) * WIDTH + at] += count;
                byBranchChannel[(b * CHANNELS + c) * WIDTH + at] += count;
                byMonthChannel[(m * CHANNELS + c) * WIDTH + at] += count;
              }
            }
          }
        }
        return CUTS.flatMap((cut, place) => scoresOfCut(columns, cut, sums[place]));
      },
      read: readScores,
    }),

    'hand loop, six passes': (columns) => ({
      work: () => {
        const { length, answers, groups } = columns;
        const { nps, csat, ces } = answers;
        const { branch, month, channel } = groups;
        return CUTS.flatMap((cut) => {
          const [b, m, c] = strides(cut);
          /** @type {import('../formulas.js').Cells} */
          const cells = new Uint32Array(groupsOf(cut) * WIDTH);
          for (let i = 0; i < length; i++) {
            const group = branch.codes[i] * b + month.codes[i] * m + channel.codes[i] * c;
            const first = group * WIDTH;
            cells[first + nps[i]]++;
            cells[first + 10 + csat[i]]++;
            cells[first + 15 + ces[i]]++;
          }
          return scoresOfCut(columns, cut, cells);
        });
      },
      read: readScores,
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
        work: () =>
          CUTS.flatMap((cut) => {
            const tOf = tTable();
            const counted = responses.groupby(...cut).rollup({
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
          }),
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
            FROM answers GROUP BY GROUPING SETS
              ((branch), (month), (channel), (branch, month), (branch, channel), (month, channel))`),
        read: async (result) => {
          const tOf = tTable();
          const groups = (await rowsOf(result)).map((counts) => ({
            branch: branch.values[counts['branch'] ?? -1],
            month: month.values[counts['month'] ?? -1],
            channel: channel.values[counts['channel'] ?? -1],
            scores: figures(/** @type {any} */ (counts), tOf),
          }));
          return readScores(groups);
        },
      };
    },
  },
};

/**
 * How far a step in each key is in the groups of a cut; 0 for a key that is summed out.
 *
 * @param {readonly Key[]} cut
 * @returns {[branch: number, month: number, channel: number]}
 */
function strides(cut) {
  const of = { branch: 0, month: 0, channel: 0 };
  let stride = 1;
  for (const key of cut.toReversed()) {
    of[key] = stride;
    stride *= SIZES[key];
  }
  return [of.branch, of.month, of.channel];
}

/** @param {readonly Key[]} cut */
function groupsOf(cut) {
  return cut.reduce((product, key) => product * SIZES[key], 1);
}

/**
 * @param {import('../data.js').Columns} columns
 * @param {readonly Key[]} cut
 * @param {import('../formulas.js').Cells} cells
 */
function scoresOfCut({ groups }, cut, cells) {
  const tOf = tTable();
  const scored = [];
  for (let group = 0; group < groupsOf(cut); group++) {
    const counts = countsOfCells(cells, group * WIDTH);
    if (counts.n === 0) continue;
    /** @type {{ [key: string]: string | undefined }} */
    const names = {};
    let rest = group;
    for (const key of cut.toReversed()) {
      names[key] = groups[key].values[rest % SIZES[key]];
      rest = Math.floor(rest / SIZES[key]);
    }
    scored.push({ ...names, scores: figures(counts, tOf) });
  }
  return scored;
}
