import { ITEMS, makeItems } from '../data.js';
import { api } from '../ours.js';

/** @typedef {import('../data.js').Bytes} Bytes */

const IDS = Array.from({ length: ITEMS }, (_, place) => `q${String(place + 1)}`);

const SURVEY = {
  id: 'stay',
  title: 'Your stay',
  questions: IDS.map((id) => ({ id, text: id, asks: 'perception', scale: { min: 1, max: 5 } })),
};

/** @type {import('./index.js').Task<readonly Bytes[]>} */
export const alpha = {
  title: "Cronbach's alpha of 24 items",
  note: 'From one typed array an item; simple-statistics from plain arrays, which its types ask for, and from typed ones, which it also takes. DuckDB: the query alone, its table loaded.',
  bytes: 100,
  targets: [
    { than: 'hand loop', speed: 1 },
    { than: 'simple-statistics', speed: 6.3 },
    { than: 'DuckDB', speed: 4.5 },
  ],
  makeData: makeItems,
  methods: {
    'service-cycle': (items) => {
      const answers = Object.fromEntries(IDS.map((id, place) => [id, items[place]]));
      const columns = { kind: 'columns', length: items[0]?.length, answers };
      return {
        work: () => api.cronbachAlpha(api.tallyItems(SURVEY, columns, { items: IDS })),
        read: ({ value }) => read(value),
      };
    },

    'hand loop': (items) => ({
      work: () => {
        const n = items[0]?.length ?? 0;
        /** @type {{ [place: number]: any }} */
        const totals = new Uint16Array(n);
        let itemVariances = 0;
        for (const item of items) {
          let sum = 0;
          let squares = 0;
          for (let i = 0; i < n; i++) {
            const answer = item[i];
            sum += answer;
            squares += answer * answer;
            totals[i] += answer;
          }
          itemVariances += (squares - (sum * sum) / n) / (n - 1);
        }
        let sum = 0;
        let squares = 0;
        for (let i = 0; i < n; i++) {
          sum += totals[i];
          squares += totals[i] * totals[i];
        }
        return alphaOf(itemVariances, (squares - (sum * sum) / n) / (n - 1));
      },
      read,
    }),

    'simple-statistics': async (items) => {
      const { sampleVariance } = await import('simple-statistics');
      const arrays = items.map((item) => Array.from(item));
      return {
        work: () => {
          /** @type {number[]} */
          const totals = new Array(arrays[0]?.length).fill(0);
          for (const array of arrays) for (let i = 0; i < array.length; i++) totals[i] += array[i];
          return alphaOf(
            sumOf(arrays.map((array) => sampleVariance(array))),
            sampleVariance(totals),
          );
        },
        read,
      };
    },

    'simple-statistics, typed': async (items) => {
      const { sampleVariance } = await import('simple-statistics');
      const variance = (/** @type {any} */ values) => sampleVariance(values);
      return {
        work: () => alphaOf(sumOf(items.map(variance)), variance(totalsOf(items))),
        read,
      };
    },

    'd3-array': async (items) => {
      const { variance } = await import('d3-array');
      return {
        work: () =>
          alphaOf(
            sumOf(items.map((item) => variance(item) ?? NaN)),
            variance(totalsOf(items)) ?? NaN,
          ),
        read,
      };
    },

    arquero: async (items) => {
      const { op, table } = await import('arquero');
      const answers = table(IDS.map((id, place) => [id, items[place]]));
      const total = `d => ${IDS.map((id) => `d.${id}`).join(' + ')}`;
      return {
        work: () => {
          const variances = answers.derive({ total }).rollup({
            total: op.variance('total'),
            ...Object.fromEntries(IDS.map((id) => [id, op.variance(id)])),
          });
          const { total: ofTotal, ...ofItems } = /** @type {any} */ (variances.object());
          return alphaOf(sumOf(Object.values(ofItems)), ofTotal);
        },
        read,
      };
    },

    DuckDB: async (items) => {
      const { loadDuckdb, rowsOf } = await import('../duckdb.js');
      const query = await loadDuckdb(
        Object.fromEntries(items.map((item, place) => [IDS[place], item])),
      );
      const ofItems = IDS.map((id) => `var_samp(${id})`).join(' + ');
      const ofTotal = `var_samp(${IDS.join(' + ')})`;
      return {
        work: () => query(`SELECT ${ofItems} AS items, ${ofTotal} AS total FROM answers`),
        read: async (result) => {
          const [row] = await rowsOf(result);
          return read(alphaOf(row?.['items'], row?.['total']));
        },
      };
    },
  },
};

/**
 * @param {number} itemVariances - their sum
 * @param {number} totalVariance
 */
function alphaOf(itemVariances, totalVariance) {
  return (ITEMS / (ITEMS - 1)) * (1 - itemVariances / totalVariance);
}

/** @param {readonly number[]} values */
function sumOf(values) {
  return values.reduce((sum, value) => sum + value, 0);
}

/** @param {readonly Bytes[]} items */
function totalsOf(items) {
  /** @type {Uint16Array & { [place: number]: any }} */
  const totals = new Uint16Array(items[0]?.length ?? 0);
  for (const item of items) for (let i = 0; i < totals.length; i++) totals[i] += item[i];
  return totals;
}

/**
 * @param {number} value
 * @returns {import('./index.js').Answer}
 */
function read(value) {
  return [['alpha', [value]]];
}
