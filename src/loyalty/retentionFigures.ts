import type { Estimate } from '../shared/estimate.ts';
import { shareEstimate } from '../stats/intervals/countedShare.ts';
import { newcombeDifference } from '../stats/intervals/newcombeDifference.ts';
import { kaplanMeier } from '../stats/survival/kaplanMeier.ts';
import type { RetentionFigures, RetentionShare } from './retentionTypes.ts';
import type { CohortCounts } from './tallyTypes.ts';

/** How many were customers, and how many of them stayed. */
interface Kept {
  readonly kept: number;
  readonly n: number;
}

/** What became of the customers of one cohort, or of all. */
export function retentionFigures(counts: CohortCounts, level: number): RetentionFigures {
  const { left, lastSeen } = counts;
  // Who was never seen for a whole period tells nothing of any.
  const steps = kaplanMeier(left, lastSeen, { level }).filter(({ time }) => time > 0);
  const ended = total(left.counts);
  const whole = periodsOf(left, 0) + periodsOf(lastSeen, 0);
  const later = periodsOf(left, 1) + periodsOf(lastSeen, 1);
  const leftFirst = left.values[0] === 1 ? (left.counts[0] ?? 0) : 0;
  const first = { n: whole - later, kept: whole - later - leftFirst };
  const rest = { n: later, kept: later - (ended - leftFirst) };
  const laterLessFirst = difference(rest, first, level);
  const median = steps.find(({ survival }) => survival <= 0.5);
  return {
    status: 'counted',
    customers: customersOf(counts),
    left: ended,
    periods: steps.map((step) => ({
      period: step.time,
      atRisk: step.atRisk,
      left: step.events,
      lastSeen: step.censored,
      retention: shareEstimate(step.atRisk - step.events, step.atRisk, level),
      stillThere: {
        value: step.survival,
        ...(step.interval !== undefined && { interval: step.interval }),
      },
    })),
    perPeriod: perPeriod({ kept: whole - ended, n: whole }, level),
    laterLessFirst,
    trend:
      laterLessFirst.kind !== 'estimate'
        ? 'not-proven'
        : laterLessFirst.interval.low > 0
          ? 'rises'
          : laterLessFirst.interval.high < 0
            ? 'falls'
            : 'not-proven',
    ...(median !== undefined && { medianPeriods: median.time }),
  };
}

/** How many customers a cohort has. */
export function customersOf({ left, lastSeen }: CohortCounts): number {
  return total(left.counts) + total(lastSeen.counts);
}

/** Two shares of customers kept, the first less the second. */
export function keptDifference(
  first: Kept,
  second: Kept,
  level: number,
): Estimate<'net-share', 'newcombe'> {
  const { difference: value, interval } = newcombeDifference(
    { successes: first.kept, n: first.n },
    { successes: second.kept, n: second.n },
    { level },
  );
  return {
    kind: 'estimate',
    value,
    unit: 'net-share',
    interval: { ...interval, method: 'newcombe' },
    n: first.n + second.n,
    basis: 'measured',
  };
}

function perPeriod(counts: Kept, level: number): RetentionShare {
  return counts.n > 0
    ? shareEstimate(counts.kept, counts.n, level)
    : { kind: 'not-estimable', reason: 'no-data', n: 0 };
}

function difference(first: Kept, second: Kept, level: number): RetentionFigures['laterLessFirst'] {
  return first.n > 0 && second.n > 0
    ? keptDifference(first, second, level)
    : { kind: 'not-estimable', reason: 'no-data', n: first.n + second.n };
}

/** How many periods customers were at risk in, after the first `from` of them, all added up. */
function periodsOf({ values, counts }: CohortCounts['left'], from: number): number {
  return values.reduce(
    (sum, period, place) => sum + Math.max(0, period - from) * (counts[place] ?? 0),
    0,
  );
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
