import { fixedPointValue } from '../../survey/tally/fixedPointCells.ts';
import type { PairCounts } from './types.ts';

/**
 * Spearman's correlation from counted pairs: Pearson's of their mid-ranks.
 *
 *     rank of a value = how many have a smaller one + half of those who have the same
 *     r = Σn·(a - N/2)·(b - N/2) / sqrt(Σn·(a - N/2)² · Σn·(b - N/2)²)
 *
 * @param pairs - how many have each pair of values; or the sums of their weights
 * @returns -1 to 1; nothing where driver or outcome is the same for all
 * @see Kendall & Gibbons (1990), Rank Correlation Methods, chapter 3
 */
export function rankCorrelation({ driver, outcome, counts }: PairCounts): number | undefined {
  const sums = driver.map((_, cell) => fixedPointValue(counts, cell));
  // As shares of all, since cubes of huge weights are none; a correlation has no unit.
  const total = sums.reduce((sum, count) => sum + count, 0);
  const each = sums.map((count) => count / total);
  const first = centredRanks(driver, each);
  const second = centredRanks(outcome, each);
  let product = 0;
  let firstSquares = 0;
  let secondSquares = 0;
  for (const [cell, count] of each.entries()) {
    const a = first(driver[cell] ?? 0);
    const b = second(outcome[cell] ?? 0);
    product += count * a * b;
    firstSquares += count * a * a;
    secondSquares += count * b * b;
  }
  if (!(firstSquares > 0 && secondSquares > 0)) return undefined;
  return Math.max(-1, Math.min(1, product / Math.sqrt(firstSquares) / Math.sqrt(secondSquares)));
}

function centredRanks(
  values: readonly number[],
  counts: readonly number[],
): (value: number) => number {
  const totals = new Map<number, number>();
  for (const [cell, value] of values.entries()) {
    totals.set(value, (totals.get(value) ?? 0) + (counts[cell] ?? 0));
  }
  const middle = counts.reduce((sum, count) => sum + count, 0) / 2;
  let below = 0;
  const ranks = new Map<number, number>();
  for (const [value, count] of [...totals].sort(([a], [b]) => a - b)) {
    // One value alone is the middle itself, whatever rounding says.
    ranks.set(value, totals.size === 1 ? 0 : below + count / 2 - middle);
    below += count;
  }
  return (value) => ranks.get(value) ?? 0;
}
