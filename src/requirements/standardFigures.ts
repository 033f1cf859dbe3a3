import type { Standard } from '../model/requirement.ts';
import { normalQuantile } from '../stats/distributions/normal.ts';
import { wilsonInterval } from '../stats/intervals/wilsonInterval.ts';
import { measuredValues } from './measuredValues.ts';
import type { MeasurementCounts } from './measurements/tallyTypes.ts';
import type { StandardFigures, StandardStatus } from './types.ts';

/** What the counts of some cases say about a standard. */
export function standardFigures(
  standard: Standard,
  counted: MeasurementCounts,
  level: number,
): StandardFigures {
  const { conforming, failing, undecided, invalid } = counted;
  const { requiredShare } = standard;
  const measured = conforming + failing;
  const counts = { conforming, measured, undecided, invalid };
  if (measured === 0) {
    const conformingShare = { kind: 'not-estimable', reason: 'no-answers', n: 0 } as const;
    return { status: 'not-measured', conformingShare, ...counts };
  }
  const value = conforming / measured;
  const interval = wilsonInterval(conforming, measured, { level });
  const status = statusOf(value, interval.low, interval.high, requiredShare);
  const settles = status === 'not-proven' && value !== requiredShare;
  return {
    status,
    conformingShare: {
      kind: 'estimate',
      value,
      unit: 'share',
      interval,
      n: measured,
      basis: 'measured',
    },
    ...counts,
    values: measuredValues(standard, counted),
    ...(settles && { measurementsToSettle: toSettle(value, requiredShare, level) }),
    ...(status === 'met-so-far' && { provenShare: (1 - level) ** (1 / measured) }),
  };
}

function statusOf(share: number, low: number, high: number, required: number): StandardStatus {
  if (required === 1 && share === 1) return 'met-so-far';
  if (low >= required) return 'met';
  return high < required ? 'not-met' : 'not-proven';
}

function toSettle(share: number, required: number, level: number): number {
  const z = normalQuantile((1 - level) / 2);
  return Math.ceil((z * z * required * (1 - required)) / (share - required) ** 2);
}
