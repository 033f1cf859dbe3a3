import type { Standard } from '../model/requirement.ts';
import type { Estimate } from '../shared/estimate.ts';
import { binomialTails } from '../stats/distributions/binomial.ts';
import { wilsonInterval } from '../stats/intervals/wilsonInterval.ts';
import { type ConformingCases, conformingCases } from './conformingCases.ts';
import { measuredValues } from './measuredValues.ts';
import type { MeasurementCounts } from './measurements/tallyTypes.ts';
import { measurementsToSettle } from './measurementsToSettle.ts';
import type { StandardFigures, StandardShortfall, StandardStatus } from './types.ts';

/** How a verdict is reached. */
export interface VerdictRule {
  /** The confidence level. */
  readonly level: number;
  /** By how much failures have to exceed what can be borne to matter, as a share of cases. */
  readonly relevantShortfall: number;
  /** Among how many standards the verdict has to hold. */
  readonly comparisons: number;
}

/** What the counts of some cases say about a standard. */
export function standardFigures(
  standard: Standard,
  counted: MeasurementCounts,
  rule: VerdictRule,
): StandardFigures {
  const { conforming, failing, undecided, invalid } = counted;
  const { requiredShare } = standard;
  const { level } = rule;
  const measured = conforming + failing;
  const counts = { conforming, measured, undecided, invalid };
  if (measured === 0) {
    const conformingShare = { kind: 'not-estimable', reason: 'no-answers', n: 0 } as const;
    return { status: 'not-measured', conformingShare, ...counts };
  }
  const cases = conformingCases(standard, counted);
  const { method, share, n, least, most } = cases;
  const isCounted = method === 'counted';
  const open = isCounted ? 0 : undecided.abandoned + undecided.stillWaiting;
  const conformingShare: Estimate<'share'> = {
    kind: 'estimate',
    value: share,
    unit: 'share',
    interval: {
      level,
      method: 'wilson',
      low: wilsonInterval(least, n, { level }).low,
      high: wilsonInterval(most, n, { level }).high,
    },
    n: measured + open,
    basis: 'measured',
  };
  const tail = (1 - level) / 2 / rule.comparisons;
  const pValues = {
    met: binomialTails(least, n, requiredShare).atLeast,
    notMet: binomialTails(most, n, requiredShare).atMost,
  };
  const status = statusOf(requiredShare, failing, pValues, tail);
  const settles = status === 'not-proven' && share !== requiredShare && least === most;
  const toSettle = settles ? measurementsToSettle(cases, requiredShare, tail, measured) : Infinity;
  return {
    status,
    conformingShare,
    ...counts,
    ...(!isCounted && { effectiveCases: n }),
    values: measuredValues(standard, counted),
    ...(requiredShare < 1 && { pValues }),
    ...(status === 'not-met' && { shortfall: shortfallOf(standard, cases, rule, tail) }),
    ...(requiredShare === 1 && failing > 0 && { failuresPerThousand: failuresOf(conformingShare) }),
    // More than can be counted settle nothing.
    ...(toSettle <= Number.MAX_SAFE_INTEGER && { measurementsToSettle: toSettle }),
    ...(status === 'met-so-far' && { provenShare: (1 - level) ** (1 / measured) }),
  };
}

function statusOf(
  required: number,
  failing: number,
  pValues: NonNullable<StandardFigures['pValues']>,
  tail: number,
): StandardStatus {
  if (required === 1) return failing > 0 ? 'not-met' : 'met-so-far';
  if (pValues.met <= tail) return 'met';
  return pValues.notMet <= tail ? 'not-met' : 'not-proven';
}

/** How much the failures are beyond what can be borne, by the test of the verdict itself. */
function shortfallOf(
  { requiredShare, tolerated = 0 }: Standard,
  { n, most }: ConformingCases,
  { relevantShortfall }: VerdictRule,
  tail: number,
): StandardShortfall {
  const bearable = Math.max(1 - requiredShare, tolerated);
  const margin = bearable > 0 ? Math.min(relevantShortfall, bearable) : relevantShortfall;
  const { atMost } = binomialTails(most, n, Math.max(0, 1 - bearable - margin));
  return { bearable, margin, pValue: atMost, material: atMost <= tail };
}

function failuresOf({ value, interval, n }: Estimate<'share'>): Estimate<'per-thousand'> {
  const { low, high } = interval;
  return {
    kind: 'estimate',
    value: 1000 * (1 - value),
    unit: 'per-thousand',
    interval: { ...interval, low: 1000 * (1 - high), high: 1000 * (1 - low) },
    n,
    basis: 'measured',
  };
}
