import type { CycleIds } from '../../model/ids.ts';
import type { AreaFacts } from '../areaFacts.ts';
import { AREA_LEVELS } from '../judgeArea.ts';
import type { AreaPriority } from '../types.ts';
import { type RankedAreas, type RankSettings, rankAreas } from './rankAreas.ts';
import { rankOf, rounded } from './rankOf.ts';

/** From which share of resamples one area is said to be ahead of another. */
export const AHEAD_FROM = 0.9;

/** Of more areas pairs are not compared, nor places listed: there would be a million of them. */
export const MOST_COMPARED = 1000;

/** A quadrant that holds in a smaller share of resamples is fragile. */
const FRAGILE_BELOW = 0.8;

/** An area with its facts. */
export interface RankedArea<Ids extends CycleIds = CycleIds> {
  /** What is known so far. */
  readonly priority: AreaPriority<Ids>;
  /** The same in numbers. */
  readonly facts: AreaFacts;
}

/**
 * Adds to each area how sure its place is, from resamples.
 *
 * @param areas - the areas in order, the neediest first
 * @param settings - how many resamples, and from what seed
 */
export function withCertainty<Ids extends CycleIds>(
  areas: readonly RankedArea<Ids>[],
  settings: RankSettings,
): readonly AreaPriority<Ids>[] {
  // By id, so that draws do not depend on the order.
  const byId = areas.toSorted((a, b) => (a.priority.area < b.priority.area ? -1 : 1));
  const placeOf = new Map(byId.map(({ priority }, place) => [priority.area, place]));
  const drawn = rankAreas(
    byId.map(({ priority, facts }) => ({ id: priority.area, facts })),
    settings,
  );
  const { resamples } = settings;
  const isCompared = areas.length <= MOST_COMPARED;
  const counted = new Float64Array(areas.length + 1);
  const placesOf = areas.map(({ priority }) => placeOf.get(priority.area) ?? 0);
  const reach = byId.map((_, area) => rangeOf(drawn, area));
  return areas.map(({ priority }, at) => {
    const own = placesOf[at] ?? 0;
    const { quadrant } = priority;
    const holds = quadrant && rounded(drawn.quadrants[own]?.[quadrant.name]);
    countPlaces(drawn, own, counted);
    return {
      ...priority,
      levelHolds: Math.min(1, rounded(drawn.levels[own]?.[AREA_LEVELS.indexOf(priority.level)])),
      ...(quadrant &&
        holds !== undefined && {
          quadrant: { name: quadrant.name, holds, isFragile: holds < FRAGILE_BELOW },
        }),
      rank: {
        ...rankOf(at + 1, counted.subarray(0, areas.length)),
        ...(isCompared && { shares: Array.from(counted.subarray(0, areas.length), rounded) }),
      },
      ...(isCompared && {
        aheadOf: areas.flatMap(({ priority: other }, otherAt) => {
          if (otherAt === at) return [];
          const share = aheadShare(drawn, own, placesOf[otherAt] ?? 0, reach, resamples);
          return share === undefined ? [] : [{ area: other.area, share }];
        }),
      }),
    };
  });
}

/** The first and the last place of an area in any resample. */
function rangeOf({ places, sharing }: RankedAreas, area: number): readonly [number, number] {
  let [low, high] = [Infinity, 0];
  for (const [resample, first] of (places[area] ?? []).entries()) {
    low = Math.min(low, first);
    high = Math.max(high, first + (sharing[area]?.[resample] ?? 1) - 1);
  }
  return [low, high];
}

/** Counts at which places an area is, as shares of the resamples. */
function countPlaces({ places, sharing }: RankedAreas, area: number, counted: Float64Array): void {
  counted.fill(0);
  const own = places[area] ?? new Uint16Array(0);
  for (const [resample, first] of own.entries()) {
    const many = sharing[area]?.[resample] ?? 1;
    const each = 1 / many;
    // What begins at one place and ends before another; summed up below.
    counted[first] = (counted[first] ?? 0) + each;
    counted[first + many] = (counted[first + many] ?? 0) - each;
  }
  let sum = 0;
  for (const [place, change] of counted.entries()) {
    sum += change;
    counted[place] = sum / own.length;
  }
}

/** The share of resamples in which an area is ahead of another; nothing where it is too small to be told. */
function aheadShare(
  { places }: RankedAreas,
  area: number,
  other: number,
  reach: readonly (readonly [low: number, high: number])[],
  resamples: number,
): number | undefined {
  const [own = [0, 0], others = [0, 0]] = [reach[area], reach[other]];
  if (own[1] < others[0]) return 1;
  if (own[0] > others[1]) return undefined;
  const [one, two] = [places[area], places[other]];
  if (one === undefined || two === undefined) return undefined;
  // A tie counts half; it is given up as soon as too many speak against it.
  let against = 0;
  const most = 2 * resamples * (1 - AHEAD_FROM) + 1e-6;
  for (let resample = 0; resample < resamples; resample += 1) {
    const difference = (two[resample] ?? 0) - (one[resample] ?? 0);
    if (difference > 0) continue;
    against += difference === 0 ? 1 : 2;
    if (against > most) return undefined;
  }
  return rounded(1 - against / (2 * resamples));
}
