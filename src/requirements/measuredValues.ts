import type { Standard } from '../model/requirement.ts';
import { nearestRank } from '../stats/sketch/nearestRank.ts';
import { quantileOf } from '../stats/sketch/quantileOf.ts';
import { survivalSteps } from '../stats/survival/survivalSteps.ts';
import { keptValues } from './keptValues.ts';
import type { CountedValues, MeasurementCounts } from './measurements/tallyTypes.ts';
import type { MeasuredValues } from './types.ts';

/** What a share of cases keeps to; `undefined` where too few are over to tell. */
type Percentile = (share: number) => number | undefined;

/** What the cases came to, and by how much the failures miss. There is at least one case. */
export function measuredValues(
  { operator, threshold }: Pick<Standard, 'operator' | 'threshold'>,
  { measured, notOver, failing }: MeasurementCounts,
): MeasuredValues {
  const ends = [measured, notOver].flatMap((kept) => (kept === undefined ? [] : endsOf(kept)));
  const minimum = Math.min(...ends);
  const maximum = Math.max(...ends);
  const percentile =
    notOver === undefined
      ? rankedPercentile(measured, operator)
      : survivalPercentile(measured, notOver, operator, [minimum, maximum]);
  const [p50, p90, p95] = [percentile(0.5), percentile(0.9), percentile(0.95)];
  const excess = (unit: number): number =>
    excessOf(
      measured,
      (beyond) => operator === '=' || beyond > 0 === (operator === '<='),
      threshold,
      unit,
    ) +
    (notOver === undefined
      ? 0
      : excessOf(notOver, (beyond) => operator !== '>=' && beyond > 0, threshold, unit));
  return {
    ...('sketch' in measured && { accuracy: measured.sketch.accuracy }),
    ...(p50 !== undefined && { p50 }),
    ...(p90 !== undefined && { p90 }),
    ...(p95 !== undefined && { p95 }),
    minimum,
    maximum,
    ...(failing > 0 && { meanExcess: meanOf(excess, failing) }),
  };
}

/** The smallest and the largest value; none where there is no value. */
function endsOf(kept: MeasurementCounts['measured']): readonly number[] {
  const { smallest, largest } =
    'sketch' in kept ? kept.sketch : { smallest: kept.values[0], largest: kept.values.at(-1) };
  return smallest === undefined || largest === undefined ? [] : [smallest, largest];
}

/** Percentiles by nearest rank, where every case is over. */
function rankedPercentile(
  measured: MeasurementCounts['measured'],
  operator: Standard['operator'],
): Percentile {
  const n = 'sketch' in measured ? measured.sketch.n : sum(measured.counts);
  return (share) => {
    const rank = nearestRank(share, n);
    return valueAt(measured, operator === '>=' ? n + 1 - rank : rank, n);
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

/** What the product of shares may be off by rounding, as for `nearestRank`. */
const UNSURE = 1e-9;

/**
 * Percentiles by Kaplan and Meier: the first duration beyond which no more than the rest last; from
 * above, the last one that this share reaches.
 */
function survivalPercentile(
  measured: MeasurementCounts['measured'],
  notOver: MeasurementCounts['measured'],
  operator: Standard['operator'],
  [minimum, maximum]: readonly [number, number],
): Percentile {
  const steps = survivalSteps(keptValues(measured), keptValues(notOver));
  return (share) => {
    const found = steps.find(({ survival }) =>
      operator === '>=' ? survival < share - UNSURE : survival <= 1 - share + UNSURE,
    );
    return found && Math.min(maximum, Math.max(minimum, found.time));
  };
}

/** A mean of which the sum may be beyond all numbers, and is then taken in 2^-128ths; at most the largest. */
function meanOf(sumIn: (unit: number) => number, n: number): number {
  const plain = sumIn(1) / n;
  if (Number.isFinite(plain)) return plain;
  return Math.min(Number.MAX_VALUE, (sumIn(SMALL) / n) * (1 / SMALL));
}

/** 2^-128. */
const SMALL = 2.938735877055719e-39;

/** The distances of all values on the wrong side of the threshold, added up and times `unit`. */
function excessOf(
  kept: MeasurementCounts['measured'],
  isExcess: (beyond: number) => boolean,
  threshold: number,
  unit: number,
): number {
  if ('sketch' in kept) return (kept.excess.whole + kept.excess.billionths / 1_000_000_000) * unit;
  const { values, counts }: CountedValues = kept;
  let total = 0;
  for (const [place, value] of values.entries()) {
    const beyond = value * unit - threshold * unit;
    if (isExcess(beyond)) total += Math.abs(beyond) * (counts[place] ?? 0);
  }
  return total;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
