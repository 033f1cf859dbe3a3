import { api } from '../ours.js';

/** How many areas are ranked. */
const AREAS = 15;
const RESAMPLES = 2000;
/** The hand loop draws every answer anew, and does so many resamples only: a hundredth of the work. */
const BY_HAND = 20;
/** How many responses the ranking costs no more than. */
const FEW = 10_000;

const IDS = Array.from({ length: AREAS }, (_, place) => `area-${String(place + 10)}`);

const CYCLE = {
  id: 'stay',
  name: 'Stay',
  customer: 'external',
  areas: IDS.map((id, place) => ({ id, name: id, importance: 1 + (place % 5) })),
  moments: [{ id: 'arrive', name: 'Arrives', contact: 'staff' }],
  survey: {
    id: 'leaving',
    title: 'On leaving',
    questions: IDS.map((id) => ({
      id,
      text: id,
      asks: 'satisfaction',
      about: { area: id },
      scale: { min: 1, max: 5 },
    })),
  },
};

/** @type {import('./index.js').Task<number>} */
export const ranking = {
  title: 'How sure the order of 15 areas is',
  note: 'From scores, made untimed: 15 areas judged, put in order, and ranked again in 2,000 resamples. "10,000 responses" is the same of so many whatever the size. The hand loop draws every answer of every area anew and ranks by the share alone, in 20 resamples: a hundredth of the work. Only the order is compared.',
  bytes: 1,
  targets: [
    { than: 'service-cycle, 10,000 responses', speed: 0.8 },
    { than: 'hand loop', speed: 1 },
  ],
  makeData: (n) => n,
  methods: {
    'service-cycle': ranked,
    'service-cycle, 10,000 responses': () => ranked(FEW),

    'hand loop': (n) => {
      const shares = IDS.map((_, place) => favourable(place, n) / n);
      return {
        work: () => {
          let state = 1;
          const ranks = new Float64Array(AREAS);
          for (let resample = 0; resample < BY_HAND; resample += 1) {
            const drawn = shares.map((share) => {
              let count = 0;
              for (let i = 0; i < n; i += 1) {
                state = (Math.imul(state, 1664525) + 1013904223) | 0;
                if ((state >>> 0) / 2 ** 32 < share) count += 1;
              }
              return count / n;
            });
            for (const [place, share] of drawn.entries()) {
              const ahead = drawn.filter((other) => other < share).length;
              ranks[place] = (ranks[place] ?? 0) + ahead;
            }
          }
          return ranks;
        },
        read: () => [['areas', [AREAS]]],
      };
    },
  },
};

/** @param {number} n */
function ranked(n) {
  const tally = api.tallyResponses(CYCLE.survey, []);
  const cells = [...tally.cells];
  cells[0] = n;
  for (const [place, { firstCell }] of tally.questions.entries()) {
    cells[firstCell] = n - favourable(place, n);
    cells[firstCell + 4] = favourable(place, n);
  }
  const scores = api.scoreTally(CYCLE.survey, { ...tally, cells });
  return {
    work: () => api.prioritizeAreas(CYCLE, { scores }, { resamples: RESAMPLES }),
    read: (/** @type {any} */ { areas }) =>
      /** @type {import('./index.js').Answer} */ ([['areas', [areas.length]]]),
  };
}

/**
 * Areas lie half a percent apart.
 *
 * @param {number} place
 * @param {number} n
 */
function favourable(place, n) {
  return Math.round(n * (0.7 + place / 200));
}
