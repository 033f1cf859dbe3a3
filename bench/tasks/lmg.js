import { makeItems } from '../data.js';
import { api } from '../ours.js';

/** @typedef {import('../data.js').Bytes} Bytes */

/** How many drivers R² is divided among, the most that there may be. */
const DRIVERS = 20;
const IDS = Array.from({ length: DRIVERS }, (_, place) => `q${String(place + 1)}`);
const OUTCOME = 'all';
/** The correlations are of so many responses at most: only their making depends on how many. */
const ENOUGH = 10_000;

const SURVEY = {
  id: 'stay',
  title: 'Your stay',
  questions: [...IDS, OUTCOME].map((id) => ({
    id,
    text: id,
    asks: 'satisfaction',
    scale: { min: 1, max: 5 },
  })),
};

/** @type {import('./index.js').Task<readonly Bytes[]>} */
export const lmg = {
  title: 'Importance of 20 drivers by LMG',
  note: 'R² divided among 20 drivers exactly, from the tally of answers or their correlations, which are made untimed and from 10,000 responses at most. The hand loop factors the correlations of each of the 2^20 sets of drivers by Cholesky, and adds up what each driver adds.',
  bytes: 100,
  targets: [{ speed: 8 }],
  makeData: (n) => makeItems(Math.min(n, ENOUGH)),
  methods: {
    'service-cycle': (items) => {
      const rows = Array.from({ length: items[0]?.length ?? 0 }, (_, row) =>
        Object.fromEntries([...IDS, OUTCOME].map((id, place) => [id, items[place]?.[row]])),
      );
      const tally = api.tallyDrivers(SURVEY, rows, { outcome: OUTCOME, drivers: IDS });
      const options = { method: 'lmg', resamples: 0 };
      return {
        work: () => api.deriveImportance(tally, options),
        read: ({ drivers }) => [
          ['parts', drivers.map((/** @type {any} */ { importance }) => importance.value)],
        ],
      };
    },

    'hand loop': (items) => {
      const table = correlationsOf(items.slice(0, DRIVERS + 1));
      return { work: () => perSubset(table), read: (parts) => [['parts', parts]] };
    },
  },
};

/** @param {readonly Bytes[]} columns */
function correlationsOf(columns) {
  const n = columns[0]?.length ?? 0;
  const centred = columns.map((column) => {
    const mean = column.reduce((/** @type {number} */ sum, x) => sum + x, 0) / n;
    const off = Float64Array.from(column, (x) => x - mean);
    const spread = Math.sqrt(off.reduce((sum, x) => sum + x * x, 0));
    return off.map((x) => x / spread);
  });
  return centred.map((one) =>
    Float64Array.from(centred, (other) => one.reduce((sum, x, i) => sum + x * (other[i] ?? 0), 0)),
  );
}

/**
 * R² of every set by Cholesky, then Shapley's sum over all sets.
 *
 * @param {readonly (Float64Array & { [place: number]: any })[]} table
 */
function perSubset(table) {
  const p = DRIVERS;
  const sets = 2 ** p;
  /** @type {Float64Array & { [place: number]: any }} */
  const explained = new Float64Array(sets);
  /** @type {Float64Array & { [place: number]: any }} */
  const factor = new Float64Array((p + 1) * (p + 1));
  /** @type {any[]} */
  const members = new Array(p).fill(0);
  /** @type {Uint8Array & { [place: number]: any }} */
  const sizes = new Uint8Array(sets);
  for (let set = 1; set < sets; set += 1) {
    let size = 0;
    for (let driver = 0; driver < p; driver += 1) {
      if ((set >> driver) & 1) members[size++] = driver;
    }
    sizes[set] = size;
    members[size] = p;
    let r2 = 0;
    for (let i = 0; i <= size; i += 1) {
      const row = table[members[i]];
      for (let j = 0; j <= i; j += 1) {
        let sum = row?.[members[j]];
        for (let k = 0; k < j; k += 1) sum -= factor[i * (p + 1) + k] * factor[j * (p + 1) + k];
        if (j < i) {
          sum /= factor[j * (p + 1) + j];
          if (i === size) r2 += sum * sum;
        }
        factor[i * (p + 1) + j] = j < i ? sum : Math.sqrt(sum);
      }
    }
    explained[set] = r2;
  }
  const weights = [1 / p];
  for (let size = 1; size < p; size += 1) weights.push(((weights.at(-1) ?? 0) * size) / (p - size));
  return IDS.map((_, driver) => {
    let part = 0;
    for (let set = 0; set < sets; set += 1) {
      if ((set >> driver) & 1) continue;
      part += (weights[sizes[set]] ?? 0) * (explained[set | (1 << driver)] - explained[set]);
    }
    return part;
  });
}
