import { createRandom, type Random } from '../../stats/random/createRandom.ts';
import type { AreaFacts } from '../areaFacts.ts';
import { areaLines, type LineSettings, type MomentState } from '../areaLines.ts';
import { areaQuadrant } from '../areaQuadrant.ts';
import { AREA_LEVELS, compareStandings, judgeArea } from '../judgeArea.ts';
import type { Quadrant } from '../matrix/types.ts';
import { drawArea, shareDrawers } from './drawArea.ts';

/** What resamples tell of each area, in the order given. */
export interface RankedAreas {
  /** By area, the first of its places in each resample, from 0. */
  readonly places: readonly Uint16Array[];
  /** By area, with how many it shares that place and those after it, itself included. */
  readonly sharing: readonly Uint16Array[];
  /** By area, the share of resamples at each level, in the order of `AREA_LEVELS`. */
  readonly levels: readonly Float64Array[];
  /** By area, the share of resamples in each quadrant. */
  readonly quadrants: readonly Readonly<Record<Quadrant, number>>[];
}

/** What resamples are drawn with. */
export interface RankSettings extends LineSettings {
  /** What resamples are drawn from. */
  readonly seed: number;
  /** How many are drawn, 1 or more. */
  readonly resamples: number;
  /** Draws importances anew, by area; absent where they are judged. */
  readonly redraw?: ((random: Random) => ReadonlyMap<string, number>) | undefined;
  /** What is known of the moments. */
  readonly moments: ReadonlyMap<string, MomentState>;
  /** Draws that anew; absent where it does not rest on visits. */
  readonly redrawMoments?: ((random: Random) => ReadonlyMap<string, MomentState>) | undefined;
}

/** Draws all areas anew, and ranks them each time. */
export function rankAreas(
  areas: readonly { readonly id: string; readonly facts: AreaFacts }[],
  settings: RankSettings,
): RankedAreas {
  const { seed, resamples, redraw, redrawMoments } = settings;
  const size = areas.length;
  const random = createRandom(seed);
  const places = areas.map(() => new Uint16Array(resamples));
  const sharing = areas.map(() => new Uint16Array(resamples));
  const levels = areas.map(() => new Float64Array(AREA_LEVELS.length));
  const quadrants = areas.map(() => ({
    'concentrate-here': 0,
    'keep-up': 0,
    'low-priority': 0,
    'possible-overkill': 0,
  }));
  const each = 1 / resamples;
  const drawers = shareDrawers(
    areas.map(({ facts }) => facts),
    settings.minimumAnswers,
  );
  const order = Array.from({ length: size }, (_, area) => area);
  for (let resample = 0; resample < resamples; resample += 1) {
    const importances = redraw?.(random);
    const drawn = areas.map(({ id, facts }, area) => {
      const one = drawArea(random, facts, drawers[area]);
      return importances && facts.importance !== undefined
        ? { ...one, importance: importances.get(id) ?? facts.importance }
        : one;
    });
    const lines = areaLines(drawn, redrawMoments?.(random) ?? settings.moments, settings);
    const standings = drawn.map((facts) => judgeArea(facts, lines).standing);
    for (const [area, facts] of drawn.entries()) {
      addTo(levels[area], standings[area]?.[0] ?? 0, each);
      const quadrant = areaQuadrant(facts, lines.thresholds);
      const counts = quadrants[area];
      if (quadrant && counts) counts[quadrant] += each;
    }
    order.sort((a, b) => compareStandings(standings[a] ?? [], standings[b] ?? []));
    for (let first = 0; first < size; ) {
      const own = standings[order[first] ?? 0] ?? [];
      let last = first + 1;
      while (last < size && compareStandings(own, standings[order[last] ?? 0] ?? []) === 0)
        last += 1;
      // Areas that nothing tells apart share their places.
      for (let at = first; at < last; at += 1) {
        const area = order[at] ?? 0;
        setAt(places[area], resample, first);
        setAt(sharing[area], resample, last - first);
      }
      first = last;
    }
  }
  return { places, sharing, levels, quadrants };
}

function setAt(list: Uint16Array | undefined, at: number, value: number): void {
  if (list) list[at] = value;
}

function addTo(sums: Float64Array | undefined, at: number, amount: number): void {
  if (sums) sums[at] = (sums[at] ?? 0) + amount;
}
