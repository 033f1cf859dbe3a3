import { chartSignals } from '../areas/charts/chartSignals.ts';
import { deviationOfRanges } from '../areas/charts/deviationOfRanges.ts';
import type { ChartGap, ControlChart, ValuePoint } from '../areas/charts/types.ts';
import { checkCount, checkFigure, checkOptions } from '../shared/refuse.ts';
import { checkShape } from '../shared/shape.ts';

/** What {@link individualsChart} takes besides the points. */
export interface IndividualsOptions {
  /** How many points in a row on one side of the centre line make a signal, 2 or more; 8 when absent. */
  readonly sameSide?: number;
  /** How many points in a row that rise or fall make a signal, 2 or more; 6 when absent. */
  readonly trend?: number;
  /** How many of the first points the centre line and the limits rest on; all when absent. */
  readonly baseline?: number;
}

/** A range from one point to the next. */
export interface MovingRange {
  /** The later of the two points. */
  readonly label: string;
  /** How far apart the two are, 0 or more. */
  readonly value: number;
  /** Whether it lies beyond the upper limit: the two are further apart than chance has it. */
  readonly isBeyond: boolean;
}

/** A chart of single values, with that of the ranges between them. */
export interface IndividualsChart extends ControlChart {
  /** How it is made. */
  readonly definition: {
    /** Which chart. */
    readonly chart: 'individuals';
    /** How many points in a row on one side make a signal. */
    readonly sameSide: number;
    /** How many points in a row that rise or fall make a signal. */
    readonly trend: number;
  };
  /** The ranges: how much one visit differs from the one before. */
  readonly ranges: {
    /** Their mean over the baseline. */
    readonly centre: number;
    /** The upper limit, 3.267 times the mean. */
    readonly high: number;
    /** One for each point but the first. */
    readonly points: readonly MovingRange[];
  };
}

/** With fewer points behind them, limits are provisional. */
const SETTLED_FROM = 20;

/** The upper limit of ranges of two over their mean, D4 of the tables. */
const RANGE_LIMIT = 3.267;

/**
 * The control chart of single values and of the ranges between them (I-MR or XmR): whether one visit is like
 * the next.
 *
 *     limits of values = mean ± 3·(mean range)/1.128
 *     limit of ranges  = 3.267·(mean range),  range = |x - x before|
 *
 * A point is signalled when it lies beyond a limit, ends eight on one side of the mean, or ends six that
 * steadily rise or fall. With fewer than 20 points the limits are provisional. There are none where all
 * values of the baseline are the same. The values need not be normal, but far from it more than 1 in 370 lie beyond
 * by chance; of shares take `pChart`, which knows how many stand behind each.
 *
 * @param points - one per visit, day or month, in order; a given standard deviation is passed over
 * @param options - the rules, and how many points the limits rest on
 * @returns the chart, or why there is none
 * @throws ServiceCycleError `invalid-argument` when a value is not finite or an option is outside its range
 * @example
 * const waits = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
 * const chart = individualsChart(waits.map((value, visit) => ({ label: `visit ${visit + 1}`, value })));
 * chart.kind === 'control-chart' && chart.points[0]?.low; // ~> 45.815910
 * chart.kind === 'control-chart' && chart.ranges.high; // ~> 6.134700
 * chart.kind === 'control-chart' && chart.points.every(({ signals }) => signals.length === 0); // => true
 * @see Wheeler & Chambers (1992), Understanding Statistical Process Control, 2nd edition
 * @see Nelson (1984), Journal of Quality Technology 16, 237-239: the rules
 */
export function individualsChart(
  points: readonly ValuePoint[],
  options: IndividualsOptions = {},
): IndividualsChart | ChartGap {
  checkOptions(options, ['sameSide', 'trend', 'baseline']);
  const { sameSide = 8, trend = 6 } = options;
  checkCount('sameSide', sameSide, 2);
  checkCount('trend', trend, 2);
  if (options.baseline !== undefined) checkCount('baseline', options.baseline, 1);
  checkShape('points', points, [{ label: 'text' }]);
  for (const [at, { value }] of points.entries()) checkFigure(`value of points[${at}]`, value);
  // Adding 0 turns -0 into 0.
  const values = points.map(({ value }) => value + 0);
  const baseline = values.slice(0, options.baseline);
  const gap = (reason: ChartGap['reason']): ChartGap => ({
    kind: 'not-estimable',
    reason,
    points: points.length,
  });
  if (baseline.length === 0) return gap('no-points');
  if (baseline.length === 1) return gap('one-point');
  const sigma = deviationOfRanges(baseline);
  if (sigma === 0) return gap('zero-variance');
  const meanRange = meanOf(rangesOf(baseline));
  const highestRange = RANGE_LIMIT * meanRange;
  const centre = meanOf(baseline);
  const low = values.map(() => centre - 3 * sigma);
  const high = values.map(() => centre + 3 * sigma);
  const signals = chartSignals({ charted: values, low, high, centre }, { sameSide, trend });
  return {
    kind: 'control-chart',
    definition: { chart: 'individuals', sameSide, trend },
    centre,
    points: values.map((value, at) => ({
      label: points[at]?.label ?? '',
      value,
      charted: value,
      low: centre - 3 * sigma,
      high: centre + 3 * sigma,
      signals: signals[at] ?? [],
    })),
    ranges: {
      centre: meanRange,
      high: highestRange,
      points: rangesOf(values).map((value, at) => ({
        label: points[at + 1]?.label ?? '',
        value,
        isBeyond: value > highestRange,
      })),
    },
    baseline: baseline.length,
    isProvisional: baseline.length < SETTLED_FROM,
    empty: [],
  };
}

function rangesOf(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
