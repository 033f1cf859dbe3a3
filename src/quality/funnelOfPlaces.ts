import { checkOpenShare, checkOptions } from '../shared/refuse.ts';
import { chiSquareUpperTail } from '../stats/distributions/chiSquare.ts';
import { checkShares } from './checkPlaces.ts';
import { drawnLimits, funnelLimit, widened, wideningOf } from './funnelLimit.ts';
import type {
  Funnel,
  FunnelGap,
  FunnelPlace,
  Limits,
  Overdispersion,
  PlaceShare,
} from './types.ts';

/** What {@link funnelOfPlaces} takes besides the places. */
export interface FunnelOptions {
  /** The share that places are held against, above 0 and below 1; that of all together when absent. */
  readonly target?: number;
}

/** With fewer places nothing is winsorized, and limits are not widened. */
const MANY_PLACES = 10;

/** Limits are widened where chance makes places differ as much less often than this. */
const DISPERSION_ALPHA = 0.05;

/**
 * Which places are out of the ordinary: every share against the target, with the limits that chance
 * keeps to at its size. It takes the place of a table of ranks, of which somebody is always last.
 *
 *     target = Σcount/Σn, or a given one;  z = (share - target)/sqrt(target(1 - target)/n)
 *     limits = exact binomial ones, between whole numbers on a line, of 95 and 99.8 %
 *     phi    = mean of z², from 10 places on the highest and lowest tenth of z taken for the next inwards
 *     widened: target ± sqrt(phi)·distance, from 10 places on where chi-square(g·phi) has p below 0.05
 *
 * A place is beyond a limit where so many or more, or so many or fewer, come at most 25 times in 1,000 by
 * chance (95 %), or once (99.8 %). The drawn upper limit runs up to one whole number within that: with a target of 97 % thirty of thirty lie
 * above it, and nobody would be surprised. So of places that are all the same at most 1 in 20 is beyond the
 * 95 % limits and 1 in 500 beyond those of 99.8 %; fewer where places are small, and where the target comes from
 * the places themselves: with two of one size, limits are 1.4 times too far apart. Where limits are widened,
 * places differ, and only those are named that differ more than the rest.
 *
 * @param places - how many of how many, place by place
 * @param options - the target
 * @returns each place with its limits and verdict; or why there is none
 * @throws ServiceCycleError `invalid-argument` when a place comes twice, a count is not a whole number from 0 to n, or the target
 * is not above 0 and below 1
 * @example
 * const funnel = funnelOfPlaces([
 *   { place: 'A', count: 18, n: 20 },
 *   { place: 'B', count: 85, n: 100 },
 *   { place: 'C', count: 40, n: 50 },
 *   { place: 'D', count: 150, n: 160 },
 *   { place: 'E', count: 30, n: 50 },
 *   { place: 'F', count: 8, n: 20 },
 * ]);
 * funnel.kind === 'funnel' && funnel.target; // ~> 0.8275
 * funnel.kind === 'funnel' && funnel.places.flatMap(({ place, verdict, direction }) =>
 *   verdict === 'within' ? [] : [[place, verdict, direction]]);
 * // => [['D', 'alarm', 'above'], ['E', 'alarm', 'below'], ['F', 'alarm', 'below']]
 * @see Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202
 */
export function funnelOfPlaces(
  places: readonly PlaceShare[],
  options: FunnelOptions = {},
): Funnel | FunnelGap {
  checkOptions(options, ['target']);
  if (options.target !== undefined) checkOpenShare('target', options.target);
  checkShares('places', places);
  const counted = places.filter(({ n }) => n > 0);
  const total = sum(counted.map(({ n }) => n));
  const gap = (reason: FunnelGap['reason']): FunnelGap => ({
    kind: 'not-estimable',
    reason,
    n: total,
  });
  if (counted.length === 0) return gap('no-data');
  if (counted.length === 1 && options.target === undefined) return gap('one-place');
  const target = options.target ?? sum(counted.map(({ count }) => count)) / total;
  if (!(target > 0 && target < 1)) return gap('all-or-none');

  const zOf = ({ count, n }: PlaceShare): number =>
    (count / n - target) / Math.sqrt((target * (1 - target)) / n);
  const freedom = counted.length - (options.target === undefined ? 1 : 0);
  const overdispersion = overdispersionOf(counted.map(zOf), freedom);
  const factor = wideningOf(overdispersion);
  const limitsOf = (n: number, tail: number): PlaceLimits => ({
    drawn: drawnLimits(n, tail, target, factor),
    // From the other end, so that the chance of what is beyond is at most the tail on this side too.
    judged: widened(
      funnelLimit(tail, n, target),
      1 - funnelLimit(tail, n, 1 - target),
      target,
      factor,
    ),
  });
  return {
    kind: 'funnel',
    target,
    targetFrom: options.target === undefined ? 'places' : 'given',
    places: counted.map((each) =>
      placed(each, zOf(each), limitsOf(each.n, 0.025), limitsOf(each.n, 0.001)),
    ),
    empty: places.filter(({ n }) => n === 0).map(({ place }) => place),
    overdispersion,
    expectedFalse: { warnings: 0.05 * counted.length, alarms: 0.002 * counted.length },
  };
}

/** The limits as they are drawn, and those that a place is judged by. */
interface PlaceLimits {
  readonly drawn: Limits;
  readonly judged: Limits;
}

function placed(
  { place, count, n }: PlaceShare,
  z: number,
  warning: PlaceLimits,
  alarm: PlaceLimits,
): FunnelPlace {
  const value = count / n;
  const facts = { place, count, n, value, z, warning: warning.drawn, alarm: alarm.drawn } as const;
  const isOutside = ({ low, high }: Limits): boolean => value < low || value > high;
  const direction = z < 0 ? 'below' : 'above';
  if (isOutside(alarm.judged)) {
    return { ...facts, verdict: 'alarm', direction, reason: 'beyond-alarm-limit' };
  }
  if (isOutside(warning.judged)) {
    return { ...facts, verdict: 'warning', direction, reason: 'beyond-warning-limit' };
  }
  const couldBeBeyond = alarm.judged.low > 0 || alarm.judged.high < 1;
  return {
    ...facts,
    verdict: 'within',
    reason: couldBeBeyond ? 'as-chance-has-it' : 'too-few-to-tell',
  };
}

function overdispersionOf(z: readonly number[], freedom: number): Overdispersion {
  const g = z.length;
  const winsorized = g < MANY_PLACES ? 0 : Math.floor(g / 10);
  const sorted = z.toSorted((a, b) => a - b);
  const lowest = sorted[winsorized] ?? 0;
  const highest = sorted[g - 1 - winsorized] ?? 0;
  const phi = sum(z.map((each) => Math.min(highest, Math.max(lowest, each)) ** 2)) / g;
  const pValue = chiSquareUpperTail(g * phi, freedom);
  return {
    phi,
    pValue,
    winsorized,
    isApplied: g >= MANY_PLACES && phi > 1 && pValue < DISPERSION_ALPHA,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
