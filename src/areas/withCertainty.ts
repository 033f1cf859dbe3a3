import type { CycleIds } from '../model/ids.ts';
import type { AreaFacts } from './areaFacts.ts';
import { AREA_LEVELS } from './judgeArea.ts';
import { rankAreas, type RankSettings } from './rankAreas.ts';
import { rankOf } from './rankOf.ts';
import type { AreaPriority } from './types.ts';

/** From which share of resamples one area is said to be ahead of another. */
export const AHEAD_FROM = 0.9;

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
  return areas.map(({ priority }, at) => {
    const own = placeOf.get(priority.area) ?? 0;
    const { quadrant } = priority;
    const holds = quadrant && rounded(drawn.quadrants[own]?.[quadrant.name]);
    return {
      ...priority,
      levelHolds: rounded(drawn.levels[own]?.[AREA_LEVELS.indexOf(priority.level)]),
      ...(quadrant &&
        holds !== undefined && {
          quadrant: { name: quadrant.name, holds, isFragile: holds < FRAGILE_BELOW },
        }),
      rank: rankOf(at + 1, drawn.places[own] ?? []),
      aheadOf: areas.flatMap(({ priority: other }) => {
        const share = rounded(drawn.ahead[own]?.[placeOf.get(other.area) ?? 0]);
        return other.area !== priority.area && share >= AHEAD_FROM
          ? [{ area: other.area, share }]
          : [];
      }),
    };
  });
}

/** Sums of thousands of equal parts: their last digits tell nothing. */
function rounded(share = 0): number {
  return Math.min(1, Math.round(share * 1e9) / 1e9);
}
