import { createRandom } from '../../stats/random/createRandom.ts';
import type { CrossProducts } from '../../stats/regression/crossProducts.ts';
import { toCorrelations } from '../../stats/regression/toCorrelations.ts';
import { correlationDrawer } from './correlationDrawer.ts';
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
  const draw = correlationDrawer(correlations, cases);
  const found = importanceFigures(sums, method);
  // Draws explain as much more by chance than what they are drawn from as that does than the truth.
  const adjusted: number[] = [];
  const values = varying.map((): number[] => []);
  const standardized = varying.map((): number[] => []);
  const random = createRandom(seed);
  for (let resample = 0; draw !== undefined && resample < resamples; resample += 1) {
    const figures = importanceFigures(draw(random), method);
    if (figures.kind !== 'figures') continue;
    adjusted.push(figures.fit.adjustedRSquared);
    for (const place of varying.keys()) {
      const value = figures.values[place];
      const effect = figures.fit.columns[place];
      const coefficient = effect && standardizedOf(effect);
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
  };
}

/** Limits of R², moved, and kept from 0 to 1. */
function shifted(
  { low, high }: { readonly low: number; readonly high: number },
  by: number,
): { readonly low: number; readonly high: number } {
  return { low: Math.max(0, Math.min(1, low + by)), high: Math.max(0, Math.min(1, high + by)) };
}
