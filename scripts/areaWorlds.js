/**
 * Made-up areas of which the truth is known, put in order again and again: how often the stated places
 * hold the true one, and how often the area put first is the neediest, beside how often that is stated; and how
 * often an area is called weak. Prints both tables of `docs/areas.md`; `test/areaWorlds.test.ts` and
 * `src/areas/simulatedAreas.test.ts` run a part of them.
 *
 *     npm run worlds:areas -- [--runs 800] [--weak 20000] [--seed 2] [--world 15]
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { detectCriticalMoments, prioritizeAreas, tallyVisits, visitEvidence } from 'service-cycle';
import { scoreTally, tallyResponses } from 'service-cycle/survey';
import { chanceFrom } from '../examples/chance.js';

/**
 * @typedef {import('service-cycle').Cycle} Cycle
 * @typedef {import('service-cycle').CriticalMoments} CriticalMoments
 * @typedef {import('../examples/chance.js').Chance} Chance
 *
 * Areas whose true shares lie anywhere in a range; of some the moment harms.
 * @typedef {object} AreaWorld
 * @property {number} areas
 * @property {readonly [low: number, high: number]} shares
 * @property {number} [harmful] how many of the areas have a moment where incidents harm
 * @property {boolean} [isBell] whether most lie near the middle of the range and few beyond its ends, as a normal
 * distribution of as wide a spread has it
 *
 * Areas with these true shares, of which the first is looked at.
 * @typedef {object} WeakWorld
 * @property {string} name
 * @property {readonly number[]} shares
 */

/** @type {readonly AreaWorld[]} */
export const AREA_WORLDS = [
  { areas: 4, shares: [0.6, 0.95] },
  { areas: 8, shares: [0.7, 0.95] },
  { areas: 8, shares: [0.85, 0.95] },
  { areas: 15, shares: [0.7, 0.97] },
  { areas: 15, shares: [0.7, 0.97], isBell: true },
  { areas: 6, shares: [0.7, 0.95], harmful: 3 },
];
const SIZES = [60, 200, 800];

const SEVEN = Array.from({ length: 7 }, () => 0.92);

/** @type {readonly WeakWorld[]} */
export const WEAK_WORLDS = [
  { name: 'all eight 95 %', shares: Array.from({ length: 8 }, () => 0.95) },
  { name: 'all eight 90 %', shares: Array.from({ length: 8 }, () => 0.9) },
  { name: 'one 75 %, seven 92 %', shares: [0.75, ...SEVEN] },
  { name: 'one 85 %, seven 92 %', shares: [0.85, ...SEVEN] },
];
const WEAK_SIZES = [100, 1000];

/** So many answers tell a share without any chance. */
const ALL = 1_000_000;
const VISITS_AN_ANSWER = 4;

/** @param {number} areas @returns {Cycle} */
function cycleOf(areas) {
  const ids = Array.from({ length: areas }, (_, place) => `a${String(place).padStart(2, '0')}`);
  return {
    id: 'areas',
    name: 'Areas',
    areas: ids.map((id) => ({ id, name: id })),
    moments: ids.map((id) => ({ id: `at ${id}`, name: id, contact: 'none', area: id })),
    survey: {
      id: 'survey',
      title: 'Survey',
      questions: ids.map((id) => ({
        id: `q ${id}`,
        text: id,
        asks: 'satisfaction',
        about: { moment: `at ${id}` },
        scale: { min: 1, max: 5 },
      })),
    },
  };
}

/**
 * @param {Cycle} cycle
 * @param {readonly number[]} favourable how many answers of each area are favourable
 * @param {number} n of how many
 */
function scoresOf({ survey = { id: '', title: '', questions: [] } }, favourable, n) {
  const tally = tallyResponses(survey, []);
  // As if so many had answered each question.
  const cells = [n, ...favourable.flatMap((count) => [n - count, 0, 0, 0, count, 0, 0, 0])];
  return scoreTally(survey, { ...tally, groups: [0], cells });
}

/**
 * Visits, what they tell of the moments, and what is true of them.
 *
 * @param {Cycle} cycle
 * @param {number} harmful
 * @param {number} visits
 * @param {Chance} chance
 */
function harmOf(cycle, harmful, visits, chance) {
  const moments = cycle.moments.map(({ id }, place) => ({
    id,
    rate: 0.06 + 0.1 * chance.share(),
    harm: place < harmful ? 0.15 + 0.45 * chance.share() : 0,
  }));
  const seen = Array.from({ length: visits }, () => {
    let isBad = chance.share() < 0.08;
    const records = moments.map(({ id, rate, harm }) => {
      const incident = chance.share() < rate;
      if (incident && chance.share() < harm) isBad = true;
      return [id, { incident }];
    });
    return { moments: Object.fromEntries(records), overall: isBad ? 1 : 5 };
  });
  const found = detectCriticalMoments(cycle, {
    evidence: visitEvidence(tallyVisits(cycle, seen)),
    resamples: 100,
  });
  const others = (/** @type {string} */ own) =>
    moments.reduce(
      (kept, { id, rate, harm }) => (id === own ? kept : kept * (1 - rate * harm)),
      0.92,
    );
  const truth = moments.map(({ id, rate, harm }) => {
    const effect = harm * others(id);
    const cost = 1000 * effect * rate;
    const method = /** @type {const} */ ('newcombe');
    const interval = { low: effect > 0 ? cost : -1, high: cost + 1e-9, level: 0.95, method };
    return {
      moment: id,
      level: effect >= 0.1 ? 'critical' : 'ordinary',
      reasons: [],
      disagreements: [],
      dissatisfiedPerThousand: { value: cost, interval },
    };
  });
  return {
    found,
    truth: /** @type {CriticalMoments} */ (
      /** @type {unknown} */ ({ kind: 'critical-moments', moments: truth })
    ),
  };
}

/**
 * Puts the areas of a world in order again and again.
 *
 * @param {AreaWorld} world
 * @param {number} n answers to each area
 * @param {{ runs: number, seed: number, resamples?: number }} options
 */
export function repeatAreaWorld(world, n, { runs, seed, resamples = 200 }) {
  const { areas, shares, harmful, isBell = false } = world;
  const chance = chanceFrom(seed);
  const cycle = cycleOf(areas);
  const [low, high] = shares;
  let held = 0;
  let stated = 0;
  let first = 0;
  for (let run = 0; run < runs; run += 1) {
    const truth = Array.from({ length: areas }, () => {
      if (!isBell) return low + (high - low) * chance.share();
      const spread = (Math.asin(Math.sqrt(high)) - Math.asin(Math.sqrt(low))) / Math.sqrt(12);
      const middle = (Math.asin(Math.sqrt(high)) + Math.asin(Math.sqrt(low))) / 2;
      return Math.sin(Math.min(Math.PI / 2, middle + spread * chance.normal())) ** 2;
    });
    const seen = truth.map((share) => {
      let favourable = 0;
      for (let answer = 0; answer < n; answer += 1) favourable += Number(chance.share() < share);
      return favourable;
    });
    const harm =
      harmful === undefined ? undefined : harmOf(cycle, harmful, VISITS_AN_ANSWER * n, chance);
    const found = prioritizeAreas(
      cycle,
      { scores: scoresOf(cycle, seen, n), ...(harm && { criticalMoments: harm.found }) },
      { resamples, seed: run },
    ).areas;
    const counts = truth.map((share) => Math.round(share * ALL));
    const right = prioritizeAreas(
      cycle,
      { scores: scoresOf(cycle, counts, ALL), ...(harm && { criticalMoments: harm.truth }) },
      { resamples: 0 },
    ).areas.map(({ area }) => area);
    for (const [at, { area, rank }] of found.entries()) {
      const place = right.indexOf(area) + 1;
      if (rank === undefined) continue;
      if (rank.low <= place && place <= rank.high) held += 1 / (areas * runs);
      if (at === 0) stated += rank.first / runs;
      if (at === 0 && place === 1) first += 1 / runs;
    }
  }
  return { held, stated, first };
}

/**
 * By how many surveys of so many answers to each area the first one is called weak, and how many of the others in
 * the mean, as shares.
 *
 * @param {WeakWorld} world
 * @param {number} n
 * @param {{ runs: number, seed: number }} options
 */
export function repeatWeakWorld({ shares }, n, { runs, seed }) {
  const chance = chanceFrom(seed);
  const cycle = cycleOf(shares.length);
  const weak = shares.map(() => 0);
  let surveys = 0;
  for (let run = 0; run < runs; run += 1) {
    const seen = shares.map((share) => {
      let favourable = 0;
      for (let answer = 0; answer < n; answer += 1) favourable += Number(chance.share() < share);
      return favourable;
    });
    const found = prioritizeAreas(
      cycle,
      { scores: scoresOf(cycle, seen, n) },
      { resamples: 0 },
    ).areas.filter(({ reasons }) =>
      reasons.some(({ code }) => code === 'weak' || code === 'important-and-weak'),
    );
    for (const { area } of found) {
      const place = Number(area.slice(1));
      weak[place] = (weak[place] ?? 0) + 1 / runs;
    }
    if (found.some(({ area }) => Number(area.slice(1)) > 0)) surveys += 1 / runs;
  }
  const [first = 0, ...others] = weak;
  return { first, others: others.reduce((sum, each) => sum + each, 0) / others.length, surveys };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '800' },
      seed: { type: 'string', default: '2' },
      weak: { type: 'string', default: '20000' },
      world: { type: 'string', default: '' },
    },
  });
  const sizes = WEAK_SIZES.map((n) => `${n.toLocaleString('en')} answers`);
  const weakRows = WEAK_WORLDS.map((world) => {
    const cells = WEAK_SIZES.map((n) => {
      const { first, others, surveys } = repeatWeakWorld(world, n, {
        runs: Math.round((Number(values.weak) * 100) / n),
        seed: Number(values.seed),
      });
      return [first, others, surveys].map((share) => `${(100 * share).toFixed(1)} %`).join(', ');
    });
    return `| ${world.name} | ${cells.join(' | ')} |`;
  });
  process.stdout.write(
    `${[`| true favourable shares | called weak by ${sizes.join(' | ')} |`, '|---|---|---|', ...weakRows].join('\n')}\n\n`,
  );
  const chosen = AREA_WORLDS.filter(
    ({ areas }) => values.world === '' || values.world === String(areas),
  );
  const rows = chosen.flatMap((world) =>
    SIZES.map((n) => {
      const { held, stated, first } = repeatAreaWorld(world, n, {
        runs: Number(values.runs),
        seed: Number(values.seed),
      });
      const [low, high] = world.shares.map((share) => String(Math.round(100 * share)));
      const harm = world.harmful === undefined ? '' : `, ${String(world.harmful)} harm`;
      const more = world.isBell === true ? `${harm}, most in the middle` : harm;
      return `| ${String(world.areas)}${more} | ${String(low)} to ${String(high)} % | ${String(n)} | ${(100 * held).toFixed(1)} % | ${stated.toFixed(2)} | ${first.toFixed(2)} |`;
    }),
  );
  process.stdout.write(
    `${['| areas | true shares | answers each | places held | first: stated | first: true |', '|---|---|---|---|---|---|', ...rows].join('\n')}\n`,
  );
}
