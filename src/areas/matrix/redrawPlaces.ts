import { createRandom } from '../../stats/random/createRandom.ts';
import type { ItemSpreads } from './itemSpreads.ts';
import { distances, drawLines, quadrantOf } from './placePoints.ts';
import type { ReadItems } from './readItems.ts';
import type { CrosshairChoice, Quadrant } from './types.ts';

/** What became of the items when their answers were drawn anew. */
export interface RedrawnPlaces {
  /** By item, the share of resamples in each quadrant. */
  readonly shares: readonly { readonly [Name in Quadrant]: number }[];
  /** By item, its place in the order in the middle 90 of 100 resamples. */
  readonly ranks: readonly ({ readonly low: number; readonly high: number } | undefined)[];
}

/** What resamples are drawn with. */
export interface RedrawSettings extends Pick<ItemSpreads, 'middles' | 'ranges'> {
  /** Where the lines lie. */
  readonly crosshair: CrosshairChoice;
  /** What resamples are drawn from. */
  readonly seed: number;
  /** How many are drawn. */
  readonly resamples: number;
}

/** Draws the answers to all items anew, and places the items each time. */
export function redrawPlaces(
  { rated, redrawImportance }: ReadItems,
  { crosshair, middles, ranges, seed, resamples }: RedrawSettings,
): RedrawnPlaces | undefined {
  if (resamples === 0 || rated.length === 0) return undefined;
  const random = createRandom(seed);
  const counts = rated.map(() => ({
    'concentrate-here': 0,
    'keep-up': 0,
    'low-priority': 0,
    'possible-overkill': 0,
  }));
  const places = rated.map(() => new Float64Array(resamples));
  let ranked = 0;
  for (let resample = 0; resample < resamples; resample += 1) {
    const derived = redrawImportance?.(random);
    const points = rated.map(({ id, importance, performance }) => ({
      importance: derived ? (derived.get(id) ?? 0) : importance.redraw(random),
      performance: performance.redraw(random),
    }));
    const drawn = drawLines(points, crosshair, middles);
    const above = distances(points, ranges)?.values ?? [];
    for (const [place, point] of points.entries()) {
      const own = counts[place];
      if ('lines' in drawn && own) own[quadrantOf(point, drawn.lines)] += 1;
    }
    if (above.length === 0) continue;
    addRanks(above, places, ranked);
    ranked += 1;
  }
  return {
    shares: counts.map((own) => ({
      'concentrate-here': own['concentrate-here'] / resamples,
      'keep-up': own['keep-up'] / resamples,
      'low-priority': own['low-priority'] / resamples,
      'possible-overkill': own['possible-overkill'] / resamples,
    })),
    ranks: places.map((own) => {
      if (ranked === 0) return undefined;
      const sorted = own.subarray(0, ranked).sort();
      const at = Math.max(1, Math.ceil(0.05 * sorted.length - 1e-9)) - 1;
      return { low: sorted[at] ?? 0, high: sorted[sorted.length - 1 - at] ?? 0 };
    }),
  };
}

/** Adds the ranks of one resample: 1 for the first; equal ones share the middle of their places. */
function addRanks(
  distances: readonly number[],
  places: readonly Float64Array[],
  resample: number,
): void {
  const at = (item: number | undefined): number => distances[item ?? 0] ?? 0;
  const order = Array.from(distances, (_, item) => item).sort((a, b) => at(b) - at(a));
  for (let first = 0; first < order.length; ) {
    let last = first + 1;
    while (last < order.length && at(order[last]) === at(order[first])) last += 1;
    for (const item of order.slice(first, last)) {
      const own = places[item];
      if (own) own[resample] = (first + 1 + last) / 2;
    }
    first = last;
  }
}
