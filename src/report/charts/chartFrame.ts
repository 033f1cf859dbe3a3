import type { ChartGap } from '../../areas/charts/types.ts';
import type { FunnelGap } from '../../quality/types.ts';
import { checkBetween, checkOneOf, checkOptions, checkText } from '../../shared/refuse.ts';
import { oneOf } from '../oneOf.ts';
import { numberLocale } from '../pictures/numberText.ts';
import { COLOURS, type ColourName } from '../pictures/palette.ts';
import type { PictureWords } from '../pictures/pictureWords.ts';
import { readWords } from '../pictures/readWords.ts';
import { wrapText } from '../pictures/wrapText.ts';
import { plainText } from '../plainText.ts';
import type { ChartOptions } from './chartOptions.ts';
import type { Json, VegaLiteSpec } from './vegaLiteSpec.ts';

/** An object of JSON. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** So many rows, points or names are drawn of more. */
export const DRAWN = 60;

/** Under this width there is less room for ticks and labels. */
export const NARROW = 560;

/** How a chart is drawn. */
export interface ChartFrame {
  /** How wide it is, in pixels. */
  readonly width: number;
  /** The words it takes. */
  readonly words: PictureWords;
  /** The languages of names, the most wanted first. */
  readonly language: readonly string[];
  /** The heading that was asked for. */
  readonly title: string | undefined;
  /** A colour in its theme. */
  readonly colour: (name: ColourName) => string;
}

/** Looks at the options of a chart. */
export function chartFrame(options: ChartOptions, more: readonly string[] = []): ChartFrame {
  checkOptions(options, ['title', 'width', 'locale', 'words', 'theme', ...more]);
  const { title, width = 720, theme = 'light' } = options;
  const { words, language } = readWords(options, (word) => guarded(plainText(word)));
  if (title !== undefined) checkText('title', title);
  checkBetween('width', width, 320, 4000);
  checkOneOf('theme', theme, ['light', 'dark']);
  return {
    width,
    words,
    language,
    title,
    colour: (name) => COLOURS[name][theme === 'dark' ? 1 : 0],
  };
}

/** A text that vega takes for no more than a text: it trips over what every object has, such as `constructor`. */
export function guarded(text: string): string {
  return text in {} ? `${text}\u00a0` : text;
}

/** What a chart says and shows. */
interface ChartParts {
  /** The heading where none was asked for. */
  readonly title: string;
  /** What numbers in the plot stand for; the facts say it too. */
  readonly key?: readonly string[];
  /** What is left out, or to be kept in mind; empty texts are none. */
  readonly notes: readonly string[];
  /** What it shows, in words: one for each point. */
  readonly facts: readonly string[];
  /** The marks and scales. */
  readonly body: JsonObject;
}

/** A chart of its parts. */
export function chartSpec(
  frame: ChartFrame,
  { title, key = [], notes, facts, body }: ChartParts,
): VegaLiteSpec {
  const { width, colour } = frame;
  const heading = plainText(frame.title ?? title) || plainText(title);
  // Where there is no page to measure in, vega reckons texts a third wider than they come out.
  const inner = 0.76 * (width - 32);
  const said = notes.filter((note) => note !== '');
  const isMany = facts.length > DRAWN;
  const shown = [...facts.slice(0, DRAWN), ...(isMany ? [`+${facts.length - DRAWN}`] : [])];
  const ink = { labelColor: colour('ink'), titleColor: colour('ink') };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: [heading, ...shown, ...said].map((text) => text.replace(/\.?$/, '.')).join(' '),
    title: {
      text: wrapText(heading, inner, { size: 16, isBold: true }, 5).lines.map(guarded),
      subtitle: [
        ...key.map((name) => ({
          text: name,
          most: key.length === 1 ? 20 : key.length > 20 ? 1 : 3,
        })),
        ...said.map((text) => ({ text, most: 20 })),
      ].flatMap(({ text, most }) => wrapText(text, inner, { size: 12 }, most).lines.map(guarded)),
    },
    background: colour('paper'),
    padding: 16,
    config: {
      // Axes write numbers as the words do.
      locale: { number: numberLocale(frame.language) },
      font: 'system-ui, sans-serif',
      view: { stroke: null },
      title: {
        anchor: 'start',
        frame: 'bounds',
        fontSize: 16,
        offset: 14,
        color: colour('ink'),
        subtitleColor: colour('muted'),
        subtitleFontSize: 12,
        subtitlePadding: 6,
      },
      axis: {
        ...ink,
        labelFontSize: 12,
        labelSeparation: 6,
        titleFontSize: 12,
        titleFontWeight: 'normal',
        titleLimit: 0,
        domainColor: colour('line'),
        tickColor: colour('line'),
        gridColor: colour('line'),
        gridOpacity: 0.35,
      },
      legend: {
        ...ink,
        orient: 'bottom',
        labelFontSize: 12,
        symbolSize: 90,
        labelLimit: width - 80,
      },
      rule: { color: colour('ink') },
      text: { color: colour('ink'), fontSize: 12 },
    },
    ...body,
  };
}

/** The layers of a chart that is as wide as asked, axes and legends included. */
export function layered(
  { width }: ChartFrame,
  height: number,
  layer: readonly JsonObject[],
  encoding: JsonObject = {},
): JsonObject {
  return {
    width,
    height,
    autosize: { type: 'fit-x', contains: 'padding' },
    ...(Object.keys(encoding).length > 0 && { encoding }),
    layer,
  };
}

/** About how many ticks a horizontal axis has room for. */
export function ticksAcross({ width }: ChartFrame): number {
  return width < NARROW ? 3 : 6;
}

/** An axis beside a plot that is so high, with its title in lines; those below the first take room of their own. */
export function axisUp(title: string, height: number, axis: JsonObject): JsonObject {
  // As vega reckons lines, these are as long as the plot is high.
  const lines = wrapText(title, 0.76 * height, { size: 12 }, 4).lines.map(guarded);
  return { title: lines, axis: { ...axis, titlePadding: 4 + 15 * (lines.length - 1) } };
}

/** A text in a plot, on a ground of paper so that no line runs through it. */
export function textOnPaper(
  { colour }: ChartFrame,
  data: JsonObject,
  look: JsonObject,
  encoding: JsonObject,
): readonly JsonObject[] {
  const ground = { color: colour('paper'), stroke: colour('paper'), strokeWidth: 4 };
  return [{}, ground].toReversed().map((under) => ({
    data,
    mark: { type: 'text', ...look, ...under },
    encoding,
  }));
}

/** A dashed line through the whole plot, at `x` or at `y`. */
export function dashed({ colour }: ChartFrame, x?: JsonObject, y?: JsonObject): JsonObject {
  return {
    data: { values: [{}] },
    mark: { type: 'rule', strokeDash: [5, 4], strokeWidth: 1.5, color: colour('muted') },
    encoding: { ...(x !== undefined && { x }), ...(y !== undefined && { y }) },
  };
}

/** A chart that says that there is nothing to draw, and why. */
export function nothingToDraw(frame: ChartFrame, title: string, why: string): VegaLiteSpec {
  const text = why === '' ? frame.words.nothing : `${frame.words.nothing}: ${why}`;
  return chartSpec(frame, {
    title,
    notes: [text],
    facts: [],
    body: layered(frame, 40, [
      {
        data: { values: [{}] },
        mark: { type: 'text', text: '–', color: frame.colour('muted'), fontSize: 20 },
      },
    ]),
  });
}

/** Why there is no chart of shares or values, in words. */
export function gapText(
  reason: ChartGap['reason'] | FunnelGap['reason'],
  { noPoints, onePoint, noSpread }: PictureWords,
): string {
  return oneOf(
    {
      'no-points': noPoints,
      'no-data': noPoints,
      'one-point': onePoint,
      'one-place': onePoint,
      'all-or-none': noSpread,
      'zero-variance': noSpread,
    },
    reason,
    'why there is no chart',
  );
}

/** A kind of point, with the shape and the colour that tell it from others. */
export interface PointKind {
  /** What it is called in the legend. */
  readonly label: string;
  /** Its shape. */
  readonly shape: 'circle' | 'square' | 'diamond' | 'triangle-up' | 'triangle-down' | 'cross';
  /** Its colour. */
  readonly colour: ColourName;
}

/** Colour and shape by the field `kind`, with one legend for both, in a room so wide; that of the chart when absent. */
export function byKind(
  { colour, width }: ChartFrame,
  kinds: readonly PointKind[],
  room: number = width - 80,
): JsonObject {
  const domain = kinds.map(({ label }) => label);
  // As many beside each other as there is room for, by how wide vega reckons a sign at most.
  const widest = Math.max(1, ...domain.map((label) => 0.8 * 12 * label.length + 30));
  const legend = { columns: Math.min(4, Math.max(1, Math.floor(room / widest))) };
  return {
    color: {
      field: 'kind',
      type: 'nominal',
      title: null,
      legend,
      scale: { domain, range: kinds.map((kind) => colour(kind.colour)) },
    },
    shape: {
      field: 'kind',
      type: 'nominal',
      title: null,
      legend,
      scale: { domain, range: kinds.map(({ shape }) => shape) },
    },
  };
}

/** The kinds of points that there are. */
export function kindsAmong(
  kinds: readonly PointKind[],
  points: readonly { readonly kind: string }[],
): readonly PointKind[] {
  return kinds.filter(({ label }) => points.some(({ kind }) => kind === label));
}

/** Names to be told apart: of those that are alike, each with its id, or its place where even that is alike. */
export function toldApart(
  things: readonly { readonly name: string; readonly id: string }[],
): readonly string[] {
  const times = new Map<string, number>();
  for (const { name } of things) times.set(name, (times.get(name) ?? 0) + 1);
  const taken = new Set<string>();
  return things.map(({ name, id }, place) => {
    const wanted = (times.get(name) ?? 0) > 1 ? `${name} (${plainText(id)})` : name;
    const unique = taken.has(wanted) ? `${wanted} #${place + 1}` : wanted;
    taken.add(unique);
    return unique;
  });
}

/** A list of names behind what they have in common, or nothing where there are none. */
export function listed(label: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length > 20 ? `, +${names.length - 20}` : '';
  const shown = names.slice(0, 20).map((name) => shortened(name, 60));
  return `${label}: ${shown.join(', ')}${more}`;
}

/** A text of no more signs than that, cut with `…`. */
export function shortened(text: string, most: number): string {
  const signs = Array.from(text);
  return signs.length <= most
    ? text
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
