import {
  byKind,
  type ChartFrame,
  DRAWN,
  type JsonObject,
  NARROW,
  type PointKind,
  shortened,
} from './chartFrame.ts';
import { movedApart } from './movedApart.ts';

/** What stands for items in a plot that has no room for their names: their numbers, and the names above it. */
export function numberedNames(
  names: readonly string[],
  { words, width }: Pick<ChartFrame, 'words' | 'width'>,
): readonly string[] {
  const shown = names
    .slice(0, DRAWN)
    .map((name, place) => `${place + 1}\u00a0${shortened(name, 60)}`);
  const rest = names.length - shown.length;
  const all = [...shown, ...(rest > 0 ? [`${words.notDrawn}: ${rest}`] : [])];
  // One below the other where lines are short.
  return width < NARROW ? all : [all.join(' · ')];
}

/** Two ends of an axis. */
export type Ends = readonly [from: number, to: number];

/** An axis of a plot of numbered points, and where it ends. */
interface Axis {
  /** What vega is told of it. */
  readonly axis: JsonObject;
  /** Its ends, which are its domain. */
  readonly ends: Ends;
}

/** A point of the plot. */
interface Numbered {
  readonly number: string;
  readonly kind: string;
  readonly x: number;
  readonly y: number;
}

/** About how wide a plot is beside its axis, in pixels. */
function plotWidth({ width }: ChartFrame): number {
  return width - 100;
}

/** The ends of an axis that has so much room at both of them, in pixels; across the plot where its height is not given. */
export function endsOf(
  values: readonly number[],
  frame: ChartFrame,
  room: number,
  height: number = plotWidth(frame),
): Ends {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const more = ((most - least || 1) * room) / (height - 2 * room);
  return [least - more, most + more];
}

/**
 * Points with their numbers. One that would cover another is moved aside, and a line leads to where it belongs.
 *
 * @param frame - how the chart is drawn
 * @param points - the points
 * @param across - the axis of `x`
 * @param up - the axis of `y`
 * @param height - how high the plot is, in pixels
 * @param kinds - what points there are; all are alike when absent
 */
export function numberedPoints(
  frame: ChartFrame,
  points: readonly Numbered[],
  across: Axis,
  up: Axis,
  height: number,
  kinds?: readonly PointKind[],
): { readonly layer: readonly JsonObject[]; readonly note: string } {
  const { colour, words } = frame;
  const room = { width: plotWidth(frame), height };
  // Many are smaller.
  const size = points.length > 30 ? 17 : 21;
  const pixels = (value: number, [from, to]: Ends, long: number): number =>
    (long * (value - from)) / (to - from);
  const value = (at: number, [from, to]: Ends, long: number): number =>
    from + (at / long) * (to - from);
  const spots = points.map(({ x, y }) => ({
    x: pixels(x, across.ends, room.width),
    y: pixels(y, up.ends, height),
  }));
  const placed = movedApart(spots, size, room);
  const values = points.map((point, place) => {
    const at = placed[place];
    const isMoved = at !== undefined && at !== spots[place];
    return {
      ...point,
      isMoved,
      atX: isMoved ? value(at.x, across.ends, room.width) : point.x,
      atY: isMoved ? value(at.y, up.ends, height) : point.y,
    };
  });
  const moved = { values: values.filter(({ isMoved }) => isMoved) };
  const data = { values: values.map(({ isMoved: _, ...point }) => point) };
  const [x, y] = [
    { ...across.axis, field: 'x' },
    { ...up.axis, field: 'y' },
  ];
  const [atX, atY] = [
    { ...x, field: 'atX' },
    { ...y, field: 'atY' },
  ];
  const looks = kinds === undefined ? {} : byKind(frame, kinds);
  const area = 0.8 * size ** 2;
  const diamonds = (kinds ?? []).flatMap(({ label, shape }) =>
    shape === 'diamond' ? [label] : [],
  );
  return {
    note: moved.values.length > 0 ? words.moved : '',
    layer: [
      ...(moved.values.length === 0
        ? []
        : [
            {
              data: moved,
              mark: { type: 'rule', strokeWidth: 1, color: colour('ink') },
              encoding: { x, y, x2: { field: 'atX' }, y2: { field: 'atY' } },
            },
            {
              data: moved,
              mark: { type: 'point', filled: true, size: 14, opacity: 1, color: colour('ink') },
              encoding: { x, y },
            },
          ]),
      {
        data,
        mark: {
          type: 'point',
          filled: true,
          opacity: 1,
          stroke: colour('paper'),
          strokeWidth: 1,
          ...(kinds === undefined && { color: colour('ordinary-edge') }),
        },
        encoding: {
          x: atX,
          y: atY,
          // A diamond of one size has less room within.
          size: {
            condition: diamonds.map((label) => ({
              test: { field: 'kind', equal: label },
              value: 1.7 * area,
            })),
            value: area,
          },
          ...looks,
        },
      },
      {
        data,
        mark: {
          type: 'text',
          fontSize: size > 20 ? 11 : 10,
          fontWeight: 'bold',
          color: colour('on-stage'),
        },
        encoding: { x: atX, y: atY, text: { field: 'number', type: 'nominal' } },
      },
    ],
  };
}
