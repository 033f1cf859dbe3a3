import type { ImportancePerformance } from '../../areas/matrix/types.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';
import { numberText } from '../pictures/numberText.ts';
import {
  axisUp,
  type ChartFrame,
  chartFrame,
  chartSpec,
  DRAWN,
  dashed,
  type JsonObject,
  kindsAmong,
  layered,
  listed,
  nothingToDraw,
  ticksAcross,
} from './chartFrame.ts';
import type { NamedChartOptions } from './chartOptions.ts';
import { nameIn } from './nameIn.ts';
import { type Ends, endsOf, numberedNames, numberedPoints } from './numbered.ts';
import type { VegaLiteSpec } from './vegaLiteSpec.ts';

/** How high the plot is, in pixels. */
const HEIGHT = 400;

const FIGURE: Shape = { value: 'number', 'interval?': { low: 'number', high: 'number' } };

const MATRIX: Shape = {
  kind: 'text',
  definition: {
    importance: 'text',
    'crosshair?': { importance: 'number', performance: 'number' },
  },
  items: [{ item: 'text', importance: FIGURE, performance: FIGURE, 'quadrant?': { name: 'text' } }],
  unplaced: [{ item: 'text', reason: 'text' }],
};

/**
 * Importance against performance: items by number, in the order of need, with the confidence intervals of both
 * figures, the lines that part the quadrants, and another shape for those whose quadrant hangs on chance. The numbers
 * are told above the plot; items that cannot be placed are named there.
 *
 * @param matrix - the items, from `importancePerformance`
 * @param options - the names of items, and how the chart is drawn
 * @returns a Vega-Lite specification
 * @throws ServiceCycleError `invalid-argument` where the matrix is none, or an option is outside its range
 * @example
 * const on5 = (perAnswer: readonly number[]) => ({ scale: { min: 1, max: 5 }, perAnswer });
 * const matrix = importancePerformance([
 *   { id: 'desk', importance: on5([0, 0, 10, 30, 60]), performance: on5([20, 30, 30, 20, 0]) },
 *   { id: 'cafe', importance: on5([20, 40, 30, 10, 0]), performance: on5([0, 5, 15, 40, 40]) },
 * ]);
 * importancePerformanceChart(matrix, { words: englishPictures, names: { desk: 'Front desk' } }).description;
 * // => 'Importance and performance. 1 Front desk: Importance (as rated) 4.5, Performance (as rated) 2.5, ' +
 * // 'concentrate here. 2 cafe: Importance (as rated) 2.3, Performance (as rated) 4.15, perhaps too much.'
 */
export function importancePerformanceChart<ItemId extends string>(
  matrix: ImportancePerformance<ItemId>,
  options: NamedChartOptions,
): VegaLiteSpec {
  const frame = chartFrame(options, ['names']);
  checkShape('matrix', matrix, MATRIX);
  const { words, language } = frame;
  const { crosshair, importance: from } = matrix.definition;
  const names = matrix.items.map(({ item }) => nameIn(options.names, item, language));
  const unplaced = matrix.unplaced.map(({ item }) => nameIn(options.names, item, language));
  const left = listed(words.unplaced, unplaced);
  if (matrix.items.length === 0) return nothingToDraw(frame, words.matrix, left);
  const points = matrix.items
    .slice(0, DRAWN)
    .map(({ importance, performance, quadrant }, place) => ({
      number: String(place + 1),
      kind: quadrant?.isFragile === true ? words.fragile : words.holds,
      x: performance.value,
      y: importance.value,
      importanceLow: importance.interval?.low ?? importance.value,
      importanceHigh: importance.interval?.high ?? importance.value,
      performanceLow: performance.interval?.low ?? performance.value,
      performanceHigh: performance.interval?.high ?? performance.value,
    }));
  // Where nothing is redrawn nobody knows how far a place holds.
  const isRedrawn = matrix.items.some(({ quadrant }) => quadrant?.holds !== undefined);
  const data = { values: points };
  const [acrossEnds, upEnds] = [
    endsOf(
      points.flatMap(({ performanceLow, performanceHigh }) => [performanceLow, performanceHigh]),
      frame,
      24,
    ),
    endsOf(
      points.flatMap(({ importanceLow, importanceHigh }) => [importanceLow, importanceHigh]),
      frame,
      24,
      HEIGHT,
    ),
  ];
  const scale = (domain: Ends): JsonObject => ({ domain, nice: false });
  const importanceTitle = from === 'derived' ? words.derivedImportance : words.importance;
  const across = {
    type: 'quantitative',
    scale: scale(acrossEnds),
    title: words.performance,
    axis: { grid: true, tickCount: ticksAcross(frame) },
  };
  const up = {
    type: 'quantitative',
    scale: scale(upEnds),
    ...axisUp(importanceTitle, HEIGHT, { grid: true, tickCount: 5 }),
  };
  const x = { ...across, field: 'x' };
  const y = { ...up, field: 'y' };
  const kinds = kindsAmong(
    [
      { label: words.holds, shape: 'circle', colour: 'ordinary-edge' },
      { label: words.fragile, shape: 'square', colour: 'watch-edge' },
    ],
    points,
  );
  const bar = { type: 'rule', strokeWidth: 1.5, color: frame.colour('line') };
  const numbered = numberedPoints(
    frame,
    points,
    { axis: across, ends: acrossEnds },
    { axis: up, ends: upEnds },
    HEIGHT,
    isRedrawn ? kinds : undefined,
  );
  return chartSpec(frame, {
    title: words.matrix,
    key: numberedNames(names, frame),
    notes: [numbered.note, left],
    facts: matrix.items.map(({ importance, performance, quadrant }, place) => {
      const figures = [importance, performance].map(({ value }) =>
        numberText(Math.round(1000 * value) / 1000, language),
      );
      const where = quadrant === undefined ? '' : `, ${quadrantWord(quadrant.name, frame)}`;
      return `${place + 1} ${names[place] ?? ''}: ${importanceTitle} ${figures[0]}, ${words.performance} ${figures[1]}${where}`;
    }),
    body: layered(frame, HEIGHT, [
      ...(crosshair === undefined
        ? []
        : [
            dashed(frame, { ...across, datum: crosshair.performance }),
            dashed(frame, undefined, { ...up, datum: crosshair.importance }),
            ...quadrants(frame),
          ]),
      {
        data,
        mark: bar,
        encoding: { y, x: { ...x, field: 'performanceLow' }, x2: { field: 'performanceHigh' } },
      },
      {
        data,
        mark: bar,
        encoding: { x, y: { ...y, field: 'importanceLow' }, y2: { field: 'importanceHigh' } },
      },
      ...numbered.layer,
    ]),
  });
}

/** The names of the quadrants, in the corners. */
function quadrants(frame: ChartFrame): readonly JsonObject[] {
  const corner = (text: string, isRight: boolean, isTop: boolean): JsonObject => ({
    data: { values: [{}] },
    mark: {
      type: 'text',
      text,
      align: isRight ? 'right' : 'left',
      baseline: isTop ? 'top' : 'bottom',
      color: frame.colour('muted'),
      fontStyle: 'italic',
      dx: isRight ? -4 : 4,
      dy: isTop ? 4 : -4,
    },
    encoding: {
      x: { value: isRight ? 'width' : 0 },
      y: { value: isTop ? 0 : 'height' },
    },
  });
  const { words } = frame;
  return [
    corner(words.concentrateHere, false, true),
    corner(words.keepUp, true, true),
    corner(words.lowPriority, false, false),
    corner(words.possibleOverkill, true, false),
  ];
}

function quadrantWord(name: string, { words }: ChartFrame): string {
  switch (name) {
    case 'concentrate-here':
      return words.concentrateHere;
    case 'keep-up':
      return words.keepUp;
    case 'low-priority':
      return words.lowPriority;
    default:
      return words.possibleOverkill;
  }
}
