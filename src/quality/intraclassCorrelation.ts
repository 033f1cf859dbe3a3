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

/**
 * How much of what varies lies between places, as against from visit to visit at the same place: the
 * intraclass correlation ICC(1) of a one-way analysis of variance, and the design effect that follows.
 *
 *     MSB = Σn(mean - grand mean)²/(g - 1),  MSW = Σ(n - 1)·variance/(N - g)
 *     k   = (N - Σn²/N)/(g - 1)
 *     ICC = (MSB - MSW)/(MSB + (k - 1)·MSW),  0 where that is below 0
 *     interval: h = g/Σ(1/n),  F = h·(variance of the means of places)/MSW
 *               low = (F/q - 1)/(F/q + h - 1),  q = the (1 + level)/2 quantile of F(g - 1, N - g)
 *               high likewise with the (1 - level)/2 quantile
 *     design effect = 1 + (Σn²/N - 1)·ICC
 *
 * Places stand for more places like them. Where all are equally large the interval is the exact one of
 * normal values; else that of Thomas and Hultquist, by means that weigh the same. Few places tell little: with two
 * the upper limit is near 1 whatever they say. With very unequal places the value and the interval rest on
 * different means, and may lie apart.
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
 * found.kind === 'estimate' && found.value; // ~> 0.665596
 * found.kind === 'estimate' && [found.interval.low.toFixed(3), found.interval.high.toFixed(3)];
 * // => ['0.228', '0.968']
 * @see Shrout & Fleiss (1979), Psychological Bulletin 86, 420-428
 * @see Thomas & Hultquist (1978), Annals of Statistics 6, 582-587: the interval
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

  const harmonic = g / sum(places.map((each) => 1 / each.n));
  const middle = sum(places.map(({ mean }) => mean)) / g;
  const ofMeans = sum(places.map(({ mean }) => (mean - middle) ** 2)) / (g - 1);
  const ratio = (harmonic * ofMeans) / within;
  const limitAt = (p: number): number => {
    const scaled = ratio / fQuantile(p, [g - 1, n - g]);
    return scaled === Infinity ? 1 : (scaled - 1) / (scaled + harmonic - 1);
  };
  const value = Math.max(0, raw);
  const low = limitAt((1 + level) / 2);
  const high = limitAt((1 - level) / 2);
  const size = sum(places.map((each) => each.n ** 2)) / n;
  const effectAt = (correlation: number): number =>
    clusterDesignEffect(Math.max(0, correlation), size);
  return {
    kind: 'estimate',
    value,
    unit: 'share',
    interval: { low, high, level, method: 'thomas-hultquist' },
    n,
    basis: 'measured',
    raw,
    places: g,
    variance: {
      betweenMeanSquare: between,
      withinMeanSquare: within,
      perPlace,
      betweenVariance: Math.max(0, (between - within) / perPlace),
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
