import { createRandom, type Random } from '../stats/random/createRandom.ts';
import type { AreaFacts } from './areaFacts.ts';
import { AREA_LEVELS, type AreaJudgement, compareStandings, judgeArea } from './judgeArea.ts';
import { areaLines, type LineSettings, type MomentState } from './areaLines.ts';
import { drawArea, sharesToDraw } from './drawArea.ts';
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
  const table = (width: number): Float64Array[] => areas.map(() => new Float64Array(width));
  const places = table(size);
  const levels = table(AREA_LEVELS.length);
  const ahead = table(size);
  const quadrants = areas.map(() => ({
    'concentrate-here': 0,
    'keep-up': 0,
    'low-priority': 0,
    'possible-overkill': 0,
  }));
  const each = 1 / resamples;
  const from = sharesToDraw(
    areas.map(({ facts }) => facts),
    settings.minimumAnswers,
  );
  for (let resample = 0; resample < resamples; resample += 1) {
    const importances = redraw?.(random);
    const drawn = areas.map(({ id, facts }, area) => {
      const one = drawArea(random, facts, from[area]);
      return importances && facts.importance !== undefined
        ? { ...one, importance: importances.get(id) ?? facts.importance }
        : one;
    });
    const lines = areaLines(drawn, redrawMoments?.(random) ?? settings.moments, settings);
    const judgements = drawn.map((facts) => judgeArea(facts, lines));
    for (const [area, facts] of drawn.entries()) {
      const own = levels[area];
      const at = judgements[area]?.standing[0] ?? 0;
      if (own) own[at] = (own[at] ?? 0) + each;
      const quadrant = areaQuadrant(facts, lines.thresholds);
      const counts = quadrants[area];
      if (quadrant && counts) counts[quadrant] += each;
    }
    countPlaces(judgements, places, ahead, each);
  }
  return { places, levels, quadrants, ahead };
}

/** Adds the places of one resample; areas that nothing tells apart share theirs. */
function countPlaces(
  judgements: readonly AreaJudgement[],
  places: readonly Float64Array[],
  ahead: readonly Float64Array[],
  each: number,
): void {
  const before = new Uint32Array(judgements.length);
  const alike = new Uint32Array(judgements.length);
  for (const [area, { standing }] of judgements.entries()) {
    for (let other = 0; other <= area; other += 1) {
      const order = compareStandings(standing, judgements[other]?.standing ?? standing);
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
