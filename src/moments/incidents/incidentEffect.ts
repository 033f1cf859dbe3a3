import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { checkAtLeast, checkLevel, checkOptions } from '../../shared/refuse.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';
import { mantelHaenszelOddsRatio } from '../../stats/agreement/mantelHaenszelOddsRatio.ts';
import { checkCounts } from '../../stats/checkCounts.ts';
import { shareEstimate } from '../../stats/intervals/countedShare.ts';
import { newcombeDifference } from '../../stats/intervals/newcombeDifference.ts';
import { attributableShare } from './attributableShare.ts';
import { incidentRatios } from './incidentRatios.ts';
import type {
  IncidentEffect,
  IncidentEffectGap,
  IncidentEffectNotEstimable,
  IncidentEffectOptions,
  IncidentOutcomes,
} from './incidentTypes.ts';

/**
 * How an incident is associated with how the visit ends: by how much more often visits with an incident
 * end dissatisfied, and what share of dissatisfaction that comes to.
 *
 *     a, b = dissatisfied and satisfied visits with an incident,  c, d = the same without,  N = all
 *     p₁ = a/(a + b),  p₀ = c/(c + d)
 *     risk difference = p₁ - p₀,  risk ratio = p₁/p₀,  odds ratio = ad/(bc)
 *     attributable fraction = (p - p₀)/p,  p = (a + c)/N
 *     share of all dissatisfied visits = (a - (a + b)·p₀) / allDissatisfied
 *
 * The difference and the fraction come first, because they count customers. Intervals: Newcombe's of the
 * difference, Katz's and Woolf's on the logarithm of the ratios, Walter's of the fractions. Where a
 * count is 0, 1/2 is added to all four for the ratios, and they say so. Given strata, the table is
 * their sum, and the odds ratio is also adjusted for them. All of it tells what goes together, not what
 * causes what.
 *
 * Not estimable: no visits, no incidents, nothing but incidents, nobody or everybody dissatisfied.
 *
 * @param counts - the table, or one for each stratum; whole numbers, or weighted ones
 * @param options - the confidence level, and how many visits ended dissatisfied in all
 * @returns the effect, or why there is none
 * @throws ServiceCycleError `invalid-argument` when a count, the level or `allDissatisfied` is outside
 * its range
 * @example
 * const effect = incidentEffect({
 *   incident: { dissatisfied: 60, satisfied: 140 },
 *   noIncident: { dissatisfied: 40, satisfied: 760 },
 * });
 * effect.kind === 'estimate' && effect.riskDifference.value; // ~> 0.25
 * effect.kind === 'estimate' && effect.riskDifference.interval.low; // ~> 0.188254
 * effect.kind === 'estimate' && effect.attributableFraction.value; // ~> 0.5
 * effect.kind === 'estimate' && effect.attributableFraction.interval?.low; // ~> 0.370809
 * @see Newcombe (1998), Statistics in Medicine 17, 873-890: the difference
 * @see Walter (1976), Biometrics 32, 829-849: the attributable fraction
 * @see Hanley (2001), Journal of Epidemiology and Community Health 55, 508-514
 */
export function incidentEffect(
  counts: IncidentOutcomes | readonly IncidentOutcomes[],
  options: IncidentEffectOptions = {},
): IncidentEffect | IncidentEffectNotEstimable {
  checkShape('counts', counts, Array.isArray(counts) ? [OUTCOMES_SHAPE] : OUTCOMES_SHAPE);
  checkOptions(options, ['level', 'allDissatisfied']);
  const { level = DEFAULT_LEVEL, allDissatisfied } = options;
  checkLevel(level);
  const strata = 'incident' in counts ? undefined : counts.map(toFourfold);
  const table = 'incident' in counts ? toFourfold(counts) : sumOf(strata ?? []);
  const { a, b, c, d } = table;
  const all = allDissatisfied ?? a + c;
  checkAtLeast('allDissatisfied', all, a + c);
  const n = a + b + c + d;
  const summed = {
    incident: { dissatisfied: a, satisfied: b },
    noIncident: { dissatisfied: c, satisfied: d },
  };
  const reason = gapOf(table);
  if (reason !== undefined) return { kind: 'not-estimable', reason, n, counts: summed };

  const { difference, interval } = newcombeDifference(
    { successes: a, n: a + b },
    { successes: c, n: c + d },
    { level },
  );
  return {
    kind: 'estimate',
    basis: 'measured',
    n,
    counts: summed,
    incidentShare: shareEstimate(a + b, n, level),
    dissatisfiedWithIncident: shareEstimate(a, a + b, level),
    dissatisfiedWithoutIncident: shareEstimate(c, c + d, level),
    riskDifference: {
      kind: 'estimate',
      value: difference,
      unit: 'net-share',
      interval,
      n,
      basis: 'measured',
    },
    ...incidentRatios(table, level),
    attributableFraction: attributableShare(table, a + c, level),
    ...(allDissatisfied !== undefined && {
      shareOfAllDissatisfied: attributableShare(table, all, level),
    }),
    ...(strata && { adjustedOddsRatio: mantelHaenszelOddsRatio(strata, { level }) }),
  };
}

const KNOWN_SHAPE: Shape = { dissatisfied: 'count', satisfied: 'count' };
const OUTCOMES_SHAPE: Shape = { incident: KNOWN_SHAPE, noIncident: KNOWN_SHAPE };

interface Fourfold {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

function toFourfold({ incident, noIncident }: IncidentOutcomes): Fourfold {
  const cells = {
    a: incident.dissatisfied,
    b: incident.satisfied,
    c: noIncident.dissatisfied,
    d: noIncident.satisfied,
  };
  checkCounts('the table', [cells.a, cells.b, cells.c, cells.d]);
  return cells;
}

function sumOf(strata: readonly Fourfold[]): Fourfold {
  const sum = (cell: keyof Fourfold): number =>
    strata.reduce((total, stratum) => total + stratum[cell], 0);
  return { a: sum('a'), b: sum('b'), c: sum('c'), d: sum('d') };
}

function gapOf({ a, b, c, d }: Fourfold): IncidentEffectGap | undefined {
  if (a + b + c + d === 0) return 'no-data';
  if (a + b === 0) return 'no-incidents';
  if (c + d === 0) return 'only-incidents';
  if (a + c === 0) return 'nobody-dissatisfied';
  return b + d === 0 ? 'everybody-dissatisfied' : undefined;
}
