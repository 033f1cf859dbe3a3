import type { CrossProducts } from '../../stats/regression/crossProducts.ts';
import { toCorrelations } from '../../stats/regression/toCorrelations.ts';
import { correlationInterval } from './correlationInterval.ts';
import { effectiveCases } from './effectiveCases.ts';
import type { ImportanceDraws } from './importanceDraws.ts';
import { type ImportanceFigures, sharesOut } from './importanceFigures.ts';
import { rankCorrelation } from './rankCorrelation.ts';
import type {
  CoefficientEstimate,
  CoefficientInterval,
  DriverImportance,
  DriverTally,
  ImportanceDefinition,
  ImportanceEstimate,
  ImportanceGap,
} from './types.ts';

/** Correlations that differ from 1 by no more say the same. */
const SAME = 1e-12;

/** What was found, put together driver by driver. */
export function driverImportances<DriverId extends string>(
  tally: DriverTally<DriverId>,
  sums: CrossProducts,
  { fit, values }: ImportanceFigures,
  draws: ImportanceDraws,
  { method, equivalentCases: cases }: ImportanceDefinition,
  level: number,
): readonly DriverImportance<DriverId>[] {
  const { varying, withOutcome, between } = toCorrelations(sums);
  const n = tally.complete;
  const explained = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

  return tally.drivers.map(({ id }, column): DriverImportance<DriverId> => {
    const place = varying.indexOf(column);
    if (place < 0) {
      const importance = { kind: 'not-estimable', reason: 'zero-variance', n } as const;
      return { driver: id, importance, isSuppressor: false, duplicates: [] };
    }
    const r = withOutcome[place] ?? 0;
    const pearson = {
      value: r,
      interval: correlationInterval(r, cases, 'fisher-z', level),
    };
    const pairs = tally.pairs[column];
    const rho = (pairs && rankCorrelation(pairs)) ?? 0;
    const spearman = {
      value: rho,
      interval: correlationInterval(rho, effectiveCases(tally), 'bonett-wright', level),
    };
    const effect = fit.columns[column];
    const coefficient =
      effect?.kind === 'coefficient'
        ? withInterval(effect.standardized, draws.standardized[column])
        : undefined;
    const value = values[column];
    const importance = importanceOf(
      method === 'pearson'
        ? pearson
        : method === 'spearman'
          ? spearman
          : value === undefined
            ? undefined
            : withInterval(value, draws.values[column]),
      sharesOut(method) ? explained : undefined,
      n,
    );
    return {
      driver: id,
      importance,
      pearson,
      spearman,
      ...(effect?.kind === 'coefficient' &&
        coefficient && {
          standardized: coefficient,
          varianceInflation: effect.varianceInflation,
          sign: effect.standardized < 0 ? ('negative' as const) : ('positive' as const),
        }),
      isSuppressor: coefficient !== undefined && coefficient.value * r < 0,
      duplicates: varying.flatMap((other, at) => {
        const twin = tally.drivers[other];
        const same = 1 - Math.abs(between[place]?.[at] ?? 0) <= SAME;
        return other !== column && same && twin ? [twin.id] : [];
      }),
    };
  });
}

function importanceOf(
  estimate: CoefficientEstimate | undefined,
  explained: number | undefined,
  n: number,
): ImportanceEstimate | ImportanceGap {
  if (estimate === undefined) return { kind: 'not-estimable', reason: 'collinear', n };
  return {
    kind: 'estimate',
    ...estimate,
    unit: explained === undefined ? 'coefficient' : 'part-of-r-squared',
    ...(explained !== undefined && { share: estimate.value / explained }),
    n,
    basis: 'measured',
  };
}

function withInterval(
  value: number,
  interval: CoefficientInterval | undefined,
): CoefficientEstimate {
  return { value, ...(interval && { interval }) };
}
