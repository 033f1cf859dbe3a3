import { createRandom, type Random } from '../stats/random/createRandom.ts';
import {
  type AreaFacts,
  areaStanding,
  type AreaStanding,
  compareStandings,
  standingLines,
} from './areaStanding.ts';
import { areaLines, type LineSettings } from './areaLines.ts';
import { drawArea } from './drawArea.ts';
import { areaQuadrant } from './areaQuadrant.ts';
import type { Quadrant } from './matrix/types.ts';

/** What resamples tell of each area, in the order given. */
export interface RankedAreas {
  /** By area, the share of resamples at each place, ties shared out. */
  readonly places: readonly Float64Array[];
  /** By area, the share of resamples at each level, in the order of `AREA_LEVELS`. */
  readonly levels: readonly Float64Array[];
  /** By area, the share of resamples in each quadrant. */
  readonly quadrants: readonly Readonly<Record<Quadrant, number>>[];
  /** By area and other area, the share of resamples in which the first is ahead; a tie counts half. */
  readonly ahead: readonly Float64Array[];
}

/** What resamples are drawn with. */
export interface RankSettings extends LineSettings {
  /** The confidence level. */
  readonly level: number;
  /** What resamples are drawn from. */
  readonly seed: number;
  /** How many are drawn, 1 or more. */
  readonly resamples: number;
  /** Draws importances anew, by area; absent where they are judged. */
  readonly redraw?: ((random: Random) => ReadonlyMap<string, number>) | undefined;
}

/** Draws all areas anew, and ranks them each time. */
export function rankAreas(
  areas: readonly { readonly id: string; readonly facts: AreaFacts }[],
  settings: RankSettings,
): RankedAreas {
  const { seed, resamples, level, redraw } = settings;
  const size = areas.length;
  const random = createRandom(seed);
  const { z } = standingLines(areaLines([], settings), level);
  const table = (width: number): Float64Array[] => areas.map(() => new Float64Array(width));
  const places = table(size);
  const levels = table(5);
  const ahead = table(size);
  const quadrants = areas.map(() => ({
    'concentrate-here': 0,
    'keep-up': 0,
    'low-priority': 0,
    'possible-overkill': 0,
  }));
  const each = 1 / resamples;
  for (let resample = 0; resample < resamples; resample += 1) {
    const importances = redraw?.(random);
    const drawn = areas.map(({ id, facts }) => {
      const one = drawArea(random, facts);
      return importances && facts.importance !== undefined
        ? { ...one, importance: importances.get(id) ?? facts.importance }
        : one;
    });
    const thresholds = areaLines(drawn, settings);
    const lines = { thresholds, level, z };
    const standings = drawn.map((facts) => areaStanding(facts, lines));
    for (const [area, facts] of drawn.entries()) {
      const own = levels[area];
      const at = standings[area]?.[0] ?? 0;
      if (own) own[at] = (own[at] ?? 0) + each;
      const quadrant = areaQuadrant(facts, thresholds);
      const counts = quadrants[area];
      if (quadrant && counts) counts[quadrant] += each;
    }
    countPlaces(standings, places, ahead, each);
  }
  return { places, levels, quadrants, ahead };
}

/** Adds the places of one resample; areas that nothing tells apart share theirs. */
function countPlaces(
  standings: readonly AreaStanding[],
  places: readonly Float64Array[],
  ahead: readonly Float64Array[],
  each: number,
): void {
  const before = new Uint32Array(standings.length);
  const alike = new Uint32Array(standings.length);
  for (const [area, standing] of standings.entries()) {
    for (let other = 0; other <= area; other += 1) {
      const order = compareStandings(standing, standings[other] ?? standing);
      if (order <= 0) addTo(ahead[area], other, order < 0 ? each : each / 2);
      if (order >= 0 && other < area) addTo(ahead[other], area, order > 0 ? each : each / 2);
      if (order > 0) addTo(before, area, 1);
      else if (order < 0) addTo(before, other, 1);
      else {
        addTo(alike, area, 1);
        if (other < area) addTo(alike, other, 1);
      }
    }
  }
  for (const [area, own] of places.entries()) {
    const first = before[area] ?? 0;
    const among = alike[area] ?? 1;
    for (let place = first; place < first + among; place += 1) addTo(own, place, each / among);
  }
}

function addTo(sums: Float64Array | Uint32Array | undefined, at: number, amount: number): void {
  if (sums) sums[at] = (sums[at] ?? 0) + amount;
}
