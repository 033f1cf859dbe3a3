import { SCALE_SHAPE } from '../../model/checkShapes.ts';
import { DEFAULT_SEED } from '../../moments/detectionSettings.ts';
import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import {
  checkCount,
  checkLevel,
  checkObject,
  checkOptions,
  checkSeed,
  isFields,
} from '../../shared/refuse.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';
import type { DriverTally } from '../importance/types.ts';
import { itemSpreads } from './itemSpreads.ts';
import { distances, drawLines, quadrantOf } from './placePoints.ts';
import { readItems } from './readItems.ts';
import { redrawPlaces } from './redrawPlaces.ts';
import type {
  CrosshairChoice,
  ImportancePerformance,
  MatrixDefinition,
  PlacedItem,
  QuadrantPlace,
  RatedItem,
} from './types.ts';

/** What {@link importancePerformance} takes besides the items. */
export interface MatrixOptions<ItemId extends string = string> {
  /** Where the lines between the quadrants lie; at the means of the items when absent. */
  readonly crosshair?: CrosshairChoice;
  /**
   * Derives importance by Johnson's relative weights from what customers answered, instead of taking
   * it as stated; the drivers are called as the items.
   */
  readonly derivedFrom?: DriverTally<ItemId>;
  /** The confidence level, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
  /** What resamples are drawn from, a whole number; 1 when absent. */
  readonly seed?: number;
  /**
   * How many resamples tell how often a quadrant holds, a whole number, 0 to 100,000;
   * 2000 when absent, and of more than 200 items fewer, 100 at least, so that an
   * answer takes about as long.
   */
  readonly resamples?: number;
}

/** A number of one's own, or counted answers. */
const RATING: Shape = (value) =>
  isFields(value) ? { scale: SCALE_SHAPE, perAnswer: ['count'] } : 'number';

/** How many resamples are drawn where nothing else is asked for. */
const DEFAULT_MATRIX_RESAMPLES: number = 2000;

/** Of more items fewer resamples are drawn. */
const DRAWN_IN_FULL_UP_TO = 200;

/** Fewer resamples tell no share of 0.8. */
const FEWEST_RESAMPLES = 100;

/** A quadrant that holds in a smaller share of resamples is fragile. */
const FRAGILE_BELOW = 0.8;

/**
 * Places items, such as areas, by how much they matter and how well they do, and puts them in order of
 * need.
 *
 *     distance = (z(importance) - z(performance)) / sqrt(2),  z = (x - mean) / standard deviation
 *
 * The distance above the diagonal orders the items, since quadrants cut at a line what lies close
 * together; each item has its quadrant too, and how often it lies there when the answers are drawn
 * anew from their counts. The lines are always named in the result: at the means, unless something
 * else is asked for, and those move with the items.
 *
 * Weights of answers are refused, since no resample could draw them anew: give the weighted mean as a number.
 * Numbers that are given stay as they are in resamples. There are no lines between items that are all
 * alike, nor around a single one; the distance is then in hundredths of the scales. What customers say
 * matters often differs little, since everything matters to those who are asked: a warning says so
 * where it does.
 *
 * @param items - what is to be placed, with counted answers or given numbers
 * @param options - the lines, and where importance comes from
 * @returns the items, the neediest first, and those that cannot be placed
 * @throws ServiceCycleError `invalid-argument` when an item comes twice, a number is not finite, or an
 * option is outside its range; `wrong-scale` when answers about different items are on different
 * scales, or the middle of the scale is asked for and a number is given
 * @example
 * const on5 = (perAnswer: readonly number[]) => ({ scale: { min: 1, max: 5 }, perAnswer });
 * const { items, definition } = importancePerformance([
 *   { id: 'desk', importance: on5([0, 0, 10, 30, 60]), performance: on5([20, 30, 30, 20, 0]) },
 *   { id: 'cafe', importance: on5([20, 40, 30, 10, 0]), performance: on5([0, 5, 15, 40, 40]) },
 * ]);
 * items.map(({ item, quadrant }) => [item, quadrant?.name, quadrant?.holds]);
 * // => [['desk', 'concentrate-here', 1], ['cafe', 'possible-overkill', 1]]
 * definition.crosshair?.at; // => 'mean'
 * definition.crosshair?.performance; // ~> 3.325
 * @see Martilla & James (1977), Journal of Marketing 41, 77-79
 * @see Bacon (2003), International Journal of Market Research 45, 55-71: the diagonal
 */
export function importancePerformance<ItemId extends string>(
  items: readonly RatedItem<ItemId>[],
  options: MatrixOptions<NoInfer<ItemId>> = {},
): ImportancePerformance<ItemId> {
  checkOptions(options, ['crosshair', 'derivedFrom', 'level', 'seed', 'resamples']);
  const { crosshair = { at: 'mean' }, level = DEFAULT_LEVEL, seed = DEFAULT_SEED } = options;
  checkLevel(level);
  checkSeed(seed);
  if (options.resamples !== undefined) checkCount('resamples', options.resamples, 0, 100_000);
  checkShape('items', items, [{ id: 'text', 'importance?': RATING, performance: RATING }]);
  checkObject('crosshair', crosshair);
  const read = readItems(items, options.derivedFrom, level);
  const { placed, middles, ranges } = itemSpreads(read.rated, crosshair);
  const points = placed.map(({ importance, performance }) => ({
    importance: importance.figure.value,
    performance: performance.figure.value,
  }));
  const drawn = drawLines(points, crosshair, middles);
  const lines = 'lines' in drawn ? drawn.lines : undefined;
  const above = distances(points, ranges);
  const resamples = read.canRedraw ? (options.resamples ?? usualResamples(items.length)) : 0;
  const redrawn = redrawPlaces(read, { crosshair, middles, ranges, seed, resamples });

  const definition: MatrixDefinition = {
    ...(lines && { crosshair: lines }),
    crosshairAt: crosshair.at,
    ...('gap' in drawn && { noCrosshair: drawn.gap }),
    importance: options.derivedFrom ? 'derived' : 'stated',
    ...(options.derivedFrom && { method: 'johnson' as const }),
    ...(above && { distance: above.unit }),
    resamples,
    seed,
  };
  const found = placed.map(({ id, importance, performance }, place): PlacedItem<ItemId> => {
    const point = points[place] ?? { importance: 0, performance: 0 };
    const distance = above?.values[place];
    const rank = redrawn?.ranks[place];
    const quadrant = lines && quadrantOf(point, lines);
    return {
      item: id,
      importance: importance.figure,
      performance: performance.figure,
      ...(lines && {
        aboveImportance: point.importance - lines.importance,
        abovePerformance: point.performance - lines.performance,
      }),
      ...(quadrant && { quadrant: held(quadrant, redrawn?.shares[place]) }),
      ...(distance !== undefined && { distance }),
      ...(rank && { rank }),
    };
  });
  return {
    kind: 'importance-performance',
    definition,
    items: found.sort(
      (a, b) => (b.distance ?? 0) - (a.distance ?? 0) || (a.item < b.item ? -1 : 1),
    ),
    unplaced: read.unplaced,
    warnings: read.warnings,
  };
}

function usualResamples(items: number): number {
  const affordable = Math.floor((DEFAULT_MATRIX_RESAMPLES * DRAWN_IN_FULL_UP_TO) / items);
  return Math.max(FEWEST_RESAMPLES, Math.min(DEFAULT_MATRIX_RESAMPLES, affordable));
}

function held(
  name: QuadrantPlace['name'],
  shares: { readonly [Name in QuadrantPlace['name']]: number } | undefined,
): QuadrantPlace {
  const holds = shares?.[name];
  return holds === undefined ? { name } : { name, holds, isFragile: holds < FRAGILE_BELOW };
}
