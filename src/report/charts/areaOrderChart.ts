import type { AreaLevel, AreaPriorities } from '../../areas/types.ts';
import { checkCycleTexts } from '../../model/checkShapes.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import { checkShape } from '../../shared/shape.ts';
import { oneOf } from '../oneOf.ts';
import { percentText } from '../pictures/numberText.ts';
import type { PictureWords } from '../pictures/pictureWords.ts';
import { filled } from '../pictures/readWords.ts';
import {
  byKind,
  chartFrame,
  chartSpec,
  DRAWN,
  kindsAmong,
  layered,
  nothingToDraw,
  type PointKind,
} from './chartFrame.ts';
import type { ChartOptions } from './chartOptions.ts';
import { nameIn } from './nameIn.ts';
import { axisTitle, plotWidth, rowsOf } from './rows.ts';
import { rangeText } from './scoreAxis.ts';
import type { VegaLiteSpec } from './vegaLiteSpec.ts';

/** In so many of the resamples an area stands at the places of its bar. */
const RANK_LEVEL = 0.9;

/**
 * The areas in order of need, each with its level by shape and colour, and with the places that it takes in 90 of 100
 * resamples: where bars overlap, the order is not sure. Where nothing was redrawn there are no bars, and the chart
 * says so.
 *
 * @param cycle - the cycle, for the names of areas
 * @param priorities - the areas, from `prioritizeAreas` or a review
 * @param options - how the chart is drawn
 * @returns a Vega-Lite specification
 * @throws ServiceCycleError `invalid-argument` where the cycle or the priorities are none, or an option is outside its
 * range
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Bank',
 *   areas: [{ id: 'hall', name: 'Hall' }, { id: 'desk', name: 'Desk' }],
 *   moments: [{ id: 'wait', name: 'Waits', contact: 'none', area: 'hall' }],
 *   survey: { id: 's', title: 'S', questions: [
 *     { id: 'h', text: 'The hall?', asks: 'satisfaction', about: { area: 'hall' }, scale: { min: 1, max: 5 } },
 *     { id: 'd', text: 'The desk?', asks: 'satisfaction', about: { area: 'desk' }, scale: { min: 1, max: 5 } },
 *   ] },
 * });
 * const responses = Array.from({ length: 100 }, (_, i) => ({ h: i < 60 ? 5 : 1, d: i < 95 ? 5 : 1 }));
 * const priorities = prioritizeAreas(bank, { scores: scoreSurvey(bank.survey, responses) });
 * areaOrderChart(bank, priorities, { words: englishPictures }).description;
 * // => 'Areas in order of need, and how sure the order is. 1 Hall: plan for it (1 to 1). ' +
 * // '2 Desk: keep it up (2 to 2). Bars: the places in 90% of resamples.'
 */
export function areaOrderChart<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  priorities: AreaPriorities<NoInfer<Ids>>,
  options: ChartOptions,
): VegaLiteSpec {
  checkCycleTexts(cycle);
  checkShape('priorities', priorities, {
    kind: 'text',
    areas: [
      { area: 'text', level: 'text', 'rank?': { place: 'number', low: 'number', high: 'number' } },
    ],
  });
  const frame = chartFrame(options);
  const { words, language, colour } = frame;
  const { areas } = priorities;
  if (areas.length === 0) return nothingToDraw(frame, words.areas, '');
  const called = Object.fromEntries((cycle.areas ?? []).map(({ id, name }) => [id, name]));
  const names = areas.map(({ area }) => nameIn(called, area, language));
  const {
    names: rowNames,
    axis: y,
    height,
  } = rowsOf(
    frame,
    areas.slice(0, DRAWN).map(({ area: id }, place) => ({
      id,
      name: `${place + 1} ${names[place] ?? ''}`,
    })),
  );
  const kinds = kindsOf(words);
  const kindOf = (level: AreaLevel): PointKind => oneOf(kinds, level, 'the level of an area');
  const points = areas.slice(0, DRAWN).map(({ level, rank }, place) => ({
    row: rowNames[place] ?? '',
    kind: kindOf(level).label,
    place: rank?.place ?? place + 1,
    low: rank?.low ?? place + 1,
    high: rank?.high ?? place + 1,
  }));
  const isRanked = areas.some(({ rank }) => rank !== undefined);
  const data = { values: points };
  const x = {
    type: 'quantitative',
    title: axisTitle(frame, words.place),
    scale: { domain: [0.5, Math.max(areas.length, ...points.map(({ high }) => high)) + 0.5] },
    axis: { grid: true, tickMinStep: 1, format: 'd', tickCount: Math.min(10, areas.length) },
  };
  return chartSpec(frame, {
    title: words.areas,
    notes: [
      isRanked ? filled(words.ranks, { level: percentText(RANK_LEVEL, language) }) : words.noRanks,
      areas.length > DRAWN ? `${words.notDrawn}: ${areas.length - DRAWN}` : '',
    ],
    facts: areas.map(({ level, rank }, place) => {
      const sure = rank === undefined ? '' : ` (${rangeText(frame, rank, String)})`;
      return `${place + 1} ${names[place] ?? ''}: ${kindOf(level).label}${sure}`;
    }),
    body: layered(frame, height, [
      {
        data: { values: isRanked ? points : [] },
        mark: { type: 'rule', strokeWidth: 5, opacity: 0.6, color: colour('line') },
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
      {
        data,
        mark: { type: 'point', filled: true, size: 130, opacity: 1 },
        encoding: {
          y,
          x: { ...x, field: 'place' },
          ...byKind(frame, kindsAmong(Object.values(kinds), points), plotWidth(frame)),
        },
      },
    ]),
  });
}

function kindsOf(words: PictureWords): Readonly<Record<AreaLevel, PointKind>> {
  return {
    'intervene-now': { label: words.interveneNow, shape: 'diamond', colour: 'critical' },
    plan: { label: words.plan, shape: 'square', colour: 'watch-edge' },
    watch: { label: words.maybeWeak, shape: 'triangle-up', colour: 'watch-edge' },
    'measure-first': { label: words.measureFirst, shape: 'cross', colour: 'muted' },
    keep: { label: words.keep, shape: 'circle', colour: 'strength' },
    'possible-overkill': {
      label: words.possibleOverkill,
      shape: 'triangle-down',
      colour: 'ordinary-edge',
    },
  };
}
