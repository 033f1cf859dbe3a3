import { makeVisits, VISIT_MOMENTS } from '../data.js';
import { riskDifference, solveNormalEquations } from '../formulas.js';
import { api } from '../ours.js';

/** @typedef {import('../data.js').VisitColumns} VisitColumns */
/** @typedef {{ counts: readonly (readonly number[])[], coefficients: readonly number[] }} Found */

const IDS = Array.from({ length: VISIT_MOMENTS }, (_, place) => `m${String(place + 1)}`);
const CYCLE = {
  id: 'cycle',
  name: 'A cycle',
  moments: IDS.map((id) => ({ id, name: id, contact: 'staff' })),
};

/** The columns of the regression: 1, then low and high of each moment, then the overall answer. */
const WIDTH = 2 * VISIT_MOMENTS + 2;

/** @type {import('./index.js').Task<VisitColumns>} */
export const visits = {
  title: 'From visits of 15 moments to the critical ones',
  note: 'service-cycle reads visit objects, made one by one as a stream would bring them, or columns, tells the critical moments with their reasons, and how often each verdict holds in 400 resamples. The others give the figures behind it: for each moment the dissatisfied among those with and without an incident and their risk difference with its interval, and the penalty and reward of the joint regression.',
  bytes: 60,
  targets: [{ speed: 0.25 }],
  makeData: makeVisits,
  methods: {
    'service-cycle': (columns) => ({
      work: () => {
        const tally = api.tallyVisits(CYCLE, visitsOf(columns));
        return {
          tally,
          critical: api.detectCriticalMoments(CYCLE, { evidence: api.visitEvidence(tally) }),
        };
      },
      read: ({ tally }) => readTally(tally),
    }),

    'service-cycle, columns': ({ length, ratings, overall }) => ({
      work: () => {
        const moments = Object.fromEntries(
          IDS.map((id, place) => [id, { rating: ratings[place] }]),
        );
        const tally = api.tallyVisits(CYCLE, { kind: 'columns', length, moments, overall });
        return {
          tally,
          critical: api.detectCriticalMoments(CYCLE, { evidence: api.visitEvidence(tally) }),
        };
      },
      read: ({ tally }) => readTally(tally),
    }),

    'service-cycle, tally': (columns) => ({
      work: () => api.tallyVisits(CYCLE, visitsOf(columns)),
      read: readTally,
    }),

    'hand loop': ({ length, ratings, overall }) => ({
      work: () => {
        const counts = IDS.map(() => [0, 0, 0, 0]);
        /** @type {Float64Array & { [place: number]: any }} */
        const sums = new Float64Array(WIDTH * WIDTH);
        /** @type {Int32Array & { [place: number]: any }} */
        const set = new Int32Array(VISIT_MOMENTS + 1);
        for (let i = 0; i < length; i++) {
          const answer = overall[i];
          const bad = answer <= 2 ? 0 : 1;
          let used = 1;
          for (let m = 0; m < VISIT_MOMENTS; m++) {
            const rating = ratings[m]?.[i];
            const low = rating <= 2;
            const cell = (low ? 0 : 2) + bad;
            const own = counts[m] ?? [];
            own[cell] = (own[cell] ?? 0) + 1;
            if (low) set[used++] = 1 + 2 * m;
            else if (rating >= 4) set[used++] = 2 + 2 * m;
          }
          for (let a = 0; a < used; a++) {
            const row = set[a] * WIDTH;
            for (let b = a; b < used; b++) sums[row + set[b]]++;
            sums[row + WIDTH - 1] += answer - 1;
          }
        }
        return found(counts, sums);
      },
      read,
    }),

    'DuckDB and ml-matrix': async ({ ratings, overall }) => {
      const { loadDuckdb, rowsOf } = await import('../duckdb.js');
      const { Matrix, solve } = await import('ml-matrix');
      const query = await loadDuckdb({
        ...Object.fromEntries(ratings.map((column, place) => [IDS[place], column])),
        overall,
      });
      const columns = ['1', ...IDS.flatMap((id) => [`(${id} <= 2)::INT`, `(${id} >= 4)::INT`])];
      const products = columns.flatMap((one, a) => [
        ...columns.slice(a).map((other, b) => `sum(${one} * ${other}) AS p${a}_${a + b}`),
        `sum(${one} * (overall - 1)) AS y${a}`,
      ]);
      const tables = IDS.flatMap((id) => [
        `count_if(${id} <= 2 AND overall <= 2) AS ${id}a`,
        `count_if(${id} <= 2 AND overall > 2) AS ${id}b`,
        `count_if(${id} > 2 AND overall <= 2) AS ${id}c`,
        `count_if(${id} > 2 AND overall > 2) AS ${id}d`,
      ]);
      return {
        work: async () => {
          const result = await query(`SELECT ${[...products, ...tables].join(', ')} FROM answers`);
          const row = (await rowsOf(result))[0] ?? {};
          const size = columns.length;
          const left = Matrix.zeros(size, size);
          const right = Matrix.zeros(size, 1);
          for (let a = 0; a < size; a += 1) {
            right.set(a, 0, row[`y${a}`]);
            for (let b = a; b < size; b += 1) {
              left.set(a, b, row[`p${a}_${b}`]);
              left.set(b, a, row[`p${a}_${b}`]);
            }
          }
          return {
            counts: IDS.map((id) => ['a', 'b', 'c', 'd'].map((cell) => row[`${id}${cell}`])),
            coefficients: solve(left, right).to1DArray(),
          };
        },
        read,
      };
    },
  },
};

/**
 * @param {any} tally
 * @returns {import('./index.js').Answer}
 */
function readTally(tally) {
  const { moments } = api.impactAsymmetry(tally.joint);
  return IDS.map((id, place) => {
    const { incident, noIncident } = tally.moments[place].incidents;
    const table = { incident: knownOf(incident), noIncident: knownOf(noIncident) };
    const { value, interval } = api.incidentEffect(table).riskDifference ?? {};
    const { penalty, reward } =
      moments.find((/** @type {any} */ { moment }) => moment === id) ?? {};
    return [id, [value, interval?.low, interval?.high, penalty?.coefficient, reward?.coefficient]];
  });
}

/**
 * Of counted visits, those whose end is known.
 *
 * @param {readonly { dissatisfied: number, satisfied: number }[]} rows
 */
function knownOf(rows) {
  const known = { dissatisfied: 0, satisfied: 0 };
  for (const { dissatisfied, satisfied } of rows) {
    known.dissatisfied += dissatisfied;
    known.satisfied += satisfied;
  }
  return known;
}

/** @param {VisitColumns} columns */
function* visitsOf({ length, ratings, overall }) {
  for (let i = 0; i < length; i += 1) {
    /** @type {{ [id: string]: { rating: number } }} */
    const moments = {};
    for (let m = 0; m < VISIT_MOMENTS; m += 1) {
      moments[IDS[m] ?? ''] = { rating: ratings[m]?.[i] };
    }
    yield { moments, overall: overall[i] };
  }
}

/**
 * @param {readonly (readonly number[])[]} counts
 * @param {Float64Array} sums
 * @returns {Found}
 */
function found(counts, sums) {
  return { counts, coefficients: solveNormalEquations(sums, WIDTH) };
}

/**
 * @param {Found} result
 * @returns {import('./index.js').Answer}
 */
function read({ counts, coefficients }) {
  return counts.map((cells, place) => [
    IDS[place] ?? '',
    [
      ...riskDifference(cells),
      coefficients[1 + 2 * place] ?? NaN,
      coefficients[2 + 2 * place] ?? NaN,
    ],
  ]);
}
