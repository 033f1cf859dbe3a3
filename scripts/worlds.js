/**
 * Made-up worlds of which the truth is known, reviewed again and again: how often a moment is called
 * critical that harms nobody, and how often one is found that does. Prints the table of
 * `docs/trust.md`, and that of how often a moment is called a strength where delights please nobody;
 * `test/jointWorlds.test.ts` runs a part of both.
 *
 *     npm run worlds -- [--runs 400] [--seed 1] [--world mood] [--sizes 300,5000]
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  detectCriticalMoments,
  momentStakes,
  scoreSurvey,
  tallyVisits,
  visitEvidence,
} from 'service-cycle';
import { expectedBenefit } from 'service-cycle/plans';
import { chanceFrom } from '../examples/chance.js';

/**
 * @typedef {import('service-cycle').Visit} Visit
 * @typedef {import('../examples/chance.js').Chance} Chance
 */

/**
 * A world of twelve moments, at most two of which harm.
 *
 * @typedef {object} World
 * @property {string} name
 * @property {'log' | 'ratings' | 'questionnaire'} from what tells of incidents
 * @property {number} [mood] the share of what is behind ratings, and behind the overall answer, that is common mood; ratings in five
 * steps correlate by somewhat less
 * @property {number} [colours] how steeply bad mood raises the odds that an incident is told
 * @property {number} [days] how steeply bad days raise the odds of all incidents
 * @property {Readonly<Record<number, readonly [rate: number, harm: number]>>} [harmful] by place: how many
 * visits have an incident there, and what share of them it turns from satisfied to dissatisfied
 * @property {Readonly<Record<number, readonly [rate: number, harm: number]>>} [trifling] the same of moments
 * that must not be critical
 * @property {Readonly<Record<number, readonly [rate: number, lift: number]>>} [delighting] by place: how many
 * visits have a delight there, and what share of these customers it makes fully satisfied; where it is present, delights
 * that please nobody happen at all other moments
 * @property {number} [base] the share of visits that end dissatisfied without any harm; 0.1 when absent
 */

/** What delights come to in a world where they please nobody. @type {World['delighting']} */
const NOWHERE = {};

const MOMENTS = Array.from({ length: 12 }, (_, place) => `moment ${String(place)}`);
const CYCLE = {
  id: 'world',
  name: 'World',
  moments: MOMENTS.map((id) => ({ id, name: id, contact: /** @type {const} */ ('none') })),
};
const SIZES = [30, 100, 300, 500, 1000, 5000];
const BENEFIT_SIZES = [100, 300, 1000, 5000];
const VISITS_A_DAY = 20;

/** @type {readonly World[]} */
export const WORLDS = [
  { name: 'nothing harms, logged', from: 'log' },
  { name: 'nothing harms, ratings', from: 'ratings' },
  { name: 'common mood, ratings correlate by .28', from: 'ratings', mood: 0.32 },
  { name: 'common mood, ratings correlate by .5', from: 'ratings', mood: 0.57 },
  { name: 'common mood, ratings correlate by .65', from: 'ratings', mood: 0.73 },
  {
    name: 'mood colours reports, slope .3',
    from: 'questionnaire',
    mood: 0.5,
    colours: 0.3,
  },
  {
    name: 'mood colours reports, slope .6',
    from: 'questionnaire',
    mood: 0.5,
    colours: 0.6,
  },
  {
    name: 'bad days, slope .5, one harms',
    from: 'log',
    days: 0.5,
    harmful: { 2: [0.12, 0.55] },
  },
  {
    name: 'bad days, slope 1.5, one harms',
    from: 'log',
    days: 1.5,
    harmful: { 2: [0.12, 0.55] },
  },
  {
    name: 'two harm, independent, logged',
    from: 'log',
    harmful: { 2: [0.12, 0.55], 7: [0.12, 0.55] },
  },
  {
    name: 'two harm under a mood .35, ratings',
    from: 'ratings',
    mood: 0.4,
    harmful: { 2: [0.12, 0.55], 7: [0.12, 0.55] },
  },
  {
    name: 'ruin in 0.5 % of visits, logged',
    from: 'log',
    harmful: { 2: [0.005, 0.9] },
  },
  {
    name: 'a trifle in 40 % of visits, logged',
    from: 'log',
    base: 0.017,
    trifling: { 2: [0.4, 0.018] },
  },
];

/** @type {readonly World[]} */
export const PLEASANT_WORLDS = [
  { name: 'delights please nobody, logged', from: 'log', delighting: NOWHERE },
  {
    name: 'good days bring delights that please nobody, slope 1.5, one harms',
    from: 'log',
    days: 1.5,
    harmful: { 2: [0.12, 0.55] },
    delighting: NOWHERE,
  },
  {
    name: 'mood colours what is told, slope .3',
    from: 'questionnaire',
    mood: 0.5,
    colours: 0.3,
    delighting: NOWHERE,
  },
  {
    name: 'mood colours what is told, slope .6',
    from: 'questionnaire',
    mood: 0.5,
    colours: 0.6,
    delighting: NOWHERE,
  },
  {
    name: 'two delight, independent, logged',
    from: 'log',
    delighting: { 2: [0.12, 0.55], 7: [0.12, 0.55] },
  },
  {
    name: 'two delight, good days bring all delights, slope 1.5, one harms',
    from: 'log',
    days: 1.5,
    harmful: { 4: [0.12, 0.55] },
    delighting: { 2: [0.12, 0.55], 7: [0.12, 0.55] },
  },
  {
    name: 'two delight, mood colours what is told, slope .3',
    from: 'questionnaire',
    mood: 0.5,
    colours: 0.3,
    delighting: { 2: [0.12, 0.55], 7: [0.12, 0.55] },
  },
];

/** Worlds in which it is known how many customers would be kept if nothing went wrong anywhere. */
/** @type {readonly World[]} */
export const BENEFIT_WORLDS = [
  {
    name: 'two harm, independent, logged',
    from: 'log',
    harmful: { 2: [0.12, 0.55], 7: [0.12, 0.55] },
  },
  {
    name: 'two harm, bad days, slope 1, logged',
    from: 'log',
    days: 1,
    harmful: { 2: [0.12, 0.55], 7: [0.12, 0.55] },
  },
  {
    name: 'eight harm mildly, bad days, slope 1, logged',
    from: 'log',
    days: 1,
    harmful: Object.fromEntries(
      [0.04, 0.06, 0.08, 0.1, 0.12, 0.14, 0.16, 0.18].map((rate, place) => [
        place,
        /** @type {const} */ ([rate, 0.12]),
      ]),
    ),
  },
  { name: 'nothing harms, logged', from: 'log' },
  { name: 'mood colours reports, slope .3', from: 'questionnaire', mood: 0.5, colours: 0.3 },
  { name: 'mood colours reports, slope .6', from: 'questionnaire', mood: 0.5, colours: 0.6 },
];

const NO_SCORES = scoreSurvey({ id: 'none', title: 'None', questions: [] }, []);

/** A plan after which nothing goes wrong anywhere. */
const REMOVE_ALL = {
  id: 'all',
  effects: MOMENTS.map((moment) => ({
    moment,
    incidentReduction: { low: 1, base: 1, high: 1 },
    basis: /** @type {const} */ ('assumed'),
  })),
};

/**
 * What it is said to bring, and what it would bring, if nothing went wrong anywhere, for every 1,000
 * visits: means of many samples.
 *
 * @param {World} world
 * @param {number} visits
 * @param {{ runs: number, seed: number }} options
 */
export function benefitIn(world, visits, { runs, seed }) {
  const sums = { truth: 0, low: 0, base: 0, high: 0 };
  let mostBeyond = -Infinity;
  for (let run = 0; run < runs; run += 1) {
    const chance = chanceFrom(seed * 1_000_003 + run * 7919 + visits);
    const told = visitsTo(world, visits, chance);
    const tally = tallyVisits(
      CYCLE,
      told.map(({ visit }) => visit),
      { reportsFrom: world.from === 'questionnaire' ? 'questionnaire' : 'log' },
    );
    const stakes = momentStakes(CYCLE, NO_SCORES, { tally, visits: 1000 });
    const benefit = expectedBenefit(REMOVE_ALL, stakes);
    if (benefit.kind !== 'expected-benefit') continue;
    sums.truth += (1000 * told.filter(({ isLost }) => isLost).length) / visits;
    sums.low += benefit.low;
    sums.base += benefit.base;
    sums.high += benefit.high;
    mostBeyond = Math.max(mostBeyond, benefit.high - stakes.dissatisfied);
  }
  return {
    /** Customers who end dissatisfied and would not, had nothing gone wrong. */
    truth: sums.truth / runs,
    /** What the benefit says, by the cautious figure. */
    low: sums.low / runs,
    /** By the figure expected. */
    base: sums.base / runs,
    /** By the upper end. */
    high: sums.high / runs,
    /** By how much any figure passed those dissatisfied at most: never above 0. */
    beyond: mostBeyond,
  };
}

/**
 * Reviews visits to a world.
 *
 * @param {World} world
 * @param {number} visits
 * @param {number} seed
 */
export function reviewWorld(world, visits, seed) {
  const { harmful = {}, delighting = {} } = world;
  const told = visitsTo(world, visits, chanceFrom(seed)).map(({ visit }) => visit);
  const tally = tallyVisits(CYCLE, told, {
    reportsFrom: world.from === 'questionnaire' ? 'questionnaire' : 'log',
  });
  const { moments, strengths = [] } = detectCriticalMoments(CYCLE, {
    evidence: visitEvidence(tally),
    resamples: 0,
  });
  const critical = new Set(
    moments.flatMap(({ moment, level }) => (level === 'critical' ? [moment] : [])),
  );
  const isHarmful = MOMENTS.map((_, place) => place in harmful);
  return {
    /** Moments that harm nobody, called critical. */
    false: MOMENTS.filter((id, place) => !isHarmful[place] && critical.has(id)),
    /** Moments that harm, found. */
    found: MOMENTS.filter((id, place) => isHarmful[place] && critical.has(id)),
    /** Moments that please nobody, called a strength. */
    falseStrengths: strengths.filter(({ moment }) => !(MOMENTS.indexOf(moment) in delighting)),
    /** Moments that delight, found. */
    foundStrengths: strengths.filter(({ moment }) => MOMENTS.indexOf(moment) in delighting),
    moments,
  };
}

/**
 * Reviews a world again and again.
 *
 * @param {World} world
 * @param {number} visits
 * @param {{ runs: number, seed: number }} options
 */
export function repeatWorld(world, visits, { runs, seed }) {
  let falseReviews = 0;
  let found = 0;
  let falselyPraised = 0;
  let foundStrengths = 0;
  for (let run = 0; run < runs; run += 1) {
    const review = reviewWorld(world, visits, seed * 1_000_003 + run * 7919 + visits);
    if (review.false.length > 0) falseReviews += 1;
    found += review.found.length;
    if (review.falseStrengths.length > 0) falselyPraised += 1;
    foundStrengths += review.foundStrengths.length;
  }
  const delighting = Object.keys(world.delighting ?? {}).length;
  const harmful = Object.keys(world.harmful ?? {}).length;
  return {
    /** The share of reviews that call a harmless moment critical. */
    falseReviews: falseReviews / runs,
    /** The share of harmful moments that is found; absent where nothing harms. */
    ...(harmful > 0 && { found: found / (harmful * runs) }),
    /** The share of reviews that call a moment a strength that pleases nobody. */
    falselyPraised: falselyPraised / runs,
    /** The share of moments that delight that is found; absent where none does. */
    ...(delighting > 0 && { foundStrengths: foundStrengths / (delighting * runs) }),
  };
}

/**
 * @param {World} world
 * @param {number} visits
 * @param {Chance} chance
 * @returns {{ visit: Visit, isLost: boolean }[]} the visits, and whether each ended dissatisfied and would
 * not have, had nothing gone wrong
 */
function visitsTo(world, visits, chance) {
  const { from, mood = 0, colours = 0, days = 0, harmful = {}, trifling = {}, base = 0.1 } = world;
  const { delighting } = world;
  const rates = MOMENTS.map(
    (_, place) => (harmful[place] ?? trifling[place])?.[0] ?? 0.03 + 0.17 * chance.share(),
  );
  const pleasant = MOMENTS.map((_, place) => {
    if (delighting === undefined) return [0, 0];
    const rate = delighting[place]?.[0] ?? 0.03 + 0.17 * chance.share();
    return [Math.log(rate / (1 - rate)), delighting[place]?.[1] ?? 0];
  });
  const harms = MOMENTS.map((_, place) => (harmful[place] ?? trifling[place])?.[1] ?? 0);
  const odds = rates.map((rate) => Math.log(rate / (1 - rate)));
  // Ratings are 1 or 2 after an incident, and 3 to 5 as evenly as may be without one.
  const ratingCuts = rates.map((rate) =>
    [rate / 2, rate, rate + (1 - rate) / 3, rate + (2 * (1 - rate)) / 3].map(quantile),
  );
  const overallCuts = [base / 2, base, base + (1 - base) / 4, base + (1 - base) / 2].map(quantile);
  const ofMood = Math.sqrt(mood);
  const own = Math.sqrt(1 - mood);
  let badDay = 0;

  return Array.from({ length: visits }, (_, visit) => {
    if (visit % VISITS_A_DAY === 0) badDay = chance.normal();
    const goodMood = chance.normal();
    /** @type {Record<string, object>} */
    const moments = {};
    let isHarmed = false;
    let isPleased = false;
    for (let place = 0; place < MOMENTS.length; place += 1) {
      let incident = false;
      /** @type {{ rating?: number, incident?: boolean, delight?: boolean }} */
      let told;
      if (from === 'ratings') {
        const rating = answer(ratingCuts[place] ?? [], ofMood * goodMood + own * chance.normal());
        incident = rating <= 2;
        told = { rating };
      } else {
        const logit = (odds[place] ?? 0) - colours * goodMood + days * badDay;
        incident = chance.share() < 1 / (1 + Math.exp(-logit));
        told = { incident };
      }
      moments[MOMENTS[place] ?? ''] = told;
      if (incident && chance.share() < (harms[place] ?? 0)) isHarmed = true;
      if (delighting === undefined) continue;
      const [logit = 0, lift = 0] = pleasant[place] ?? [];
      told.delight =
        chance.share() < 1 / (1 + Math.exp(-(logit + colours * goodMood - days * badDay)));
      if (told.delight && chance.share() < lift) isPleased = true;
    }
    const given = answer(overallCuts, ofMood * goodMood + own * chance.normal());
    const overall = isPleased ? 5 : given;
    const isLost = isHarmed && given > 2;
    return {
      visit: {
        moments,
        overall: isHarmed ? Math.min(overall, 1 + Math.floor(2 * chance.share())) : overall,
      },
      isLost,
    };
  });
}

/**
 * @param {readonly number[]} cuts
 * @param {number} latent
 * @returns {number}
 */
function answer(cuts, latent) {
  let given = 1;
  for (const cut of cuts) if (latent > cut) given += 1;
  return given;
}

/**
 * The quantile of the normal distribution, by bisection.
 *
 * @param {number} share
 * @returns {number}
 */
function quantile(share) {
  let [low, high] = [-8, 8];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < share) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Abramowitz and Stegun 7.1.26, right to 7 digits.
 *
 * @param {number} x
 * @returns {number}
 */
function normalCdf(x) {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2);
  const tail =
    (((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) *
      t *
      Math.exp((-x * x) / 2)) /
    2;
  return x < 0 ? tail : 1 - tail;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '400' },
      seed: { type: 'string', default: '1' },
      world: { type: 'string', default: '' },
      sizes: { type: 'string', default: '' },
    },
  });
  const asked = values.sizes.split(',').map(Number);
  const among = (/** @type {readonly number[]} */ sizes) =>
    values.sizes === '' ? sizes : sizes.filter((size) => asked.includes(size));
  const runs = Number(values.runs);
  const seed = Number(values.seed);
  /**
   * @param {readonly World[]} worlds
   * @param {(found: ReturnType<typeof repeatWorld>) => readonly [wrong: number, found: number | undefined]} told
   */
  const print = (worlds, told) => {
    const sizes = among(SIZES);
    console.log(`| world | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} |`);
    console.log(`|---|${sizes.map(() => '---|').join('')}`);
    for (const world of worlds.filter(({ name }) => name.includes(values.world))) {
      const cells = sizes.map((visits) => {
        const [wrong, found] = told(repeatWorld(world, visits, { runs, seed }));
        const share = (100 * wrong).toFixed(1);
        return found === undefined ? share : `${share}, found ${(100 * found).toFixed(0)}`;
      });
      console.log(`| ${world.name} | ${cells.join(' | ')} |`);
    }
  };
  print(WORLDS, ({ falseReviews, found }) => [falseReviews, found]);
  console.log('');
  print(PLEASANT_WORLDS, ({ falselyPraised, foundStrengths }) => [falselyPraised, foundStrengths]);
  const sizes = among(BENEFIT_SIZES);
  console.log(`\n| world | true | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} |`);
  console.log(`|---|---|${sizes.map(() => '---|').join('')}`);
  for (const world of BENEFIT_WORLDS.filter(({ name }) => name.includes(values.world))) {
    const found = sizes.map((visits) => benefitIn(world, visits, { runs, seed }));
    const cells = found.map(({ low, base, high }) =>
      [base, low, high].map((customers) => customers.toFixed(0)).join(', '),
    );
    console.log(`| ${world.name} | ${found.at(-1)?.truth.toFixed(0)} | ${cells.join(' | ')} |`);
  }
}
