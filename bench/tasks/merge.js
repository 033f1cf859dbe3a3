import { isDeepStrictEqual } from 'node:util';
import { BRANCHES, CHANNELS, KEYS, MONTHS, makeColumns } from '../data.js';
import { WIDTH } from '../formulas.js';
import { api, SURVEY } from '../ours.js';

/** @type {import('./index.js').Task<import('../data.js').Columns>} */
export const merge = {
  title: 'Merging two tallies of 10,800 groups',
  note: 'Each tally counts one half of the responses; right when the result is deeply equal to that of counting all at once. The hand loop adds two typed arrays. A tally is plain JSON and has more counts (skipped, invalid and not applicable): with those cells as plain lists, looked at and added by hand, is what that costs.',
  bytes: 100,
  targets: [{ milliseconds: 1.2 }, { than: 'hand loop, plain lists', speed: 1 }],
  makeData: makeColumns,
  methods: {
    'service-cycle': (columns) => {
      const { first, second, all } = halves(columns);
      const [a, b, whole] = [first, second, all].map((part) =>
        api.tallyResponses(SURVEY, { kind: 'columns', ...part }, { by: KEYS }),
      );
      return {
        work: () => api.mergeTallies(a, b),
        read: (merged) => [['equal', [Number(isDeepStrictEqual(merged, whole))]]],
      };
    },

    'hand loop': (columns) => {
      const { first, second, all } = halves(columns);
      const a = count(first);
      const b = count(second);
      return {
        work: () => {
          /** @type {import('../formulas.js').Cells} */
          const sums = new Uint32Array(a.length);
          for (let cell = 0; cell < sums.length; cell++) sums[cell] = a[cell] + b[cell];
          return sums;
        },
        read: (sums) => [['equal', [Number(isDeepStrictEqual(sums, count(all)))]]],
      };
    },

    // What lists of the size and make of ours cost at the least: each count looked at, and the sums in a new list.
    'hand loop, plain lists': (columns) => {
      // Halves of few responses have not all groups: here each count is parted in two.
      const whole = api.tallyResponses(SURVEY, { kind: 'columns', ...columns }, { by: KEYS }).cells;
      const a = Array.from(whole, (count) => count >> 1);
      const b = Array.from(whole, (count) => count - (count >> 1));
      return {
        work: () => {
          const sums = new Array(a.length);
          for (let cell = 0; cell < sums.length; cell++) {
            const one = /** @type {number} */ (a[cell]);
            const other = /** @type {number} */ (b[cell]);
            if (one >>> 0 !== one || other >>> 0 !== other) throw new Error('no count');
            sums[cell] = one + other;
          }
          return sums;
        },
        read: (sums) => [['equal', [Number(isDeepStrictEqual(sums, whole))]]],
      };
    },
  },
};

/**
 * The first half of the responses, the second, and all of them.
 *
 * @param {import('../data.js').Columns} columns
 */
function halves(columns) {
  const { length, answers, groups } = columns;
  const middle = Math.floor(length / 2);
  /** @type {(start: number, end: number) => import('../data.js').Columns} */
  const part = (start, end) => ({
    length: end - start,
    answers: {
      nps: answers.nps.subarray(start, end),
      csat: answers.csat.subarray(start, end),
      ces: answers.ces.subarray(start, end),
    },
    groups: {
      branch: { ...groups.branch, codes: groups.branch.codes.subarray(start, end) },
      month: { ...groups.month, codes: groups.month.codes.subarray(start, end) },
      channel: { ...groups.channel, codes: groups.channel.codes.subarray(start, end) },
    },
  });
  return { first: part(0, middle), second: part(middle, length), all: columns };
}

/**
 * @param {import('../data.js').Columns} columns
 * @returns {import('../formulas.js').Cells}
 */
function count({ length, answers: { nps, csat, ces }, groups: { branch, month, channel } }) {
  /** @type {import('../formulas.js').Cells} */
  const cells = new Uint32Array(BRANCHES * MONTHS * CHANNELS * WIDTH);
  for (let i = 0; i < length; i++) {
    const group = (branch.codes[i] * MONTHS + month.codes[i]) * CHANNELS + channel.codes[i];
    cells[group * WIDTH + nps[i]]++;
    cells[group * WIDTH + 10 + csat[i]]++;
    cells[group * WIDTH + 15 + ces[i]]++;
  }
  return cells;
}
