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
  const places = rated.map((): number[] => []);
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
      const distance = above[place];
      if (distance !== undefined) places[place]?.push(rankOf(distance, above));
    }
  }
  return {
    shares: counts.map((own) => ({
      'concentrate-here': own['concentrate-here'] / resamples,
      'keep-up': own['keep-up'] / resamples,
      'low-priority': own['low-priority'] / resamples,
      'possible-overkill': own['possible-overkill'] / resamples,
    })),
    ranks: places.map((own) => {
      if (own.length === 0) return undefined;
      const sorted = own.toSorted((a, b) => a - b);
      const at = Math.max(1, Math.ceil(0.05 * sorted.length - 1e-9)) - 1;
      return { low: sorted[at] ?? 0, high: sorted[sorted.length - 1 - at] ?? 0 };
    }),
  };
}

/** 1 for the first; equal ones share the middle of their places. */
function rankOf(distance: number, all: readonly number[]): number {
  let ahead = 0;
  let level = 0;
  for (const other of all) {
    if (other > distance) ahead += 1;
    else if (other === distance) level += 1;
  }
  return ahead + (level + 1) / 2;
}
