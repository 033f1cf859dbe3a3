import {
  checkBetween,
  checkCount,
  checkObject,
  checkOneOf,
  checkPositive,
} from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { chartSignals } from './chartSignals.ts';
import { deviationOfRanges } from './deviationOfRanges.ts';
import type { ChartGap, ShareChart, SharePoint } from './types.ts';

/** What `pChart` takes besides the points. */
export interface ShareChartOptions {
  /**
   * How the limits are computed: `binomial`, `laney` for periods that differ more than chance has it, or
   * `auto`, the default: `laney` where a period has more than 1,000 on average, since the plain limits
   * are then so narrow that nearly every point lies beyond them.
   */
  readonly variant?: 'auto' | 'binomial' | 'laney';
  /** How many standard deviations the limits lie from the centre line, above 0; 3 when absent. */
  readonly sigmas?: number;
  /** How many points in a row on one side of the centre line make a signal, 2 or more; 8 when absent. */
  readonly sameSide?: number;
  /** How many points in a row that rise or fall make a signal, 2 or more; 6 when absent. */
  readonly trend?: number;
  /** How many of the first points the centre line and the limits rest on; all when absent. */
  readonly baseline?: number;
}

/** With more in a period on average, the limits are Laney's. */
const LANEY_ABOVE = 1000;

/** With fewer points behind them, limits are provisional. */
const SETTLED_FROM = 20;

/**
 * The control chart of a share: which periods are out of the ordinary.
 *
 *     p = Σcount / Σn of the baseline,  s = sqrt(p(1 - p)/n) of each period
 *     limits = p ± 3s, kept within 0 and 1
 *     Laney: p ± 3s·sigmaZ,  sigmaZ = mean of |z - z of the period before| / 1.128,  z = (share - p)/s
 *
 * A point is signalled when it lies beyond a limit, ends eight on one side of the centre line, or ends
 * six that steadily rise or fall. With fewer than 20 points the limits are provisional. There are no
 * limits where everybody counts or nobody does.
 *
 * @param points - one per period, in order
 * @param options - the limits and the rules
 * @returns the chart, or why there is none
 * @throws ServiceCycleError `invalid-argument` when a count is not from 0 to n, or an option is outside
 * its range
 * @example
 * const months = [38, 41, 40, 39, 42, 40, 22].map((count, month) =>
 *   ({ label: `2024-0${month + 1}`, count, n: 50 }));
 * const chart = pChart(months);
 * chart.kind === 'control-chart' && chart.centre; // ~> 0.748571
 * chart.kind === 'control-chart' && chart.points[6]?.signals;
 * // => [{ rule: 'beyond-limit', direction: 'down' }]
 * chart.kind === 'control-chart' && chart.isProvisional; // => true
 * @see Shewhart (1931), Economic Control of Quality of Manufactured Product
 * @see Laney (2002), Quality Engineering 14, 531-537
 * @see Nelson (1984), Journal of Quality Technology 16, 237-239: the rules
 */
export function pChart(
  points: readonly SharePoint[],
  options: ShareChartOptions = {},
): ShareChart | ChartGap {
  checkObject('options', options);
  const { sigmas = 3, sameSide = 8, trend = 6, variant = 'auto' } = options;
  checkOptions(options);
  checkOneOf('variant', variant, ['auto', 'binomial', 'laney']);
  checkShape('points', points, [{ label: 'text', count: 'counted', n: 'counted' }]);
  for (const { label, count, n } of points) {
    checkBetween(`n of ${label}`, n, 0, Number.MAX_SAFE_INTEGER);
    checkBetween(`the count of ${label}`, count, 0, n);
  }
  const charted = points.filter(({ n }) => n > 0);
  const baseline = charted.slice(0, options.baseline);
  const gap = (reason: ChartGap['reason']): ChartGap => ({
    kind: 'not-estimable',
    reason,
    points: charted.length,
  });
  if (baseline.length === 0) return gap('no-points');
  const total = sum(baseline.map(({ n }) => n));
  const centre = sum(baseline.map(({ count }) => count)) / total;
  if (!(centre > 0 && centre < 1)) return gap('all-or-none');

  const isLarge = total / baseline.length > LANEY_ABOVE;
  const isLaney = variant === 'laney' || (variant === 'auto' && isLarge);
  if (isLaney && baseline.length < 2) return gap('one-point');
  const deviationOf = (n: number): number => Math.sqrt((centre * (1 - centre)) / n);
  const z = baseline.map(({ count, n }) => (count / n - centre) / deviationOf(n));
  const sigmaZ = isLaney ? deviationOfRanges(z) : 1;
  const shares = charted.map(({ count, n }) => count / n);
  const halves = charted.map(({ n }) => sigmas * sigmaZ * deviationOf(n));
  const low = halves.map((half) => Math.max(0, centre - half));
  const high = halves.map((half) => Math.min(1, centre + half));
  const signals = chartSignals({ charted: shares, low, high, centre }, { sameSide, trend });
  return {
    kind: 'control-chart',
    definition: {
      chart: 'p',
      variant: isLaney ? 'laney' : 'binomial',
      sigmas,
      sameSide,
      trend,
    },
    centre,
    ...(isLaney && { sigmaZ }),
    points: charted.map(({ label }, place) => ({
      label,
      value: shares[place] ?? 0,
      charted: shares[place] ?? 0,
      low: low[place] ?? 0,
      high: high[place] ?? 1,
      signals: signals[place] ?? [],
    })),
    baseline: baseline.length,
    isProvisional: baseline.length < SETTLED_FROM,
    empty: points.filter(({ n }) => n === 0).map(({ label }) => label),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function checkOptions({
  sigmas = 3,
  sameSide = 8,
  trend = 6,
  baseline = 1,
}: ShareChartOptions): void {
  checkPositive('sigmas', sigmas);
  checkBetween('sigmas', sigmas, 0, 1000);
  checkCount('sameSide', sameSide, 2);
  checkCount('trend', trend, 2);
  checkCount('baseline', baseline, 1);
}
