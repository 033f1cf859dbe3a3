/**
 * The figures of a group from its counts, written plainly, for every method that brings no intervals
 * of its own. Nothing of service-cycle is used here: it is what its answers are compared with.
 *
 * @typedef {Uint32Array & { [cell: number]: any }} Cells
 * @typedef {{ n: number, promoters: number, detractors: number }} NpsCounts
 * @typedef {NpsCounts & { satisfied: number, effort: number, effortSquares: number,
 *   rating: number, ratingSquares: number }} Counts the last four are the sums of the effort and the
 * satisfaction answers, and of their squares
 */

const Z = 1.959963984540054;

/** The cells of a group: 11 for nps from 0, 5 for csat from 1, 7 for ces from 1. */
export const WIDTH = 23;
const CSAT = 11;
const CES = 16;

/**
 * Counts per answer, summed to what the figures need.
 *
 * @param {Cells} cells
 * @param {number} first
 * @returns {Counts}
 */
export function countsOfCells(cells, first) {
  let detractors = 0;
  for (let answer = 0; answer <= 6; answer += 1) detractors += cells[first + answer];
  const promoters = cells[first + 9] + cells[first + 10];
  const n = detractors + cells[first + 7] + cells[first + 8] + promoters;
  const satisfied = cells[first + CSAT + 3] + cells[first + CSAT + 4];
  let effort = 0;
  let effortSquares = 0;
  let rating = 0;
  let ratingSquares = 0;
  for (let answer = 1; answer <= 5; answer += 1) {
    const count = cells[first + CSAT + answer - 1];
    rating += answer * count;
    ratingSquares += answer * answer * count;
  }
  for (let answer = 1; answer <= 7; answer += 1) {
    const count = cells[first + CES + answer - 1];
    effort += answer * count;
    effortSquares += answer * answer * count;
  }
  return { n, promoters, detractors, satisfied, effort, effortSquares, rating, ratingSquares };
}

/**
 * The same counts from the rows of one group.
 *
 * @param {readonly import('./data.js').Row[]} rows
 * @returns {Counts}
 */
export function countsOfRows(rows) {
  const counts = {
    n: rows.length,
    promoters: 0,
    detractors: 0,
    satisfied: 0,
    effort: 0,
    effortSquares: 0,
    rating: 0,
    ratingSquares: 0,
  };
  for (const { nps, csat, ces } of rows) {
    if (nps >= 9) counts.promoters += 1;
    else if (nps <= 6) counts.detractors += 1;
    if (csat >= 4) counts.satisfied += 1;
    counts.effort += ces;
    counts.effortSquares += ces * ces;
    counts.rating += csat;
    counts.ratingSquares += csat * csat;
  }
  return counts;
}

/**
 * The net promoter score with its adjusted Wald interval.
 *
 * @param {NpsCounts} counts
 */
export function npsFigures({ n, promoters, detractors }) {
  const nps = (100 * (promoters - detractors)) / n;
  const p = (promoters + 0.75) / (n + 3);
  const d = (detractors + 0.75) / (n + 3);
  const half = Z * Math.sqrt((p + d - (p - d) ** 2) / (n + 3));
  return {
    responses: n,
    nps,
    npsLow: Math.max(-100, Math.min(nps, 100 * (p - d - half))),
    npsHigh: Math.min(100, Math.max(nps, 100 * (p - d + half))),
  };
}

/**
 * The same from the number of customers who gave each answer.
 *
 * @param {(answer: number) => number} countOf
 */
export function npsOfAnswers(countOf) {
  let detractors = 0;
  for (let answer = 0; answer <= 6; answer += 1) detractors += countOf(answer);
  const promoters = countOf(9) + countOf(10);
  return npsFigures({ n: detractors + countOf(7) + countOf(8) + promoters, promoters, detractors });
}

/**
 * The four scores, each with its interval; a mean is NaN where it has none.
 *
 * @param {Counts} counts
 * @param {(degreesOfFreedom: number) => number} tOf
 */
export function figures(counts, tOf) {
  const { n, satisfied, effort, effortSquares, rating, ratingSquares } = counts;
  const { responses, nps, npsLow, npsHigh } = npsFigures(counts);

  const csat = satisfied / n;
  const centre = csat + (Z * Z) / (2 * n);
  const reach = Z * Math.sqrt((csat * (1 - csat)) / n + (Z * Z) / (4 * n * n));
  const whole = 1 + (Z * Z) / n;

  const csatMean = meanFigures(n, rating, ratingSquares, 5, tOf);
  const ces = meanFigures(n, effort, effortSquares, 7, tOf);
  return {
    responses,
    nps,
    npsLow,
    npsHigh,
    csat,
    csatLow: (centre - reach) / whole,
    csatHigh: (centre + reach) / whole,
    csatMean: csatMean.mean,
    csatMeanLow: csatMean.low,
    csatMeanHigh: csatMean.high,
    ces: ces.mean,
    cesLow: ces.low,
    cesHigh: ces.high,
  };
}

/**
 * A mean on a scale from 1 with its t interval; where all answers are the same, with what the exact limit of
 * other answers leaves possible; NaN for one answer.
 *
 * @param {number} n
 * @param {number} sum
 * @param {number} squares
 * @param {number} max
 * @param {(degreesOfFreedom: number) => number} tOf
 */
function meanFigures(n, sum, squares, max, tOf) {
  if (n < 2) return { mean: NaN, low: NaN, high: NaN };
  const mean = sum / n;
  const spread = n * squares - sum * sum;
  if (spread === 0) {
    const others = 1 - 0.05 ** (1 / n);
    return { mean, low: mean - others * (mean - 1), high: mean + others * (max - mean) };
  }
  const half = tOf(n - 1) * Math.sqrt(spread / (n * (n - 1)) / n);
  return { mean, low: Math.max(1, mean - half), high: Math.min(max, mean + half) };
}

/** Student's t for 95 %, each number of degrees of freedom worked out once. */
export function tTable() {
  /** @type {Map<number, number>} */
  const known = new Map();
  return (/** @type {number} */ degreesOfFreedom) => {
    let t = known.get(degreesOfFreedom);
    if (t === undefined) known.set(degreesOfFreedom, (t = studentT(degreesOfFreedom)));
    return t;
  };
}

/**
 * Abramowitz & Stegun (1964): 26.7.5 far out, else Newton's rule on 26.7.3 and 26.7.4.
 *
 * @param {number} df
 */
function studentT(df) {
  const z2 = Z * Z;
  if (df > 200) {
    const g1 = (z2 + 1) / 4;
    const g2 = ((5 * z2 + 16) * z2 + 3) / 96;
    const g3 = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    const g4 = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return Z * (1 + (g1 + (g2 + (g3 + g4 / df) / df) / df) / df);
  }
  let t = Z;
  let step;
  do {
    const angle = Math.atan(t / Math.sqrt(df));
    const cosine = Math.cos(angle);
    // The sum's terms, and beside them the constant of the density.
    const odd = df % 2 === 1;
    let term = odd ? cosine : 1;
    let sum = 0;
    let density = odd ? 2 / Math.PI : 1;
    for (let k = odd ? 1 : 0; k <= df - 2; k += 2) {
      sum += term;
      term *= ((k + 1) / (k + 2)) * cosine * cosine;
      if (k > 0) density *= (k + 1) / k;
    }
    const within = odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
    // d within / d t = 2 f(t)
    const slope = (density / Math.sqrt(df)) * cosine ** (df + 1);
    step = (0.95 - within) / slope;
    t += step;
  } while (Math.abs(step) > 1e-11);
  return t;
}

/**
 * The difference of two shares with Newcombe's interval, from dissatisfied and not with an incident,
 * then without.
 *
 * @param {readonly number[]} cells
 * @returns {readonly number[]} the difference, its low and its high end
 */
export function riskDifference([a = 0, b = 0, c = 0, d = 0]) {
  const one = wilson(a, a + b);
  const other = wilson(c, c + d);
  const difference = one.share - other.share;
  return [
    difference,
    difference - Math.hypot(one.share - one.low, other.high - other.share),
    difference + Math.hypot(one.high - one.share, other.share - other.low),
  ];
}

/**
 * @param {number} x
 * @param {number} n
 */
function wilson(x, n) {
  const share = x / n;
  const centre = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half =
    (Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))) / (1 + (Z * Z) / n);
  return { share, low: centre - half, high: centre + half };
}

/**
 * The coefficients of least squares from the upper triangle of the sums of products, the outcome last,
 * by Gauss's elimination.
 *
 * @param {Float64Array} sums
 * @param {number} width
 * @returns {readonly number[]}
 */
export function solveNormalEquations(sums, width) {
  const size = width - 1;
  const rows = Array.from({ length: size }, (_, a) =>
    Array.from({ length: width }, (_value, b) =>
      Number(b >= a ? sums[a * width + b] : sums[b * width + a]),
    ),
  );
  for (const [pivot, row] of rows.entries()) {
    for (const other of rows.slice(pivot + 1)) {
      const factor = Number(other[pivot]) / Number(row[pivot]);
      for (let b = pivot; b < width; b += 1) other[b] = Number(other[b]) - factor * Number(row[b]);
    }
  }
  const found = new Array(size).fill(0);
  for (let a = size - 1; a >= 0; a -= 1) {
    const row = rows[a] ?? [];
    let rest = Number(row[size]);
    for (let b = a + 1; b < size; b += 1) rest -= Number(row[b]) * Number(found[b]);
    found[a] = rest / Number(row[a]);
  }
  return found;
}
