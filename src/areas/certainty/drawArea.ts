import { criticalValue } from '../../stats/distributions/normal.ts';
import type { Random } from '../../stats/random/createRandom.ts';
import { draw as drawCount } from '../../stats/random/drawBinomial.ts';
import { type AreaFacts, isJudgeable, type Share } from '../areaFacts.ts';

/** Draws the share of an area as it may be in truth. */
export type ShareDrawer = (random: Random) => number;

/** How many shares the truth is sought among. */
const CELLS = 100;

/** How many spreads of the truth are tried. */
const SPREADS = 60;

/** The common mean is held to be known to 90 of 100. */
const MEAN_LEVEL = 0.9;

/** What the shares of all areas have in common, on the scale of angles. */
interface Common {
  /** By area, its angle; nothing where nobody answered. */
  readonly angles: readonly (number | undefined)[];
  /** Spreads that the truth may have, as variances, with the mean that goes with each and its chance. */
  readonly spreads: readonly {
    readonly variance: number;
    readonly mean: number;
    readonly meanVariance: number;
    readonly chance: number;
  }[];
}

/**
 * How the shares of areas are drawn: each as it may be in truth, by its own answers and by what the areas
 * have in common.
 *
 *     angle = asin(sqrt((x + 3/8)/(n + 3/4))), of variance V = 1/(4n + 2) whatever the share
 *     the true angles: normal with mean m and variance A, of which the answers of all areas tell
 *     (no A more likely beforehand than another), and none farther from m than a·sqrt(A/(A + V)), a the farthest found
 *     each area: that prior times the binomial likelihood of its own answers
 *
 * The worst of many areas is partly the unluckiest. Drawn around what was found it would be said to be the
 * neediest far more often than it is, and so it would if the truth could lie anywhere: areas found to
 * differ by so much truly differ by less. With two areas or fewer there is nothing in common to learn, and
 * each is drawn from its own answers.
 *
 * @param areas - all areas
 * @param minimumAnswers - the fewest answers of an area that tells what they have in common
 * @returns for each area what draws its share; nothing where nobody answered
 * @see Freeman & Tukey (1950), Annals of Mathematical Statistics 21, 607-611: angles
 * @see Morris (1983), Journal of the American Statistical Association 78, 47-55: parametric empirical Bayes
 * @see Louis (1984), Journal of the American Statistical Association 79, 393-398: the range of what is true
 */
export function shareDrawers(
  areas: readonly AreaFacts[],
  minimumAnswers: number,
): readonly (ShareDrawer | undefined)[] {
  const shares = areas.map(({ performance }) => performance);
  const judged = shares.filter((share) => isJudgeable(share, minimumAnswers));
  if (judged.length <= 2) return shares.map((share) => share && alone(share));
  const common = learn(shares, judged);
  const cells = cellsOf(shares, common, judged.length);
  return shares.map((share) => share && among(cells, share));
}

/** From the answers of the area alone: X/n, X binomial. */
function alone({ value, n }: Share): ShareDrawer {
  // Weighted answers tell as much as a number of them that need not be whole.
  const whole = Math.max(1, Math.round(n));
  return (random) => drawCount(random, whole, value, 1 - value) / whole;
}

function angleOf({ value, n }: Share): number {
  return Math.asin(Math.sqrt((value * n + 0.375) / (n + 0.75)));
}

function varianceOf({ n }: Share): number {
  return 1 / (4 * n + 2);
}

/** What the answers of the areas that can be judged tell of the mean and the spread of the truth. */
function learn(shares: readonly (Share | undefined)[], judged: readonly Share[]): Common {
  const points = judged.map((share) => ({ angle: angleOf(share), variance: varianceOf(share) }));
  const k = points.length;
  const mean = points.reduce((sum, { angle }) => sum + angle, 0) / k;
  const usual = points.reduce((sum, { variance }) => sum + variance, 0) / k;
  const found = points.reduce((sum, { angle }) => sum + (angle - mean) ** 2, 0) / (k - 1);
  const tried = Array.from({ length: SPREADS }, (_, step) => {
    // Even steps of the standard deviation, so that small spreads are told apart: weighed by it.
    const root = (step + 0.5) / SPREADS;
    const variance = (4 * found + usual) * root * root;
    let weight = 0;
    let weighted = 0;
    for (const point of points) {
      weight += 1 / (variance + point.variance);
      weighted += point.angle / (variance + point.variance);
    }
    const centre = weighted / weight;
    let log = Math.log(root) - Math.log(weight) / 2;
    for (const point of points) {
      const each = variance + point.variance;
      log -= Math.log(each) / 2 + (point.angle - centre) ** 2 / (2 * each);
    }
    return { variance, mean: centre, meanVariance: 1 / weight, log };
  });
  const top = tried.reduce((most, { log }) => Math.max(most, log), -Infinity);
  const total = tried.reduce((sum, { log }) => sum + Math.exp(log - top), 0);
  return {
    angles: shares.map((share) => share && angleOf(share)),
    spreads: tried.map(({ log, ...each }) => ({ ...each, chance: Math.exp(log - top) / total })),
  };
}

/** Shares that the truth is sought among, with how likely each is before an area's own answers. */
interface Cells {
  readonly low: number;
  readonly width: number;
  readonly logits: readonly { readonly favourable: number; readonly other: number }[];
  readonly chances: readonly number[];
}

function cellsOf(
  shares: readonly (Share | undefined)[],
  { angles, spreads }: Common,
  judged: number,
): Cells {
  const mean = spreads.reduce((sum, each) => sum + each.chance * each.mean, 0);
  const spread = spreads.reduce((sum, each) => sum + each.chance * each.variance, 0);
  const found = shares.flatMap((share) => (share ? [varianceOf(share)] : []));
  const usual = found.reduce((sum, each) => sum + each, 0) / found.length;
  // However alike areas are, their mean is known to its own error only.
  const reach = criticalValue(MEAN_LEVEL) * Math.sqrt(usual / judged);
  let low = mean - reach;
  let high = mean + reach;
  for (const [place, share] of shares.entries()) {
    const angle = angles[place];
    if (share === undefined || angle === undefined) continue;
    const truly = mean + (angle - mean) * Math.sqrt(spread / (spread + varianceOf(share)));
    low = Math.min(low, truly);
    high = Math.max(high, truly);
  }
  low = Math.max(0, low);
  high = Math.min(Math.PI / 2, high);
  const width = (high - low) / CELLS;
  const centres = Array.from({ length: CELLS }, (_, cell) => low + (cell + 0.5) * width);
  return {
    low,
    width,
    logits: centres.map((angle) => ({
      favourable: 2 * Math.log(Math.sin(angle)),
      other: 2 * Math.log(Math.cos(angle)),
    })),
    chances: centres.map((angle) => {
      let chance = 0;
      for (const each of spreads) {
        const variance = each.variance + each.meanVariance;
        chance +=
          (each.chance * Math.exp(-((angle - each.mean) ** 2) / (2 * variance))) /
          Math.sqrt(variance);
      }
      return chance;
    }),
  };
}

/** From what the areas have in common and from the answers of the area. */
function among({ low, width, logits, chances }: Cells, { value, n }: Share): ShareDrawer {
  const logs = logits.map(
    ({ favourable, other }, cell) =>
      Math.log(chances[cell] ?? 0) + n * (value * favourable + (1 - value) * other),
  );
  const top = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  const sums = new Float64Array(CELLS);
  let sum = 0;
  for (const [cell, log] of logs.entries()) {
    sum += Math.exp(log - top);
    sums[cell] = sum;
  }
  return (random) => {
    const wanted = random() * sum;
    let first = 0;
    let last = CELLS - 1;
    while (first < last) {
      const middle = (first + last) >> 1;
      if ((sums[middle] ?? 0) < wanted) first = middle + 1;
      else last = middle;
    }
    return Math.sin(low + (first + random()) * width) ** 2;
  };
}

/**
 * The facts of an area as they may be in truth.
 *
 *     each question: its share + (drawn - found)·s/S,  S and s the standard errors of area and question
 *
 * A tally does not say which answers come from one customer. So all answers of a customer to questions
 * about one area are taken to agree, and its questions move together: the widest that there can be.
 *
 * @param random - what is drawn from
 * @param facts - the area
 * @param drawShare - draws its share, of {@link shareDrawers}
 */
export function drawArea(
  random: Random,
  facts: AreaFacts,
  drawShare: ShareDrawer | undefined,
): AreaFacts {
  const { performance, questions, earlier, importance } = facts;
  if (performance === undefined || drawShare === undefined) return facts;
  const value = drawShare(random);
  const step = (value - performance.value) / errorOf(performance);
  return {
    performance: { value, n: performance.n, answers: performance.answers },
    questions: questions.map((share) => ({
      value: Math.max(0, Math.min(1, share.value + step * errorOf(share))),
      n: share.n,
      answers: share.answers,
    })),
    earlier: earlier && {
      value: alone(earlier)(random),
      n: earlier.n,
      answers: earlier.answers,
    },
    importance,
    failures: facts.failures,
    moments: facts.moments,
    chart: facts.chart,
  };
}

/** The standard error of a share; half an answer is added on both sides, so that it is never 0. */
function errorOf({ value, n }: Share): number {
  const share = (value * n + 0.5) / (n + 1);
  return Math.sqrt((share * (1 - share)) / n);
}
