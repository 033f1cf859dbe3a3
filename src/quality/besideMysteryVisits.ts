import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import { checkLevel, checkOptions } from '../shared/refuse.ts';
import { criticalValue } from '../stats/distributions/normal.ts';
import { shareEstimate } from '../stats/intervals/countedShare.ts';
import type { IntervalOptions } from '../stats/intervals/intervalOptions.ts';
import { checkAnswersByPlace, checkShares } from './checkPlaces.ts';
import { funnelOfPlaces } from './funnelOfPlaces.ts';
import type {
  AnswersByPlace,
  Funnel,
  FunnelGap,
  FunnelPlace,
  MysteryComparison,
  MysteryFinding,
  PlaceEstimate,
  PlaceShare,
  RankCorrelation,
} from './types.ts';

/** With fewer places a rank correlation says nothing. */
const FEWEST_PLACES = 5;

/**
 * Mystery visits beside what customers say of the same places: whether the visits see what customers do.
 *
 * Each has its own funnel, and a place is told from the others where it lies beyond the 95 % limits.
 * A place that only the visits find wanting keeps to other standards than customers care for, or they
 * came on a bad day; one that only customers do suffers from something that the visits do not look at.
 *
 *     correlation: Spearman's, of mean ranks where places are equal
 *     interval:    tanh(atanh(r) ± z·sqrt((1 + r²/2)/(n - 3))), from 5 places on
 *
 * Where the order is the same at all places, the inner limit is that of an order with one swap. Mystery
 * visits are the firm's own and nobody's secret; customers of small groups stay hidden.
 *
 * @param answers - what customers say, from `answersByPlace`
 * @param visits - how many visits, or checks on visits, met the standard at each place
 * @param options - the confidence level
 * @returns each place as both see it, and whether they put places in the same order
 * @throws ServiceCycleError `invalid-argument` when a count is not a whole number from 0 to n, a place has
 * two rows of visits, or the level is outside its range
 * @example
 * const place = (name: string, count: number, n: number) =>
 *   ({ place: name, n, mean: 1 + count / n, variance: 0.2, count, perAnswer: [n - count, count] });
 * const { places } = besideMysteryVisits(
 *   {
 *     kind: 'answers-by-place',
 *     question: 'cut',
 *     scale: { min: 1, max: 2 },
 *     places: [place('home', 95, 100), place('abroad', 60, 100)],
 *     notShown: [],
 *   },
 *   [{ place: 'home', count: 18, n: 20 }, { place: 'abroad', count: 17, n: 20 }],
 * );
 * places.map(({ place, finding }) => [place, finding]);
 * // => [['home', 'only-customers-above'], ['abroad', 'only-customers-below']]
 * @see Bonett & Wright (2000), Psychometrika 65, 23-28: the interval
 */
export function besideMysteryVisits(
  answers: AnswersByPlace,
  visits: readonly PlaceShare[],
  options: IntervalOptions = {},
): MysteryComparison {
  checkOptions(options, ['level']);
  const { level = DEFAULT_LEVEL } = options;
  checkLevel(level);
  checkAnswersByPlace(answers);
  checkShares('visits', visits);
  const asked = new Map(answers.places.map((each): [string, PlaceShare] => [each.place, each]));
  const visited = new Map(visits.map((each): [string, PlaceShare] => [each.place, each]));
  const customersFunnel = funnelOfPlaces(answers.places);
  const visitsFunnel = funnelOfPlaces(visits);
  const names = new Set([
    ...asked.keys(),
    ...answers.notShown.map(({ place }) => place),
    ...visited.keys(),
  ]);
  const pairs: (readonly [number, number])[] = [];
  const sideOfCustomers = sidesOf(customersFunnel);
  const sideOfVisits = sidesOf(visitsFunnel);
  const places = Array.from(names, (place) => {
    const byCustomers = shareOf(asked.get(place), level);
    const byVisits = shareOf(visited.get(place), level);
    if (byCustomers && byVisits) pairs.push([byCustomers.value, byVisits.value]);
    return {
      place,
      finding: findingOf(byCustomers && sideOfCustomers(place), byVisits && sideOfVisits(place)),
      ...(byCustomers && { customers: byCustomers }),
      ...(byVisits && { visits: byVisits }),
    };
  });
  return {
    kind: 'mystery-comparison',
    places,
    correlation: rankCorrelation(pairs, level),
    customers: customersFunnel,
    visits: visitsFunnel,
  };
}

function shareOf(share: PlaceShare | undefined, level: number): PlaceEstimate | undefined {
  if (share === undefined || share.n === 0) return undefined;
  return shareEstimate(share.count, share.n, level);
}

type Side = NonNullable<FunnelPlace['direction']> | 'within';

function sidesOf(funnel: Funnel | FunnelGap): (place: string) => Side {
  if (funnel.kind === 'not-estimable') return () => 'within';
  const sides = new Map(funnel.places.map(({ place, direction }) => [place, direction]));
  return (place) => sides.get(place) ?? 'within';
}

function findingOf(customers: Side | undefined, visits: Side | undefined): MysteryFinding {
  if (customers === undefined) return 'not-asked';
  if (visits === undefined) return 'not-visited';
  if (customers === 'within') return visits === 'within' ? 'neither' : `only-visits-${visits}`;
  if (visits === 'within') return `only-customers-${customers}`;
  return customers === visits ? `both-${customers}` : 'opposite';
}

function rankCorrelation(
  pairs: readonly (readonly [number, number])[],
  level: number,
): RankCorrelation {
  const n = pairs.length;
  if (n < FEWEST_PLACES) return { kind: 'not-estimable', reason: 'too-few', n };
  const one = centredRanks(pairs.map(([first]) => first));
  const other = centredRanks(pairs.map(([, second]) => second));
  const spread = Math.sqrt(product(one, one) * product(other, other));
  if (spread === 0) return { kind: 'not-estimable', reason: 'zero-variance', n };
  const value = Math.min(1, Math.max(-1, product(one, other) / spread));
  const half = (r: number): number => criticalValue(level) * Math.sqrt((1 + (r * r) / 2) / (n - 3));
  const swapped = 1 - 12 / (n * (n * n - 1));
  const inner = Math.min(swapped, Math.max(-swapped, value));
  const low = value === -1 ? -1 : Math.tanh(Math.atanh(inner) - half(inner));
  const high = value === 1 ? 1 : Math.tanh(Math.atanh(inner) + half(inner));
  return {
    kind: 'estimate',
    value,
    unit: 'correlation',
    interval: { low, high, level, method: 'bonett-wright' },
    n,
    basis: 'measured',
  };
}

/** Ranks less their mean; equal values have the mean of their ranks. */
function centredRanks(values: readonly number[]): readonly number[] {
  const middle = (values.length + 1) / 2;
  const sorted = values.toSorted((a, b) => a - b);
  const [first, behind] = [new Map<number, number>(), new Map<number, number>()];
  for (const [place, value] of sorted.entries()) {
    if (!first.has(value)) first.set(value, place);
    behind.set(value, place + 1);
  }
  return values.map((value) => {
    const below = first.get(value) ?? 0;
    const equal = (behind.get(value) ?? 0) - below;
    return below + (equal + 1) / 2 - middle;
  });
}

function product(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}
