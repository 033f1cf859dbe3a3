import { type ChartFrame, DRAWN, type JsonObject, shortened } from './chartFrame.ts';

/** What stands for items in a plot that has no room for their names: their numbers, and the names above it. */
export function numberedNote(
  names: readonly string[],
  { words }: Pick<ChartFrame, 'words'>,
): string {
  const shown = names.slice(0, DRAWN).map((name, place) => `${place + 1} ${shortened(name, 60)}`);
  const rest = names.length - shown.length;
  return shown.join(' · ') + (rest > 0 ? ` · ${words.notDrawn}: ${rest}` : '');
}

/** A number on every point, in the middle of it. */
export function numbers(
  { colour }: ChartFrame,
  data: JsonObject,
  x: JsonObject,
  y: JsonObject,
): JsonObject {
  return {
    data,
    mark: { type: 'text', fontSize: 11, fontWeight: 'bold', color: colour('on-stage') },
    encoding: { x, y, text: { field: 'number', type: 'nominal' } },
  };
}
