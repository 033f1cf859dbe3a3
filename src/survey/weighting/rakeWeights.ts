import type { Issue } from '../../shared/issue.ts';
import {
  checkArray,
  checkCount,
  checkNumberThat,
  checkObject,
  checkOptions,
  checkPositive,
} from '../../shared/refuse.ts';
import type { Result } from '../../shared/result.ts';
import { effectiveSize } from '../score/weightTotals.ts';
import { type Fit, type FitLimits, fitMargins } from './fitMargins.ts';
import { isWeight, type MarginReader, outOfRange, readMargins } from './readMargins.ts';
import { type Cell, type MarginCounts, type SampleCells, sampleCells } from './sampleCells.ts';
import { sampleIssues } from './sampleIssues.ts';
import type {
  MarginTargets,
  RakedMargin,
  RakedWeights,
  RakeOptions,
  RakeWarning,
  WeightBounds,
} from './types.ts';

/** The relative difference to a target that is small enough where nothing else is asked for. */
export const DEFAULT_TOLERANCE = 1e-6;

/** How often all margins are gone through at most where nothing else is asked for. */
export const DEFAULT_ITERATIONS = 100;

/** Where weights are usually cut off, as multiples of their mean. */
export const USUAL_BOUNDS: WeightBounds = { low: 0.2, high: 5 };

/**
 * Weights that make a sample look like the customers it was drawn from, in one margin after another:
 * raking, or iterative proportional fitting.
 *
 *     w ← w · target / current, for every category of every margin, until all margins fit at once
 *
 * Targets are shares, which have to add up to 1 within 1e-6, or numbers, such as those of a census, which
 * count in proportion to the sum of their margin. Weights add up to
 * the number of rows that have one. A category with target 0 is dropped.
 *
 * With bounds, no weight lies outside them, and the others make up for what is cut off:
 *
 *     w = min(high, max(low, base · factor of each of its categories))
 *
 * Of all weights within the bounds that meet the targets these lie nearest to the base weights, by the
 * distance of raking, Σ w · ln(w / base): truncated raking, with bounds on the weight and not on its
 * ratio to the base weight. Where the rows of a category cannot bear what is asked for, they bear what
 * they can and the other categories of the margin share the rest in proportion.
 *
 * It ends after `maximumIterations` rounds at the latest. Where margins contradict each other or the
 * bounds, it has not converged, the weights are those of the round that came nearest to what the rows can
 * bear, and by how much a target is missed at most is reported.
 *
 * Weights do not mend what their margins know nothing of: within a category those who answered still
 * speak for those who did not.
 *
 * @param rows - the sample: one object per response, with a category for every margin
 * @param targets - what the sample should look like, keyed by margin and category
 * @param options - base weights, bounds and when to stop
 * @returns the weights and how well they fit, or all issues: a row without a category or with one that has
 * no target, a category with a target but without a row, a target or base weight that is no number
 * from 0 on, no rows, no margins
 * @throws ServiceCycleError `invalid-argument` where the bounds do not lie around 1, the tolerance is not
 * above 0 or the iterations are not a whole number from 1 on
 * @example
 * const answers = [
 *   { age: 'young', channel: 'app' },
 *   { age: 'young', channel: 'desk' },
 *   { age: 'old', channel: 'app' },
 *   { age: 'old', channel: 'desk' },
 * ];
 * const raked = rakeWeights(answers, {
 *   age: { young: 0.25, old: 0.75 },
 *   channel: { app: 500, desk: 500 },
 * });
 * raked.ok && raked.value.weights; // => [0.5, 0.5, 1.5, 1.5]
 * raked.ok && raked.value.effectiveN; // => 3.2
 * const empty = rakeWeights(answers, { age: { young: 0.3, old: 0.6, oldest: 0.1 } });
 * empty.ok || empty.issues[0].path; // => ['targets', 'age', 'oldest']
 * const bounds = { low: 0.5, high: 2 };
 * const bounded = rakeWeights(answers, { age: { young: 0.1, old: 0.9 } }, { bounds });
 * bounded.ok && bounded.value.converged; // => false
 * bounded.ok && bounded.value.maximumRelativeDifference; // ~> 1.5
 * @see Deming & Stephan (1940), Annals of Mathematical Statistics 11, 427-444
 * @see Deville & Särndal (1992), Journal of the American Statistical Association 87, 376-382
 * @see Deville, Särndal & Sautory (1993), Journal of the American Statistical Association 88, 1013-1020
 * @see Kish (1965), Survey Sampling, 11.7
 */
export function rakeWeights<Margin extends string>(
  rows: Iterable<{ readonly [Name in NoInfer<Margin>]?: unknown }>,
  targets: MarginTargets<Margin>,
  options: RakeOptions = {},
): Result<RakedWeights<Margin>> {
  checkObject('targets', targets);
  checkOptions(options, ['baseWeights', 'bounds', 'tolerance', 'maximumIterations']);
  const { baseWeights, bounds } = options;
  const { tolerance = DEFAULT_TOLERANCE, maximumIterations = DEFAULT_ITERATIONS } = options;
  checkLimits({ bounds, tolerance, maximumIterations });
  if (baseWeights !== undefined) checkArray('baseWeights', baseWeights);

  const issues: Issue[] = [];
  const margins = readMargins(targets, issues);
  const baseOf = readBaseWeights(baseWeights, issues);
  const sample = sampleCells(rows, margins, baseOf, bounds !== undefined);
  issues.push(...sampleIssues(margins, sample, baseWeights?.length));
  const [issue, ...more] = issues;
  if (issue !== undefined) return { ok: false, issues: [issue, ...more] };

  const { cells, cellOfRow } = sample;
  const fit = fitMargins(cells, margins, { bounds, tolerance, maximumIterations });
  const perMass = cells.map(({ mass }, place) => (fit.weights[place] as number) / mass);
  const weights = cellOfRow.map((place, position) =>
    place < 0 ? 0 : within(bounds, baseOf(position) * (perMass[place] as number)),
  );
  const n = cells.reduce((sum, cell) => sum + cell.rows, 0);
  const { effectiveN, designEffect } = effectiveSize(
    n,
    sum(weights),
    sum(weights.map((weight) => weight * weight)),
  );
  const converged = fit.difference < tolerance;
  const isExtreme = outside(USUAL_BOUNDS);
  const warnings: RakeWarning[] = [];
  if (!converged) warnings.push('not-converged');
  if (weights.some((weight) => weight > 0 && isExtreme(weight))) warnings.push('extreme-weights');
  return {
    ok: true,
    value: {
      kind: 'raked-weights',
      weights,
      n,
      dropped: weights.length - n,
      converged,
      iterations: fit.iterations,
      // A target that is almost nothing may be missed by more than any number.
      maximumRelativeDifference: Math.min(fit.difference, Number.MAX_VALUE),
      effectiveN,
      designEffect,
      trimmed: bounds === undefined ? 0 : rowsAt(bounds, cells, fit),
      margins: margins.map((margin, level) => rakedMargin(margin, level, sample, fit)),
      warnings,
      definition: { method: 'raking', ...(bounds && { bounds }), tolerance, maximumIterations },
    },
  };
}

/** Margins that contradict each other are gone through until the last. */
const MOST_ITERATIONS = 1_000_000;

function checkLimits({ bounds, tolerance, maximumIterations }: FitLimits): void {
  if (bounds !== undefined) {
    checkObject('bounds', bounds);
    const { low, high } = bounds;
    checkNumberThat('bounds.low', low, 'a number from 0 up, below 1', (x) => x >= 0 && x < 1);
    checkNumberThat('bounds.high', high, 'a finite number above 1', (x) => x > 1 && x < Infinity);
  }
  checkPositive('tolerance', tolerance);
  checkCount('maximumIterations', maximumIterations, 1, MOST_ITERATIONS);
}

/** Brings a weight that rounding left outside its bounds back to them. */
function within(bounds: WeightBounds | undefined, weight: number): number {
  return bounds ? Math.min(bounds.high, Math.max(bounds.low, weight)) : weight;
}

/** Whether a weight lies outside bounds, by more than the dust that computing leaves. */
function outside({ low, high }: WeightBounds): (weight: number) => boolean {
  return (weight) => weight < low * (1 - 1e-9) || weight > high * (1 + 1e-9);
}

/** How many rows have a weight at one of the bounds. */
function rowsAt({ low, high }: WeightBounds, cells: readonly Cell[], { weights }: Fit): number {
  const isAtBound = outside({ low: low * (1 + 4e-9), high: high * (1 - 4e-9) });
  let trimmed = 0;
  for (const [place, { rows }] of cells.entries()) {
    if (isAtBound((weights[place] as number) / rows)) trimmed += rows;
  }
  return trimmed;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Reads the base weight of a row by its position, in units of the largest one. Every row starts with 1 where
 * nothing else is said; what is no weight goes into the issues.
 */
function readBaseWeights(
  baseWeights: ArrayLike<number> | undefined,
  issues: Issue[],
): (position: number) => number {
  if (baseWeights === undefined) return () => 1;
  const expected = 'a finite number, 0 or more';
  let largest = 0;
  let faults = 0;
  let first = 0;
  for (let position = 0; position < baseWeights.length; position += 1) {
    const weight = baseWeights[position] as number;
    if (!isWeight(weight)) {
      if (faults === 0) first = position;
      faults += 1;
    } else if (weight > largest) largest = weight;
  }
  if (faults > 0) {
    const issue = outOfRange(['baseWeights', first], baseWeights[first], expected);
    const message = faults === 1 ? issue.message : `${issue.message}, as in ${faults} rows`;
    issues.push({ ...issue, message });
  }
  return (position) => (largest === 0 ? 0 : (baseWeights[position] ?? 0) / largest);
}

/** What raking did to one margin. */
function rakedMargin<Margin extends string>(
  { name, categories, shares }: MarginReader<Margin>,
  level: number,
  { cells, margins }: SampleCells,
  { weights }: Fit,
): RakedMargin<Margin> {
  const { rows, mass } = margins[level] as MarginCounts;
  const achieved = categories.map(() => 0);
  for (const [cell, { places }] of cells.entries()) {
    const place = places[level] as number;
    achieved[place] = (achieved[place] as number) + (weights[cell] as number);
  }
  const all = sum(achieved);
  const allMass = sum(mass);
  return {
    margin: name,
    categories: categories.map((category, place) => ({
      category,
      rows: rows[place] as number,
      before: (mass[place] as number) / allMass,
      achieved: (achieved[place] as number) / all,
      target: shares[place] as number,
    })),
  };
}
