import type { ChartGap, ControlChart, EwmaChart, ShareChart } from '../../areas/charts/types.ts';
import type { IndividualsChart } from '../../quality/individualsChart.ts';
import { checkText, isFields } from '../../shared/refuse.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';
import { numberText, percentText } from '../pictures/numberText.ts';
import { plainText } from '../plainText.ts';
import {
  axisUp,
  byKind,
  type ChartFrame,
  chartFrame,
  chartSpec,
  DRAWN,
  dashed,
  gapText,
  guarded,
  type JsonObject,
  kindsAmong,
  layered,
  listed,
  nothingToDraw,
  type PointKind,
  toldApart,
} from './chartFrame.ts';
import type { ChartOptions } from './chartOptions.ts';
import type { VegaLiteSpec } from './vegaLiteSpec.ts';

/** What {@link controlChart} takes besides the chart. */
export interface ControlChartOptions extends ChartOptions {
  /** What is charted, with its unit, such as `Wait (minutes)`; a share or a value when absent. */
  readonly measure?: string;
}

const POINTS: Shape = {
  centre: 'number',
  definition: { chart: 'text' },
  isProvisional: 'flag',
  empty: ['text'],
  points: [
    {
      label: 'text',
      value: 'number',
      charted: 'number',
      low: 'number',
      high: 'number',
      signals: [{ rule: 'text', direction: 'text' }],
    },
  ],
  'ranges?': {
    centre: 'number',
    high: 'number',
    points: [{ label: 'text', value: 'number', isBeyond: 'flag' }],
  },
};

const CHART: Shape = (value) =>
  isFields(value) && Reflect.get(value, 'kind') === 'not-estimable'
    ? { kind: 'text', reason: 'text' }
    : POINTS;

/**
 * A control chart: values in their order with the centre line and the limits that chance keeps to; signals have
 * another shape and colour. It draws what `pChart`, `ewmaChart`, `chartAreas` and `individualsChart` compute; of single
 * values the ranges from one to the next stand below (I-MR), of a moving average the values behind it are small points.
 * Where there is no chart it says why.
 *
 * @param chart - the chart to draw
 * @param options - what is charted, and how the chart is drawn
 * @returns a Vega-Lite specification
 * @throws ServiceCycleError `invalid-argument` where there is no chart, or an option is outside its range
 * @example
 * const waits = [5, 6, 5, 7, 6, 5, 6, 19];
 * const chart = individualsChart(waits.map((value, visit) => ({ label: `visit ${visit + 1}`, value })), { baseline: 7 });
 * controlChart(chart, { words: englishPictures, title: 'Waits', measure: 'Wait (minutes)' }).description;
 * // => 'Waits. visit 8: 19, signal. Lines: centre, and limits that chance keeps to. ' +
 * // 'Provisional: the limits rest on fewer than 20 points.'
 */
export function controlChart(
  chart: ShareChart | EwmaChart | IndividualsChart | ChartGap,
  options: ControlChartOptions,
): VegaLiteSpec {
  const frame = chartFrame(options, ['measure']);
  checkShape('chart', chart, CHART);
  if (options.measure !== undefined) checkText('measure', options.measure);
  const { words, language, width } = frame;
  if (chart.kind === 'not-estimable')
    return nothingToDraw(frame, words.control, gapText(chart.reason, words));
  const { definition } = chart;
  const isShare = definition.chart === 'p';
  const labels = toldApart(
    chart.points.map(({ label }) => ({ name: plainText(label) || '–', id: label })),
  );
  const points = chart.points.map(({ value, charted, low, high, signals }, place) => ({
    label: labels[place] ?? '',
    value,
    charted,
    low,
    high,
    kind: signals.length > 0 ? words.signal : words.within,
  }));
  const ranges = 'ranges' in chart ? chart.ranges : undefined;
  const measure =
    guarded(plainText(options.measure ?? '')) || (isShare ? words.share : words.value);
  const y: JsonObject = {
    type: 'quantitative',
    ...axisUp(measure, ranges === undefined ? 300 : 240, {
      grid: true,
      tickCount: 5,
      ...(isShare && { format: '.0%' }),
    }),
    scale: { zero: false },
  };
  const values = panel(frame, labels, points, y, chart, definition.chart === 'ewma');
  const figure = (value: number): string =>
    isShare
      ? percentText(Math.round(1000 * value) / 1000, language)
      : numberText(Math.round(100 * value) / 100, language);
  const signalled = points.filter(({ kind }) => kind === words.signal);
  return chartSpec(frame, {
    title: words.control,
    notes: [
      words.controlLines,
      chart.isProvisional ? words.provisional : '',
      listed(
        words.empty,
        chart.empty.map((label) => plainText(label)),
      ),
    ],
    facts: signalled.map(({ label, charted }) => `${label}: ${figure(charted)}, ${words.signal}`),
    body:
      ranges === undefined
        ? layered(frame, 300, values)
        : {
            vconcat: [
              { width: width - 110, height: 240, layer: values },
              { width: width - 110, height: 120, layer: rangePanel(frame, labels, ranges) },
            ],
            resolve: { legend: { color: 'shared', shape: 'shared' } },
          },
  });
}

/** Two kinds of points: as chance has it, and signals. */
function kindsOf({ words }: ChartFrame): readonly PointKind[] {
  return [
    { label: words.within, shape: 'circle', colour: 'ordinary-edge' },
    { label: words.signal, shape: 'diamond', colour: 'critical' },
  ];
}

/** Points are so large, but smaller where many stand side by side; signals never are. */
function sizeOf({ words, width }: ChartFrame, many: number, size: number): JsonObject {
  return {
    condition: { test: { field: 'kind', equal: words.signal }, value: size },
    value: Math.min(size, Math.max(3, (1.3 * (width - 110)) / many) ** 2),
  };
}

/** The points in their order, from left to right. */
function orderAxis({ words, width }: ChartFrame, labels: readonly string[]): JsonObject {
  const isTight = labels.length * 60 > width - 110;
  return {
    field: 'label',
    type: 'nominal',
    sort: null,
    title: words.period,
    scale: { domain: labels },
    axis: {
      labelAngle: isTight ? -45 : 0,
      labelOverlap: true,
      labelLimit: 90,
      grid: false,
      ticks: labels.length <= DRAWN,
    },
  };
}

function panel(
  frame: ChartFrame,
  labels: readonly string[],
  points: readonly ({ readonly kind: string } & JsonObject)[],
  y: JsonObject,
  { centre }: ControlChart,
  isAverage: boolean,
): readonly JsonObject[] {
  const { colour } = frame;
  const data = { values: points };
  const x = orderAxis(frame, labels);
  const limit = (field: string): JsonObject => ({
    data,
    mark: { type: 'line', interpolate: 'step', strokeWidth: 1.5, color: colour('watch-edge') },
    encoding: { x, y: { ...y, field } },
  });
  const kinds = kindsAmong(kindsOf(frame), points);
  return [
    dashed(frame, undefined, { ...y, datum: centre }),
    limit('low'),
    limit('high'),
    ...(isAverage
      ? [
          {
            data,
            mark: { type: 'point', filled: true, size: 18, opacity: 1, color: colour('muted') },
            encoding: { x, y: { ...y, field: 'value' } },
          },
        ]
      : []),
    {
      data,
      mark: { type: 'line', strokeWidth: 1.5, color: colour('ordinary-edge') },
      encoding: { x, y: { ...y, field: 'charted' } },
    },
    {
      data,
      mark: { type: 'point', filled: true, opacity: 1 },
      encoding: {
        x,
        y: { ...y, field: 'charted' },
        size: sizeOf(frame, points.length, 80),
        ...byKind(frame, kinds),
      },
    },
  ];
}

/** The ranges from one value to the next, with their mean and their limit. */
function rangePanel(
  frame: ChartFrame,
  labels: readonly string[],
  { centre, high, points }: IndividualsChart['ranges'],
): readonly JsonObject[] {
  const { words, colour } = frame;
  // There is a range for each point but the first.
  const ranges = points.map(({ value, isBeyond }, place) => ({
    label: labels[place + 1] ?? '',
    value,
    kind: isBeyond ? words.signal : words.within,
  }));
  const data = { values: ranges };
  const x = orderAxis(frame, labels);
  const y = {
    type: 'quantitative',
    ...axisUp(words.step, 120, { grid: true, tickCount: 3 }),
  };
  return [
    dashed(frame, undefined, { ...y, datum: centre }),
    {
      data: { values: [{}] },
      mark: { type: 'rule', strokeWidth: 1.5, color: colour('watch-edge') },
      encoding: { y: { ...y, datum: high } },
    },
    {
      data,
      mark: { type: 'line', strokeWidth: 1.5, color: colour('ordinary-edge') },
      encoding: { x, y: { ...y, field: 'value' } },
    },
    {
      data,
      mark: { type: 'point', filled: true, opacity: 1 },
      encoding: {
        x,
        y: { ...y, field: 'value' },
        size: sizeOf(frame, ranges.length, 60),
        ...byKind(frame, kindsAmong(kindsOf(frame), ranges)),
      },
    },
  ];
}
