/**
 * The line plots of the guides as Vega-Lite specifications, from the package's own figures; `scripts/pictures.js` draws
 * and writes them.
 *
 * @typedef {{ readonly label: string, readonly ticks: readonly number[] }} Axis
 * @typedef {{ readonly label: string, readonly points: readonly (readonly number[])[] }} Line
 * @typedef {import('service-cycle/report').VegaLiteSpec} VegaLiteSpec
 */
import { wilsonInterval } from 'service-cycle/stats';
import { customerSatisfaction, netPromoterScore, netPromoterWald } from 'service-cycle/survey';

/** The charts, by the name of their file. */
export function plots() {
  return {
    'interval-width': intervalWidth(),
    'conforming-share': conformingShare(),
    coverage: coverage(),
  };
}

/** Half the width of the interval, by the number of answers. */
function intervalWidth() {
  const sizes = [5, 7, 10, 15, 20, 30, 40, 50, 70, 100, 150, 200, 300, 500, 700, 1000, 1500, 2000];
  return linePlot({
    title: 'Half the width of a 95 % interval, by number of answers',
    x: { label: 'answers', ticks: [5, 10, 20, 50, 100, 200, 500, 1000, 2000] },
    y: { label: 'points', ticks: [0, 10, 20, 30, 40, 50, 60] },
    lines: [
      {
        label: 'NPS, 45 % promoters and 25 % detractors',
        points: sizes.map((n) => [n, halfWidth(promoterScore(0.45 * n, 0.25 * n, n))]),
      },
      {
        label: 'CSAT, 80 % satisfied',
        points: sizes.map((n) => [n, 100 * halfWidth(satisfaction(0.8 * n, n))]),
      },
    ],
  });
}

/** What 95 of 100 conforming cases prove, by the number of cases. */
function conformingShare() {
  const sizes = [20, 40, 60, 80, 100, 120, 160, 200, 260, 320, 400, 500, 600, 800, 1000];
  const limits = sizes.map((n) => wilsonInterval(Math.round(0.95 * n), n, { level: 0.95 }));
  return linePlot({
    title: 'The 95 % interval when 95 of 100 cases conform',
    x: { label: 'cases', ticks: [20, 50, 100, 200, 500, 1000] },
    y: { label: '%', ticks: [75, 80, 85, 90, 95, 100] },
    lines: [
      { label: 'upper limit', points: limits.map(({ high }, at) => [sizes[at] ?? 0, 100 * high]) },
      { label: 'lower limit', points: limits.map(({ low }, at) => [sizes[at] ?? 0, 100 * low]) },
    ],
    rule: { y: 90, label: 'required: 90 %' },
  });
}

/** How often intervals hold the true score: exact, over all surveys of n customers. */
function coverage() {
  const sizes = [5, 8, 10, 12, 15, 20, 25, 30, 40, 50, 65, 80, 100];
  const [promoters, detractors] = [0.7, 0.1];
  const held = (/** @type {{ interval?: typeof netPromoterWald }} */ options) =>
    sizes.map((n) => [n, 100 * coverageAt(n, promoters, detractors, options)]);
  return linePlot({
    title: 'How often the interval of an NPS of 60 holds the true score',
    x: { label: 'answers', ticks: [5, 10, 20, 50, 100] },
    y: { label: '%', ticks: [70, 75, 80, 85, 90, 95, 100] },
    lines: [
      { label: 'adjusted Wald, the default', points: held({}) },
      { label: 'plain Wald', points: held({ interval: netPromoterWald }) },
    ],
    rule: { y: 95, label: 'promised: 95 %' },
  });
}

/**
 * @param {number} n
 * @param {number} promoters - the share of promoters
 * @param {number} detractors - the share of detractors
 * @param {{ interval?: typeof netPromoterWald }} options
 */
function coverageAt(n, promoters, detractors, options) {
  const truth = 100 * (promoters - detractors);
  const passives = 1 - promoters - detractors;
  let held = 0;
  for (let p = 0; p <= n; p += 1) {
    for (let d = 0; d <= n - p; d += 1) {
      const score = promoterScore(p, d, n, options);
      const { low, high } = score.kind === 'estimate' ? score.interval : { low: 0, high: 0 };
      if (!(low <= truth + 1e-9 && truth - 1e-9 <= high)) continue;
      held += Math.exp(
        logChoose(n, p) +
          logChoose(n - p, d) +
          p * Math.log(promoters) +
          d * Math.log(detractors) +
          (n - p - d) * Math.log(passives),
      );
    }
  }
  return held;
}

/**
 * @param {number} n
 * @param {number} k
 */
function logChoose(n, k) {
  let sum = 0;
  for (let i = 1; i <= k; i += 1) sum += Math.log((n - k + i) / i);
  return sum;
}

/**
 * @param {number} promoters
 * @param {number} detractors
 * @param {number} n
 * @param {{ interval?: typeof netPromoterWald }} [options]
 */
function promoterScore(promoters, detractors, n, options) {
  const [p, d] = [Math.round(promoters), Math.round(detractors)];
  const perAnswer = [d, 0, 0, 0, 0, 0, 0, 0, n - p - d, 0, p];
  return netPromoterScore({ scale: { min: 0, max: 10 }, perAnswer }, options);
}

/**
 * @param {number} satisfied
 * @param {number} n
 */
function satisfaction(satisfied, n) {
  const s = Math.round(satisfied);
  return customerSatisfaction({ scale: { min: 1, max: 5 }, perAnswer: [n - s, 0, 0, 0, s] });
}

/** @param {import('service-cycle').Score} score */
function halfWidth(score) {
  return score.kind === 'estimate' ? (score.interval.high - score.interval.low) / 2 : 0;
}

/**
 * Lines over a number of answers, on a logarithmic axis. Axes run from the first tick to the last; lines differ by dashes
 * as by colour.
 *
 * @param {{ title: string, x: Axis, y: Axis, lines: readonly Line[], rule?: { y: number, label: string } }} plot
 * @returns {VegaLiteSpec}
 */
function linePlot({ title, x, y, lines, rule }) {
  const domain = lines.map(({ label }) => label);
  const legend = {
    orient: 'top',
    direction: 'vertical',
    labelFontSize: 12,
    labelLimit: 0,
    symbolSize: 500,
  };
  const kind = { field: 'line', type: 'nominal', title: null, legend };
  /** @param {Axis} axis */
  const scaled = ({ label, ticks }) => ({
    type: 'quantitative',
    title: label,
    axis: {
      values: ticks,
      grid: true,
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: 'normal',
    },
  });
  const ends = (/** @type {Axis} */ { ticks }) => [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: title,
    title: { text: [title], subtitle: [] },
    background: '#ffffff',
    padding: 16,
    width: 640,
    height: 280,
    autosize: { type: 'fit-x', contains: 'padding' },
    config: { font: 'system-ui, sans-serif', title: { anchor: 'start', frame: 'bounds' } },
    layer: [
      {
        data: {
          values: lines.flatMap(({ label, points }) =>
            points.map(([px = 0, py = 0]) => ({ line: label, x: px, y: py })),
          ),
        },
        mark: { type: 'line', strokeWidth: 2.5, strokeJoin: 'round' },
        encoding: {
          x: { ...scaled(x), field: 'x', scale: { type: 'log', domain: ends(x), nice: false } },
          y: { ...scaled(y), field: 'y', scale: { domain: ends(y), nice: false } },
          color: { ...kind, scale: { domain, range: ['#0b5cad', '#b3450b'] } },
          strokeDash: {
            ...kind,
            scale: {
              domain,
              range: [
                [1, 0],
                [8, 4],
              ],
            },
          },
        },
      },
      ...(rule === undefined
        ? []
        : [
            {
              data: { values: [{}] },
              mark: { type: 'rule', strokeDash: [3, 3], strokeWidth: 1.5, color: '#1f2328' },
              encoding: { y: { datum: rule.y, type: 'quantitative' } },
            },
            {
              data: { values: [{}] },
              mark: {
                type: 'text',
                text: rule.label,
                align: 'right',
                dy: 10,
                fontSize: 12,
                color: '#1f2328',
              },
              encoding: { y: { datum: rule.y, type: 'quantitative' }, x: { value: 'width' } },
            },
          ]),
    ],
  };
}
