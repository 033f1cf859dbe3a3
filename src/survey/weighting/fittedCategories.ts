import { boundedFactor, withinBounds } from './boundedFactor.ts';
import type { MarginReader } from './readMargins.ts';
import type { Cell } from './sampleCells.ts';
import type { WeightBounds } from './types.ts';

/** A category that is asked for: its cells, and what their weights should add up to. */
export interface FittedCategory {
  /** The places of its cells. */
  readonly places: Int32Array;
  /** What their weights should add up to. */
  readonly target: number;
  /** The same, as near as the bounds let the rows of each category of the margin come. */
  readonly reachable: number;
}

/** What the categories of a margin are fitted to. */
export interface CategoryAims {
  /** The margin. */
  readonly margin: MarginReader;
  /** Its place among the margins. */
  readonly level: number;
  /** What all weights add up to. */
  readonly n: number;
  /** The smallest and the largest weight of a row; none when absent. */
  readonly bounds: WeightBounds | undefined;
}

/**
 * The categories of a margin that are asked for. Where rows are too few to bear the weight that a target
 * asks for, or too many, they bear what they can, and the other categories share the rest in proportion:
 * that is known beforehand, and need not be found out by fitting in vain.
 */
export function fittedCategories(
  cells: readonly Cell[],
  { margin: { shares }, level, n, bounds }: CategoryAims,
): readonly FittedCategory[] {
  const lists = shares.map((): number[] => []);
  for (const [cell, { places }] of cells.entries()) lists[places[level] as number]?.push(cell);
  const categories = shares.flatMap((share, place) =>
    share > 0 ? [{ places: Int32Array.from(lists[place] ?? []), target: share * n }] : [],
  );
  if (bounds === undefined) {
    return categories.map((category) => ({ ...category, reachable: category.target }));
  }
  const cellRows = Float64Array.from(cells, (cell) => cell.rows);
  const free = Float64Array.from(categories, ({ target }) => target);
  const rows = Float64Array.from(categories, ({ places }) => add(places, cellRows));
  const s = boundedFactor({ places: Int32Array.from(free.keys()), free, rows }, n, bounds);
  return categories.map((category, place) => ({
    ...category,
    reachable: withinBounds(s * category.target, rows[place] as number, bounds),
  }));
}

/** The sum of some values, by their places. */
export function add(places: Int32Array, values: Float64Array): number {
  let sum = 0;
  for (const place of places) sum += values[place] as number;
  return sum;
}
