import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import {
  checkAtLeast,
  checkCount,
  checkLevel,
  checkNumber,
  checkOptions,
} from '../shared/refuse.ts';
import { fQuantile } from '../stats/distributions/f.ts';
import type { IntervalOptions } from '../stats/intervals/intervalOptions.ts';
import { checkPlaces } from './checkPlaces.ts';
import { clusterDesignEffect } from './clusterDesignEffect.ts';
import type { CorrelationGap, IntraclassCorrelation, PlaceSummary } from './types.ts';

/** From how many places on their tails can be told from chance. */
const ADJUSTED_FROM = 10;

/**
 * How much of what varies lies between places, as against from visit to visit at the same place: the
 * intraclass correlation ICC(1) of a one-way analysis of variance, and the design effect that follows.
 *
 *     MSB = Σn(mean - grand mean)²/(g - 1),  MSW = Σ(n - 1)·variance/(N - g)
 *     k   = (N - Σn²/N)/(g - 1)
 *     ICC = (MSB - MSW)/(MSB + (k - 1)·MSW),  0 where that is below 0
 *     interval: the correlations between which Σw(mean - weighted mean)²/(g - 1)/MSW lies between
 *               the quantiles of F(d, N - g),  w = n(1 - ICC)/(1 + (n - 1)·ICC)
 *     d = g - 1;  from 10 places on (g - 1)/(1 + K·(g - 1)/2g)
 *     K = the excess kurtosis of the standardized means of places, 0 where that is below 0, and half their squared skewness
 *     design effect = 1 + (Σn²/N - 1)·ICC
 *
 * Places stand for more places like them. Below 10 places the interval is exact for normal values and places of any size,
 * and lies above 0 where the F test of the analysis of variance rejects. From 10 places on it is adjusted to how far
 * the worst place stands off: where nearly all customers give the best answer and a few places are far worse, the mean square between
 * places varies more than normal ones do, and the exact interval holds the truth in 85 of 100 only. The kurtosis of few places
 * falls short where their tail is long; the skewness makes up for it, by half its square as found by simulation. How well it holds
 * stands in the guide. Few places tell little: with two the upper limit is near 1 whatever they say.
 *
 * Not estimable: no place, one place, one value at each, every value the same, or every value the same at each place
 * while places differ.
 *
 * @param places - size, mean and variance of each place, such as the places of `answersByPlace`
 * @param options - the confidence level
 * @returns the correlation, 0 to 1, with its interval; or why there is none
 * @throws ServiceCycleError `invalid-argument` when a place comes twice, a size is not a whole number of 1 or more, a variance is below 0, a mean is not finite or
 * the level is outside its range
 * @example
 * const places = [
 *   { place: 'north', n: 5, mean: 4.6, variance: 0.3 },
 *   { place: 'east', n: 4, mean: 3, variance: 0.6666666666666666 },
 *   { place: 'south', n: 6, mean: 4, variance: 0.4 },
 *   { place: 'west', n: 3, mean: 2, variance: 1 },
 * ];
 * const found = intraclassCorrelation(places);
 * found.kind === 'estimate' && found.value; // ~> 0.665600
 * found.kind === 'estimate' && [found.interval.low.toFixed(3), found.interval.high.toFixed(3)];
 * // => ['0.251', '0.973']
 * @see Shrout & Fleiss (1979), Psychological Bulletin 86, 420-428
 * @see Wald (1940), Annals of Mathematical Statistics 11, 96-100: the interval
 * @see Box (1953), Biometrika 40, 318-335, and Shoemaker (2003), American Statistician 57, 105-110: degrees of freedom by
 * the kurtosis
 * @see Donner & Koval (1980), Biometrics 36, 19-25: unequal sizes
 */
export function intraclassCorrelation(
  places: readonly PlaceSummary[],
  options: IntervalOptions = {},
): IntraclassCorrelation | CorrelationGap {
  checkOptions(options, ['level']);
  const { level = DEFAULT_LEVEL } = options;
  checkLevel(level);
  checkPlaces('places', places);
  for (const [at, { n, mean, variance }] of places.entries()) {
    checkCount(`n of places[${String(at)}]`, n, 1);
    checkNumber(`mean of places[${String(at)}]`, mean);
    checkAtLeast(`variance of places[${String(at)}]`, variance, 0);
  }
  const g = places.length;
  const n = sum(places.map((each) => each.n));
  const gap = (reason: CorrelationGap['reason']): CorrelationGap => ({
    kind: 'not-estimable',
    reason,
    n,
  });
  if (g === 0) return gap('no-data');
  if (g === 1) return gap('one-place');
  if (n === g) return gap('one-value-each');
  const within = sum(places.map((each) => (each.n - 1) * each.variance)) / (n - g);
  if (within === 0) {
    const isSame = places.every(({ mean }) => mean === places[0]?.mean);
    return gap(isSame ? 'zero-variance' : 'constant-within-places');
  }
  const grand = sum(places.map((each) => each.n * each.mean)) / n;
  const between = sum(places.map((each) => each.n * (each.mean - grand) ** 2)) / (g - 1);
  const perPlace = (n - sum(places.map((each) => each.n ** 2)) / n) / (g - 1);
  const raw = (between - within) / (between + (perPlace - 1) * within);

  const value = Math.max(0, raw);
  const degrees =
    g < ADJUSTED_FROM ? g - 1 : (g - 1) / (1 + (tailsAt(value, places) * (g - 1)) / (2 * g));
  const limitAt = (p: number): number =>
    correlationAt(within * (g - 1) * fQuantile(p, [degrees, n - g]), places);
  const low = limitAt((1 + level) / 2);
  const high = limitAt((1 - level) / 2);
  const size = sum(places.map((each) => each.n ** 2)) / n;
  const effectAt = (correlation: number): number =>
    clusterDesignEffect(Math.max(0, correlation), size);
  return {
    kind: 'estimate',
    value,
    unit: 'share',
    interval: { low, high, level, method: g < ADJUSTED_FROM ? 'exact-f' : 'adjusted-f' },
    n,
    basis: 'measured',
    raw,
    places: g,
    variance: {
      betweenMeanSquare: between,
      withinMeanSquare: within,
      perPlace,
      betweenVariance: Math.max(0, (between - within) / perPlace),
      degreesOfFreedom: degrees,
    },
    designEffect: {
      value: effectAt(value),
      low: effectAt(low),
      high: effectAt(high),
      perPlace: size,
      effectiveN: n / effectAt(value),
    },
  };
}

/** The correlation at which the weighted squares between places come to so much; they fall as it rises. */
function correlationAt(squares: number, places: readonly PlaceSummary[]): number {
  let low = -1 / (Math.max(...places.map(({ n }) => n)) - 1);
  let high = 1;
  for (let halving = 0; halving < MOST_HALVINGS; halving += 1) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (squaresAt(middle, places) > squares) low = middle;
    else high = middle;
  }
  return low + (high - low) / 2;
}

/** After so many there is no number left between the ends, however close to 0 they lie. */
const MOST_HALVINGS = 1100;

function squaresAt(correlation: number, places: readonly PlaceSummary[]): number {
  return sum(standardizedMeans(correlation, places).map((each) => each ** 2));
}

/** How far the mean of each place lies from the weighted mean of all, so that its square is what it adds to their sum. */
function standardizedMeans(
  correlation: number,
  places: readonly PlaceSummary[],
): readonly number[] {
  const weights = places.map(({ n }) => (n * (1 - correlation)) / (1 + (n - 1) * correlation));
  const total = sum(weights);
  const middle = sum(places.map(({ mean }, at) => ((weights[at] ?? 0) / total) * mean));
  return places.map(({ mean }, at) => Math.sqrt(weights[at] ?? 0) * (mean - middle));
}

/** How long the tails of places are: 0 for normal ones. Excess kurtosis and skewness are those of a sample, as `G₂` and `G₁`. */
function tailsAt(correlation: number, places: readonly PlaceSummary[]): number {
  const means = standardizedMeans(correlation, places);
  const g = places.length;
  const second = sum(means.map((each) => each ** 2)) / g;
  if (!(second > 0 && second < Infinity)) return 0;
  const moment = (power: number): number =>
    sum(means.map((each) => (each / Math.sqrt(second)) ** power)) / g;
  const kurtosis = ((g - 1) * ((g + 1) * (moment(4) - 3) + 6)) / ((g - 2) * (g - 3));
  const skewness = (Math.sqrt(g * (g - 1)) / (g - 2)) * moment(3);
  return Math.max(0, kurtosis) + skewness ** 2 / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
