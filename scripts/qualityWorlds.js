/**
 * Made-up places of which the truth is known, asked again and again: how often the interval of the
 * intraclass correlation holds the true one, and that of a score over all places, how many places the funnel wrongly puts beyond its limits, and
 * what is said of places that are all the same, and that are not. Prints the tables of
 * `docs/the-same-everywhere.md`; `test/qualityWorlds.test.ts` runs a part of it.
 *
 *     npm run worlds:quality -- [--runs 1000] [--seed 3]
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { scoreByGroup } from 'service-cycle';
import { clusteredScore, judgeConsistency } from 'service-cycle/quality';
import { chanceFrom } from '../examples/chance.js';

/**
 * Places whose customers answer on 1 to 5.
 *
 * @typedef {object} QualityWorld
 * @property {string} name
 * @property {readonly number[]} sizes how many answer at each place
 * @property {number} spread how much places differ: the standard deviation of log odds, 0 for not at all
 * @property {keyof typeof MOODS} mood
 */

/** The log odds of an answer above 1, 2, 3 and 4 at a middling place. */
const MOODS = {
  divided: [2, 0.8, -0.4, -1.6],
  content: [4.5, 3.5, 2.5, 1.2],
};

/** @param {number} places @param {number} each */
const even = (places, each) => Array.from({ length: places }, () => each);

/** @type {readonly (readonly [string, readonly number[]])[]} */
const LAYOUTS = [
  ['2 of 60', even(2, 60)],
  ['5 of 40', even(5, 40)],
  ['10 of 50', even(10, 50)],
  ['10 of 10 to 190', Array.from({ length: 10 }, (_, at) => 10 + 20 * at)],
  ['40 of 30', even(40, 30)],
];

/** @type {readonly QualityWorld[]} */
export const QUALITY_WORLDS = [0, 0.3, 1].flatMap((spread) =>
  /** @type {const} */ (['divided', 'content']).flatMap((mood) =>
    LAYOUTS.map(([name, sizes]) => ({ name, sizes, spread, mood })),
  ),
);

/** @param {QualityWorld['mood']} mood @param {number} shift */
function chancesOf(mood, shift) {
  const above = MOODS[mood].map((odds) => 1 / (1 + Math.exp(-odds - shift)));
  return [1, ...above].map((share, at) => share - (above[at] ?? 0));
}

/** @param {readonly number[]} chances */
function momentsOf(chances) {
  const mean = chances.reduce((sum, chance, at) => sum + chance * (at + 1), 0);
  return {
    mean,
    variance: chances.reduce((sum, chance, at) => sum + chance * (at + 1 - mean) ** 2, 0),
  };
}

/**
 * The true share of the variance between places, by a sum over fine steps of the normal distribution.
 *
 * @param {Pick<QualityWorld, 'spread' | 'mood'>} world
 */
export function trueCorrelation({ spread, mood }) {
  if (spread === 0) return 0;
  let weight = 0;
  let mean = 0;
  let square = 0;
  let within = 0;
  for (let z = -6; z <= 6; z += 0.01) {
    const density = Math.exp((-z * z) / 2);
    const own = momentsOf(chancesOf(mood, spread * z));
    weight += density;
    mean += density * own.mean;
    square += density * own.mean ** 2;
    within += density * own.variance;
  }
  const between = square / weight - (mean / weight) ** 2;
  return between / (between + within / weight);
}

/**
 * @param {string} place
 * @param {readonly number[]} chances
 * @param {number} n
 * @param {import('../examples/chance.js').Chance} chance
 */
function askAt(place, chances, n, chance) {
  const perAnswer = [0, 0, 0, 0, 0];
  for (let asked = 0; asked < n; asked += 1) {
    let rest = chance.share();
    let at = 0;
    while (at < 4 && rest >= (chances[at] ?? 0)) {
      rest -= chances[at] ?? 0;
      at += 1;
    }
    perAnswer[at] = (perAnswer[at] ?? 0) + 1;
  }
  const { mean, variance } = momentsOf(perAnswer.map((count) => count / n));
  const count = (perAnswer[3] ?? 0) + (perAnswer[4] ?? 0);
  return { place, n, mean, variance: (variance * n) / (n - 1), count, perAnswer };
}

/**
 * Judges a world again and again.
 *
 * @param {QualityWorld} world
 * @param {{ runs: number, seed: number }} options
 */
export function repeatQualityWorld({ sizes, spread, mood }, { runs, seed }) {
  const chance = chanceFrom(seed);
  const truth = trueCorrelation({ spread, mood });
  const found = { estimable: 0, held: 0, differ: 0, same: 0, warnings: 0, alarms: 0, widened: 0 };
  for (let run = 0; run < runs; run += 1) {
    const places = sizes.map((n, at) =>
      askAt(`p${String(at)}`, chancesOf(mood, spread * chance.normal()), n, chance),
    );
    const { verdict, correlation, funnel } = judgeConsistency({
      kind: 'answers-by-place',
      question: 'q',
      scale: { min: 1, max: 5 },
      places,
      notShown: [],
    });
    if (correlation.kind === 'estimate') {
      found.estimable += 1;
      const { low, high } = correlation.interval;
      found.held += Number(low <= truth && truth <= high);
    }
    found.differ += Number(verdict === 'places-differ') / runs;
    found.same += Number(verdict === 'same-everywhere') / runs;
    if (funnel.kind !== 'funnel') continue;
    const beyond = funnel.places.filter((each) => each.verdict !== 'within');
    const alarms = beyond.filter((each) => each.verdict === 'alarm');
    found.warnings += beyond.length / sizes.length / runs;
    found.alarms += alarms.length / sizes.length / runs;
    found.widened += Number(funnel.overdispersion.isApplied) / runs;
  }
  return { ...found, held: found.held / found.estimable, truth };
}

/**
 * Asks at places again and again and scores all answers together: how often the interval holds the true score, that of
 * places without end, with and without regard to the places.
 *
 * @param {QualityWorld} world
 * @param {{ runs: number, seed: number }} options
 */
export function repeatClusterWorld({ sizes, spread, mood }, { runs, seed }) {
  const chance = chanceFrom(seed);
  const truth = trueScores({ spread, mood });
  const held = { share: 0, mean: 0, plainShare: 0, plainMean: 0 };
  for (let run = 0; run < runs; run += 1) {
    const responses = sizes.flatMap((n, at) => {
      const { perAnswer } = askAt('', chancesOf(mood, spread * chance.normal()), n, chance);
      return perAnswer.flatMap((count, answer) =>
        Array.from({ length: count }, () => ({ q: answer + 1, place: `p${String(at)}` })),
      );
    });
    const scores = scoreByGroup(CLUSTER_SURVEY, responses, { by: ['place'] });
    const [share, mean] = clusteredScore(scores, { question: 'q' }).scores;
    const [plainShare, plainMean] = scores.questions[0]?.scores ?? [];
    for (const [name, score] of Object.entries({ share, mean, plainShare, plainMean })) {
      if (score?.kind !== 'estimate') throw new Error('no score');
      const { low, high } = score.interval;
      const true_ = name.endsWith('hare') ? truth.share : truth.mean;
      held[/** @type {keyof typeof held} */ (name)] += Number(low <= true_ && true_ <= high) / runs;
    }
  }
  return { ...held, truth: trueCorrelation({ spread, mood }) };
}

const CLUSTER_SURVEY = /** @type {const} */ ({
  id: 's',
  title: 'S',
  questions: [{ id: 'q', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 5 } }],
});

/**
 * The share of the two best answers and the mean answer over places without end.
 *
 * @param {Pick<QualityWorld, 'spread' | 'mood'>} world
 */
function trueScores({ spread, mood }) {
  let weight = 0;
  let share = 0;
  let mean = 0;
  for (let z = -6; z <= 6; z += 0.01) {
    const density = Math.exp((-z * z) / 2);
    const own = chancesOf(mood, spread * z);
    weight += density;
    share += density * ((own[3] ?? 0) + (own[4] ?? 0));
    mean += density * momentsOf(own).mean;
  }
  return { share: share / weight, mean: mean / weight };
}

/** Places by number and size, for scores over all of them. @type {readonly (readonly [string, readonly number[]])[]} */
const CLUSTER_LAYOUTS = [
  ['5 of 40', even(5, 40)],
  ['10 of 30', even(10, 30)],
  ['10 of 10 to 190', Array.from({ length: 10 }, (_, at) => 10 + 20 * at)],
  ['20 of 30', even(20, 30)],
  ['40 of 30', even(40, 30)],
];

/** Spreads of log odds that make 0, about 0.05 and about 0.2 of what varies lie between places. */
export const CLUSTER_WORLDS = [0, 0.411, 0.917].flatMap((spread) =>
  CLUSTER_LAYOUTS.map(([name, sizes]) => ({
    name,
    sizes,
    spread,
    mood: /** @type {const} */ ('divided'),
  })),
);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '3' },
    },
  });
  /** @param {number} share @param {number} [digits] */
  const percent = (share, digits = 1) => (100 * share).toFixed(digits);
  const rows = QUALITY_WORLDS.map((world) => {
    const of = repeatQualityWorld(world, { runs: Number(values.runs), seed: Number(values.seed) });
    const { mood, name, spread } = world;
    const beyond = spread === 0 ? `${percent(of.warnings)} | ${percent(of.alarms, 2)}` : '| ';
    return `| ${mood} | ${name} | ${of.truth.toFixed(3)} | ${percent(of.held)} | ${percent(of.differ)} | ${percent(of.same)} | ${beyond} |`;
  });
  process.stdout.write(
    `${['| answers | places | true share between | held | differ | the same | beyond 95 % | beyond 99.8 % |', '|---|---|---|---|---|---|---|---|', ...rows].join('\n')}\n`,
  );
  const clustered = CLUSTER_WORLDS.map((world) => {
    const of = repeatClusterWorld(world, { runs: Number(values.runs), seed: Number(values.seed) });
    return `| ${of.truth.toFixed(2)} | ${world.name} | ${percent(of.share)} | ${percent(of.mean)} | ${percent(of.plainShare)} | ${percent(of.plainMean)} |`;
  });
  process.stdout.write(
    `\n${['| true share between | places | share | mean | share, places ignored | mean, places ignored |', '|---|---|---|---|---|---|', ...clustered].join('\n')}\n`,
  );
}
