import { wrapText } from '../pictures/wrapText.ts';
import { type ChartFrame, type JsonObject, NARROW, textOnPaper, toldApart } from './chartFrame.ts';

/** How high a row is at least, in pixels, and a line of its label. */
const ROW = 36;
const LINE = 14;

/** How wide the labels of rows may be, in pixels. */
function labelWidth({ width }: ChartFrame): number {
  return width < NARROW ? Math.round(0.4 * width) : Math.min(300, Math.round(0.36 * width));
}

/** About how wide the plot beside them is, in pixels. */
export function plotWidth(frame: ChartFrame): number {
  return frame.width - labelWidth(frame) - 52;
}

/** The title of an axis under the plot, in lines. */
export function axisTitle(frame: ChartFrame, title: string): readonly string[] {
  // As vega reckons lines, these are as wide as the plot.
  return wrapText(title, 0.62 * plotWidth(frame), { size: 12 }, 6).lines;
}

/** Rows of a chart: what each is called, and how its label is set. */
export interface Rows {
  /** The names, no two alike: the values of the field `row`. */
  readonly names: readonly string[];
  /** How high all are, in pixels. */
  readonly height: number;
  /** The axis of the field `row`, from the first one down. */
  readonly axis: JsonObject;
  /** How wide the labels are as vega reckons where there is no page to measure in: 0.8 of the size a sign. */
  readonly reckonedWidth: number;
}

/**
 * Rows by name, with labels of up to two lines, or more where lines are short.
 *
 * @param frame - how the chart is drawn
 * @param things - what the rows are of
 * @param under - what stands under each label
 */
export function rowsOf(
  frame: ChartFrame,
  things: readonly { readonly name: string; readonly id: string }[],
  under: readonly string[] = [],
): Rows {
  const names = toldApart(things);
  const labels = things.map(({ name }, place) => {
    const most = frame.width < NARROW ? (under.length > 0 ? 4 : 3) : 2;
    const { lines } = wrapText(name, labelWidth(frame), { size: 12 }, most);
    return [...lines, ...under.slice(place, place + 1)].join('\n');
  });
  // By place, since two that are cut may look alike. Texts are plain here: on one line, and well formed.
  const label = `${JSON.stringify(labels)}[indexof(${JSON.stringify(names)}, datum.value)]`;
  const lines = `length(split(${label}, '\\n'))`;
  const split = labels.map((one) => one.split('\n'));
  const longest = Math.max(0, ...split.flatMap((one) => one.map(({ length }) => length)));
  const most = Math.max(1, ...split.map(({ length }) => length));
  return {
    names,
    height: Math.max(ROW, LINE * most + 8) * Math.max(1, things.length),
    reckonedWidth: 0.8 * 12 * longest,
    axis: {
      field: 'row',
      type: 'nominal',
      sort: null,
      scale: { domain: names },
      axis: {
        title: null,
        // They are cut already, by widths that are reckoned alike everywhere.
        labelLimit: 0,
        labelExpr: `split(${label}, '\\n')`,
        labelBaseline: 'middle',
        labelOffset: {
          condition: Array.from({ length: most - 1 }, (_, more) => ({
            test: `${lines} == ${more + 2}`,
            value: (-LINE / 2) * (more + 1),
          })),
          value: 0,
        },
        ticks: false,
        domain: false,
        grid: true,
      },
    },
  };
}

/** What stands in the rows of which there is no figure: why. */
export function whyLayer(
  frame: ChartFrame,
  { axis }: Pick<Rows, 'axis'>,
  rows: readonly { readonly row: string; readonly why: string }[],
): readonly JsonObject[] {
  if (rows.length === 0) return [];
  const values = rows.map(({ row, why }) => {
    const { lines } = wrapText(why, plotWidth(frame), { size: 12 }, 2);
    return { row, why: lines.join('\n') };
  });
  return textOnPaper(
    frame,
    { values },
    {
      align: 'left',
      baseline: 'middle',
      fontStyle: 'italic',
      color: frame.colour('muted'),
      lineBreak: '\n',
    },
    { y: axis, x: { value: 4 }, text: { field: 'why', type: 'nominal' } },
  );
}
