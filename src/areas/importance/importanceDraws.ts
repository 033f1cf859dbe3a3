import { createRandom, type Random } from '../../stats/random/createRandom.ts';
import type { CrossProducts } from '../../stats/regression/crossProducts.ts';
import { axisFigures } from '../../stats/regression/johnsonWeights.ts';
import { type Correlations, toCorrelations } from '../../stats/regression/toCorrelations.ts';
import { type CorrelationDrawer, correlationDrawer } from './correlationDrawer.ts';
import { importanceFigures, standardizedOf } from './importanceFigures.ts';
import { percentileInterval } from './percentileInterval.ts';
import type { CoefficientInterval, ImportanceMethod } from './types.ts';

/** Intervals from drawn tables of correlations; none where there is nothing to draw from. */
export interface ImportanceDraws {
  /** Of R², less what so many drivers would explain by chance; centred on what was found. */
  readonly adjustedRSquared: CoefficientInterval | undefined;
  /** Of the importance of each column. */
  readonly values: readonly (CoefficientInterval | undefined)[];
  /** Of the standardized coefficient of each column. */
  readonly standardized: readonly (CoefficientInterval | undefined)[];
  /** The importance of each column draw by draw; none of a column that does not vary. */
  readonly drawn: readonly (readonly number[])[];
}

/** What draws are made with. */
export interface DrawSettings {
  /** The confidence level. */
  readonly level: number;
  /** What the draws start from. */
  readonly seed: number;
  /** How many there are. */
  readonly resamples: number;
}

/** Draws tables of correlations, computes the figures from each, and takes their percentiles. */
export function importanceDraws(
  sums: CrossProducts,
  cases: number,
  method: ImportanceMethod,
  { level, seed, resamples }: DrawSettings,
): ImportanceDraws {
  const correlations = toCorrelations(sums);
  const { varying } = correlations;
  const drawer = correlationDrawer(correlations, cases);
  const draw = drawer && figuresDrawer(drawer, correlations, method);
  const found = importanceFigures(sums, method);
  // Draws explain as much more by chance than what they are drawn from as that does than the truth.
  const adjusted: number[] = [];
  const values = varying.map((): number[] => []);
  const standardized = varying.map((): number[] => []);
  const random = createRandom(seed);
  for (let resample = 0; draw !== undefined && resample < resamples; resample += 1) {
    const figures = draw(random);
    if (figures === undefined) continue;
    adjusted.push(figures.adjustedRSquared);
    for (const place of varying.keys()) {
      const value = figures.values[place];
      const coefficient = figures.standardized[place];
      if (value !== undefined) values[place]?.push(value);
      if (coefficient !== undefined) standardized[place]?.push(coefficient);
    }
  }
  const limits = (draws: readonly number[] = []): CoefficientInterval | undefined =>
    draws.length === 0
      ? undefined
      : { ...percentileInterval(draws, level), level, method: 'wishart' };
  const centred =
    found.kind === 'figures' && adjusted.length > 0
      ? shifted(
          percentileInterval(adjusted, level),
          found.fit.adjustedRSquared - found.fit.rSquared,
        )
      : undefined;
  const byColumn = (draws: readonly (readonly number[])[]): ImportanceDraws['values'] =>
    Array.from({ length: sums.columns }, (_, column) => limits(draws[varying.indexOf(column)]));
  return {
    adjustedRSquared: centred && { ...centred, level, method: 'wishart' },
    values: byColumn(values),
    standardized: byColumn(standardized),
    drawn: Array.from(
      { length: sums.columns },
      (_, column) => values[varying.indexOf(column)] ?? [],
    ),
  };
}

/** What is computed from a table that was drawn, for each column that varies. */
interface DrawnFigures {
  readonly adjustedRSquared: number;
  readonly values: readonly (number | undefined)[];
  readonly standardized: readonly (number | undefined)[];
}

/** Draws figures: all from the axes of a table where that gives them, else as from sums of responses. */
function figuresDrawer(
  drawer: CorrelationDrawer,
  { n, varying, tolerance }: Correlations,
  method: ImportanceMethod,
): (random: Random) => DrawnFigures | undefined {
  const degreesOfFreedom = n - 1 - varying.length;
  if (method === 'johnson' && drawer.isFullRank && degreesOfFreedom > 0) {
    return (random) => {
      const { parts, standardized, rSquared } = axisFigures({
        ...drawer.drawTable(random),
        tolerance,
      });
      const adjustedRSquared = 1 - ((1 - rSquared) * (n - 1)) / degreesOfFreedom;
      return { adjustedRSquared, values: parts, standardized };
    };
  }
  return (random) => {
    const figures = importanceFigures(drawer.drawProducts(random), method);
    if (figures.kind !== 'figures') return undefined;
    const { fit, values } = figures;
    return {
      adjustedRSquared: fit.adjustedRSquared,
      values,
      standardized: fit.columns.map(standardizedOf),
    };
  };
}

/** Limits of R², moved, and kept from 0 to 1. */
function shifted(
  { low, high }: { readonly low: number; readonly high: number },
  by: number,
): { readonly low: number; readonly high: number } {
  return { low: Math.max(0, Math.min(1, low + by)), high: Math.max(0, Math.min(1, high + by)) };
}
