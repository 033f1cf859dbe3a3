import { isBelow } from '../isBelow.ts';
import type { Crosshair, CrosshairChoice, Quadrant } from './types.ts';

/** An item as a point. */
export interface Point {
  /** How much it matters. */
  readonly importance: number;
  /** How well it does. */
  readonly performance: number;
}

/** The lowest and the highest value of a scale. */
export type Range = readonly [low: number, high: number];

/** Lines that are drawn, or why there are none. */
export type DrawnLines =
  | { readonly lines: Crosshair }
  | { readonly gap: 'one-item' | 'zero-variance' };

/** The quadrant of a point; a point on a line counts as above it. */
export function quadrantOf({ importance, performance }: Point, lines: Crosshair): Quadrant {
  const isWeak = isBelow(performance, lines.performance);
  if (isBelow(importance, lines.importance)) return isWeak ? 'low-priority' : 'possible-overkill';
  return isWeak ? 'concentrate-here' : 'keep-up';
}

/** Draws the lines between the quadrants. */
export function drawLines(
  points: readonly Point[],
  choice: CrosshairChoice,
  middles: Partial<Point>,
): DrawnLines {
  if (choice.at === 'target') return { lines: choice };
  if (choice.at === 'scale-middle') {
    const { importance = 0, performance = 0 } = middles;
    return { lines: { at: choice.at, importance, performance } };
  }
  if (points.length < 2) return { gap: 'one-item' };
  const importances = points.map(({ importance }) => importance);
  const performances = points.map(({ performance }) => performance);
  if (deviationOf(importances) === 0 || deviationOf(performances) === 0) {
    return { gap: 'zero-variance' };
  }
  const centre = choice.at === 'mean' ? meanOf : medianOf;
  return {
    lines: { at: choice.at, importance: centre(importances), performance: centre(performances) },
  };
}

/** How far points lie above the diagonal, and in what unit; nothing where there is none. */
export function distances(
  points: readonly Point[],
  ranges: { readonly importance?: Range | undefined; readonly performance?: Range | undefined },
): { readonly unit: 'z-scores' | 'hundred'; readonly values: readonly number[] } | undefined {
  const importances = points.map(({ importance }) => importance);
  const performances = points.map(({ performance }) => performance);
  const across = (first: (x: number) => number, second: (x: number) => number): number[] =>
    points.map((point) => (first(point.importance) - second(point.performance)) / Math.SQRT2);
  const spreads = [deviationOf(importances), deviationOf(performances)] as const;
  if (spreads[0] > 0 && spreads[1] > 0) {
    const centres = [meanOf(importances), meanOf(performances)] as const;
    return {
      unit: 'z-scores',
      values: across(
        (x) => (x - centres[0]) / spreads[0],
        (x) => (x - centres[1]) / spreads[1],
      ),
    };
  }
  const { importance, performance } = ranges;
  if (importance === undefined || performance === undefined) return undefined;
  const hundredOf = ([low, high]: Range) => {
    return (x: number): number => (100 * (x - low)) / (high - low);
  };
  return { unit: 'hundred', values: across(hundredOf(importance), hundredOf(performance)) };
}

/** The mean of numbers, 0 of none. */
function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** The standard deviation with n - 1; 0 of fewer than two, and where only rounding differs. */
function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (values.length - 1));
  return deviation > 1e-12 * largest ? deviation : 0;
}
