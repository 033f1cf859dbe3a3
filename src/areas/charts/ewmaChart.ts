import {
  checkBetween,
  checkCount,
  checkOneOf,
  checkOptions,
  checkPositive,
  refuse,
} from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { chartSignals } from './chartSignals.ts';
import { deviationOfRanges } from './deviationOfRanges.ts';
import type { ChartGap, EwmaChart, ValuePoint } from './types.ts';

/** What `ewmaChart` takes besides the points. */
export interface EwmaOptions {
  /** How much the newest point counts, above 0 and up to 1; 0.2 when absent. */
  readonly lambda?: number;
  /** How many standard deviations the limits lie from the centre line, above 0; 3 when absent. */
  readonly sigmas?: number;
  /** The centre line; the mean of the baseline when absent. */
  readonly centre?: number;
  /** Whether the limits widen from the first point on, the default, or are those of a long chart. */
  readonly limits?: 'time-varying' | 'asymptotic';
  /** How many of the first points the centre line and the limits rest on; all when absent. */
  readonly baseline?: number;
  /** What the limits are kept within, such as 0 and 1 for shares. */
  readonly within?: {
    /** The lowest value there can be. */
    readonly low: number;
    /** The highest. */
    readonly high: number;
  };
}

/** How much the newest point counts where nothing else is asked for. */
const DEFAULT_LAMBDA: number = 0.2;

/** With fewer points behind them, limits are provisional. */
const SETTLED_FROM = 20;

/**
 * The control chart of an exponentially weighted moving average: it tells small lasting shifts that
 * no single point shows.
 *
 *     z = λ·x + (1 - λ)·z of the point before, from the centre line on
 *     limits = centre ± 3·sqrt(v),  v = λ²·σ² + (1 - λ)²·v of the point before, from 0 on
 *     which is σ²·λ/(2 - λ)·(1 - (1 - λ)^2t) where all points have the same σ
 *
 * Where points have no standard deviation of their own, σ is the mean of the ranges from point to
 * point, over 1.128. A point is signalled when z lies beyond a limit. With fewer than 20 points
 * the limits are provisional.
 *
 * @param points - one per period, in order
 * @param options - the weight, the limits, the centre line
 * @returns the chart, or why there is none
 * @throws ServiceCycleError `invalid-argument` when a value or an option is outside its range
 * @example
 * const points = [4.1, 4.0, 4.2, 4.1, 3.9, 3.8, 3.7].map((value, month) =>
 *   ({ label: `2024-0${month + 1}`, value, standardDeviation: 0.1 }));
 * const chart = ewmaChart(points, { centre: 4.1 });
 * chart.kind === 'control-chart' && chart.points[6]?.charted; // ~> 3.948038
 * chart.kind === 'control-chart' && chart.points[6]?.signals;
 * // => [{ rule: 'beyond-limit', direction: 'down' }]
 * @see Roberts (1959), Technometrics 1, 239-250
 * @see Lucas & Saccucci (1990), Technometrics 32, 1-12
 */
export function ewmaChart(
  points: readonly ValuePoint[],
  options: EwmaOptions = {},
): EwmaChart | ChartGap {
  checkOptions(options, ['lambda', 'sigmas', 'centre', 'limits', 'baseline', 'within']);
  const { lambda = DEFAULT_LAMBDA, sigmas = 3, limits = 'time-varying', within } = options;
  checkOneOf('limits', limits, ['time-varying', 'asymptotic']);
  if (within !== undefined) checkShape('within', within, { low: 'number', high: 'number' });
  checkInput(points, options);
  const baseline = points.slice(0, options.baseline);
  const gap = (reason: ChartGap['reason']): ChartGap => ({
    kind: 'not-estimable',
    reason,
    points: points.length,
  });
  if (baseline.length === 0) return gap('no-points');
  const given = points.flatMap(({ standardDeviation }) => standardDeviation ?? []);
  const isGiven = given.length === points.length;
  if (!isGiven && baseline.length < 2) return gap('one-point');
  const spread = isGiven ? 0 : deviationOfRanges(baseline.map(({ value }) => value));
  const deviations = isGiven ? given : points.map(() => spread);
  if (deviations.every((deviation) => deviation === 0)) return gap('zero-variance');

  const centre =
    options.centre ?? baseline.reduce((sum, { value }) => sum + value, 0) / baseline.length;
  let average = centre;
  let variance = 0;
  const charted: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  for (const [place, { value }] of points.entries()) {
    const own = (deviations[place] ?? 0) ** 2;
    average = lambda * value + (1 - lambda) * average;
    variance =
      limits === 'asymptotic'
        ? (own * lambda) / (2 - lambda)
        : lambda ** 2 * own + (1 - lambda) ** 2 * variance;
    const half = sigmas * Math.sqrt(variance);
    charted.push(average);
    low.push(Math.max(within?.low ?? -Infinity, centre - half));
    high.push(Math.min(within?.high ?? Infinity, centre + half));
  }
  const signals = chartSignals({ charted, low, high, centre });
  return {
    kind: 'control-chart',
    definition: {
      chart: 'ewma',
      lambda,
      sigmas,
      limits,
      deviation: isGiven ? 'given' : 'moving-range',
    },
    centre,
    points: points.map(({ label, value }, place) => ({
      label,
      value,
      charted: charted[place] ?? value,
      low: low[place] ?? value,
      high: high[place] ?? value,
      signals: signals[place] ?? [],
    })),
    baseline: baseline.length,
    isProvisional: baseline.length < SETTLED_FROM,
    empty: [],
  };
}

/** Of larger values the squares are no numbers. */
const MOST = 1e150;

function checkInput(points: readonly ValuePoint[], options: EwmaOptions): void {
  const { lambda = DEFAULT_LAMBDA, sigmas = 3, centre = 0, baseline = 1 } = options;
  checkShape('points', points, [
    { label: 'text', value: 'number', 'standardDeviation?': 'counted' },
  ]);
  for (const { label, value, standardDeviation = 0 } of points) {
    checkBetween(`the value of ${label}`, value, -MOST, MOST);
    checkBetween(`the standard deviation of ${label}`, standardDeviation, 0, MOST);
  }
  if (!(typeof lambda === 'number' && lambda > 0 && lambda <= 1))
    refuse('lambda', lambda, 'a number above 0 and up to 1');
  checkPositive('sigmas', sigmas);
  checkBetween('sigmas', sigmas, 0, 1000);
  checkBetween('centre', centre, -MOST, MOST);
  checkCount('baseline', baseline, 1);
}
