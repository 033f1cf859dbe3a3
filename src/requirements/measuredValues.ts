import type { Standard } from '../model/requirement.ts';
import { nearestRank } from '../stats/sketch/nearestRank.ts';
import { quantileOf } from '../stats/sketch/quantileOf.ts';
import type { CountedValues, MeasurementCounts } from './measurements/tallyTypes.ts';
import type { MeasuredValues } from './types.ts';

/** What the cases came to, and by how much the failures miss. There is at least one case. */
export function measuredValues(
  { operator, threshold }: Pick<Standard, 'operator' | 'threshold'>,
  { measured, conforming, failing }: MeasurementCounts,
): MeasuredValues {
  const n = conforming + failing;
  const percentile = (p: number): number => {
    const rank = nearestRank(p, n);
    return valueAt(measured, operator === '>=' ? n + 1 - rank : rank, n);
  };
  return {
    ...('sketch' in measured && { accuracy: measured.sketch.accuracy }),
    p50: percentile(0.5),
    p90: percentile(0.9),
    p95: percentile(0.95),
    minimum: valueAt(measured, 1, n),
    maximum: valueAt(measured, n, n),
    ...(failing > 0 && { meanExcess: excessOf(measured, operator, threshold) / failing }),
  };
}

/** The value of a rank, from 1, among the `n` values with their repetitions. */
function valueAt(measured: MeasurementCounts['measured'], rank: number, n: number): number {
  if ('sketch' in measured) {
    const quantile = quantileOf(measured.sketch, rank / n);
    return quantile.kind === 'estimate' ? quantile.value : 0;
  }
  const { values, counts } = measured;
  let passed = 0;
  for (const [place, count] of counts.entries()) {
    passed += count;
    if (passed >= rank) return values[place] ?? 0;
  }
  return values.at(-1) ?? 0;
}

function excessOf(
  measured: MeasurementCounts['measured'],
  operator: Standard['operator'],
  threshold: number,
): number {
  if (!('sketch' in measured)) return totalExcess(measured, operator, threshold);
  const { whole, billionths } = measured.excess;
  return whole + billionths / 1_000_000_000;
}

/** The distances of all values on the wrong side of the threshold, added up. */
function totalExcess(
  { values, counts }: CountedValues,
  operator: Standard['operator'],
  threshold: number,
): number {
  let total = 0;
  for (const [place, value] of values.entries()) {
    const beyond = value - threshold;
    const isExcess = operator === '=' || beyond > 0 === (operator === '<=');
    if (isExcess) total += Math.abs(beyond) * (counts[place] ?? 0);
  }
  return total;
}
