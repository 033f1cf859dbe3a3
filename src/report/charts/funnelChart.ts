import { drawnLimits, wideningOf } from '../../quality/funnelLimit.ts';
import type { Funnel, FunnelGap, HiddenPlace } from '../../quality/types.ts';
import { quote } from '../../shared/quote.ts';
import { checkAtLeast, checkCount, checkOpenShare, isFields } from '../../shared/refuse.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';
import { oneOf } from '../oneOf.ts';
import { percentText } from '../pictures/numberText.ts';
import { filled } from '../pictures/readWords.ts';
import { textWidth } from '../pictures/wrapText.ts';
import { plainText } from '../plainText.ts';
import {
  byKind,
  chartFrame,
  chartSpec,
  dashed,
  gapText,
  type JsonObject,
  kindsAmong,
  layered,
  listed,
  nothingToDraw,
  type PointKind,
  shortened,
  textOnPaper,
  ticksAcross,
} from './chartFrame.ts';
import type { ChartOptions } from './chartOptions.ts';
import type { VegaLiteSpec } from './vegaLiteSpec.ts';

/** What {@link funnelChart} takes besides the funnel. */
export interface FunnelChartOptions extends ChartOptions {
  /** The places that are not shown, as `answersByPlace` lists them: they are named above the chart. */
  readonly notShown?: readonly HiddenPlace[];
}

/** At so many sizes the limits are drawn. */
const SIZES = 40;

/** So many places beyond limits are named in the plot, with so much room from one to the next, in pixels. */
const NAMED = 12;
const NAME_HEIGHT = 15;
/** So many of the furthest out are tried, since each is held against all points. */
const TRIED = 100;

/** How high the plot is, in pixels. */
const HEIGHT = 340;

const FUNNEL: Shape = (value) =>
  isFields(value) && Reflect.get(value, 'kind') === 'not-estimable'
    ? { kind: 'text', reason: 'text' }
    : {
        target: 'number',
        places: [{ place: 'text', value: 'number', n: 'count', verdict: 'text' }],
        empty: ['text'],
        overdispersion: { phi: 'number', isApplied: 'flag' },
      };

/**
 * A funnel: the share of each place by how many answered there, with the limits that chance keeps to at each size. It
 * takes the place of a table of ranks, of which somebody is always last. Places beyond the limits have another shape
 * and colour and are named. Where there is no funnel the chart says why.
 *
 * @param funnel - the funnel, from `funnelOfPlaces` or `judgeConsistency`
 * @param options - the places that are not shown, and how the chart is drawn
 * @returns a Vega-Lite specification
 * @throws ServiceCycleError `invalid-argument` where there is no funnel, or an option is outside its range
 * @example
 * const funnel = funnelOfPlaces([
 *   { place: 'A', count: 18, n: 20 }, { place: 'B', count: 85, n: 100 }, { place: 'C', count: 20, n: 50 },
 * ]);
 * funnelChart(funnel, { words: englishPictures }).description;
 * // => 'Places beside each other. B: 85%, beyond 95%. C: 40%, beyond 99.8%. ' +
 * // 'Lines: 72.4%, and the limits of 95% and 99.8% at each size.'
 */
export function funnelChart(funnel: Funnel | FunnelGap, options: FunnelChartOptions): VegaLiteSpec {
  const frame = chartFrame(options, ['notShown']);
  checkShape('funnel', funnel, FUNNEL);
  const { notShown = [] } = options;
  checkShape('notShown', notShown, [{ place: 'text' }]);
  const { words, language, colour } = frame;
  const hidden = listed(
    words.hidden,
    notShown.map(({ place }) => plainText(place)),
  );
  if (funnel.kind === 'not-estimable')
    return nothingToDraw(frame, words.funnel, gapText(funnel.reason, words));
  checkOpenShare('the target of the funnel', funnel.target);
  checkAtLeast('phi of the funnel', funnel.overdispersion.phi, 0);
  for (const { place, n } of funnel.places) checkCount(`n of ${quote(place)}`, n, 1);
  const percent = (share: number): string => percentText(Math.round(1000 * share) / 1000, language);
  const beyondAt = (level: number): string => filled(words.beyond, { level: percent(level) });
  const kinds: readonly PointKind[] = [
    { label: words.within, shape: 'circle', colour: 'ordinary-edge' },
    { label: beyondAt(0.95), shape: 'square', colour: 'watch-edge' },
    { label: beyondAt(0.998), shape: 'diamond', colour: 'critical' },
  ];
  const points = funnel.places.map(({ place, value, n, verdict }) => ({
    place: shortened(plainText(place) || '–', 24),
    value,
    n,
    kind: oneOf(
      { within: words.within, warning: beyondAt(0.95), alarm: beyondAt(0.998) },
      verdict,
      'the verdict of a place',
    ),
  }));
  if (points.length === 0) return nothingToDraw(frame, words.funnel, hidden);
  const sizes = points.map(({ n }) => n);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const isWide = most / least > 20;
  const limits = sizesBetween(least, most, isWide).map((n): JsonObject => {
    const at = (tail: number): { readonly low: number; readonly high: number } =>
      drawnLimits(n, tail, funnel.target, wideningOf(funnel.overdispersion));
    const [warning, alarm] = [at(0.025), at(0.001)];
    return {
      n,
      warningLow: warning.low,
      warningHigh: warning.high,
      alarmLow: alarm.low,
      alarmHigh: alarm.high,
    };
  });
  const x: JsonObject = {
    field: 'n',
    type: 'quantitative',
    title: words.count,
    scale: isWide ? { type: 'log', nice: false } : { zero: false },
    axis: { grid: false, tickCount: ticksAcross(frame), format: ',d' },
  };
  const y: JsonObject = {
    type: 'quantitative',
    title: words.share,
    scale: { zero: false },
    axis: { grid: true, tickCount: 5, format: '.0%' },
  };
  const limit = (field: string, dash: readonly number[], look: 'muted' | 'watch-edge') => ({
    data: { values: limits },
    mark: { type: 'line', strokeWidth: 1.3, strokeDash: dash, color: colour(look) },
    encoding: { x, y: { ...y, field } },
  });
  const middle = isWide ? Math.sqrt(least * most) : (least + most) / 2;
  const outBy = (value: number): number => Math.abs(value - funnel.target);
  const beyond = points.filter(({ kind }) => kind !== words.within);
  const heights = [...points.map(({ value }) => value), ...limits.flatMap(endsOf)];
  const [lowest, highest] = [Math.min(...heights), Math.max(...heights)];
  const along = (n: number): number => (isWide ? Math.log(n) : n);
  // About where points and their names stand, in pixels.
  const boxed = points.map((point) => {
    const at =
      ((frame.width - 100) * (along(point.n) - along(least))) / (along(most) - along(least) || 1);
    const long = Math.min(150, textWidth(point.place, { size: 12 })) + 14;
    const isRight = point.n > middle;
    return {
      ...point,
      at,
      from: isRight ? at - long : at,
      to: isRight ? at : at + long,
      height: (HEIGHT * (point.value - lowest)) / (highest - lowest || 1),
    };
  });
  // The furthest out are named first; those whose name would cover something are named above the plot.
  const named: typeof boxed = [];
  const tried = boxed
    .filter(({ kind }) => kind !== words.within)
    .toSorted((a, b) => outBy(b.value) - outBy(a.value))
    .slice(0, TRIED);
  for (const one of tried) {
    if (named.length === NAMED) break;
    const isFree =
      named.every(
        ({ from, to, height }) =>
          one.to < from || one.from > to || Math.abs(one.height - height) > NAME_HEIGHT,
      ) &&
      boxed.every(
        ({ at, height }) =>
          at === one.at ||
          at < one.from - 4 ||
          at > one.to + 4 ||
          Math.abs(one.height - height) > NAME_HEIGHT / 2,
      );
    if (isFree) named.push(one);
  }
  const places = new Set(named.map(({ place }) => place));
  // The names of those on the right stand to the left of their points.
  const names = [false, true].flatMap((isRight): readonly JsonObject[] => {
    const values = beyond.filter(({ place, n }) => places.has(place) && n > middle === isRight);
    if (values.length === 0) return [];
    const beside = isRight ? { align: 'right', dx: -9 } : { align: 'left', dx: 9 };
    return textOnPaper(
      frame,
      { values },
      { limit: 150, ...beside },
      { x, y: { ...y, field: 'value' }, text: { field: 'place', type: 'nominal' } },
    );
  });
  return chartSpec(frame, {
    title: words.funnel,
    notes: [
      filled(words.funnelLines, {
        target: percent(funnel.target),
        warning: percent(0.95),
        alarm: percent(0.998),
      }),
      ...kinds.slice(1).map(({ label }) =>
        listed(
          label,
          beyond
            .filter(({ kind, place }) => kind === label && !places.has(place))
            .map(({ place }) => place),
        ),
      ),
      hidden,
      listed(
        words.empty,
        funnel.empty.map((place) => plainText(place)),
      ),
    ],
    facts: beyond.map(({ place, value, kind }) => `${place}: ${percent(value)}, ${kind}`),
    body: layered(frame, HEIGHT, [
      dashed(frame, undefined, { ...y, datum: funnel.target }),
      limit('warningLow', [1, 0], 'watch-edge'),
      limit('warningHigh', [1, 0], 'watch-edge'),
      limit('alarmLow', [4, 3], 'muted'),
      limit('alarmHigh', [4, 3], 'muted'),
      {
        data: { values: points },
        mark: {
          type: 'point',
          filled: true,
          // Many are smaller.
          size: points.length > 100 ? 30 : 80,
          opacity: 1,
        },
        encoding: { x, y: { ...y, field: 'value' }, ...byKind(frame, kindsAmong(kinds, points)) },
      },
      ...names,
    ]),
  });
}

function endsOf({ alarmLow, alarmHigh }: JsonObject): readonly number[] {
  return [Number(alarmLow), Number(alarmHigh)];
}

/** Whole numbers between two, each once, evenly or by equal factors. */
function sizesBetween(least: number, most: number, isWide: boolean): readonly number[] {
  const sizes = Array.from({ length: SIZES }, (_, step) => {
    const part = step / (SIZES - 1);
    const size = isWide ? least * (most / least) ** part : least + (most - least) * part;
    return Math.round(size);
  });
  return [...new Set(sizes)];
}
