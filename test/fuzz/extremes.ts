import { isList, isPlain, plainCopy, put, valueAt } from './plainCopy.ts';
import type { Case, Range } from './throwCase.ts';

/**
 * Numbers at the ends of what is accepted somewhere: the least and the most that a count, a share, a level, a
 * weight or a figure can be. What is refused costs nothing; what is accepted has to come to an end.
 */
const EXTREMES = [
  ...[0, 1, 2, 5e-324, 1e-300, 1e-15, 1e-9, 0.001, 0.5, 1 - 1e-16, 1e3, 1e6, 1e9, 1e12, 1e15],
  ...[Number.MAX_SAFE_INTEGER, 1e150, Number.MAX_VALUE, -1, -1e9, -Number.MAX_VALUE],
];

/** Good calls, each with one of its numbers at an extreme. */
export interface Extremes {
  /** How many there are. */
  readonly count: number;
  /** The one at a position, from 0. */
  readonly at: (position: number) => Case;
}

/**
 * Every good call with one of its numbers at an extreme, each place and each extreme in turn.
 *
 * @param range - the package and its good calls
 * @param places - in how many places of a call, at most
 * @param callsOfEach - how many calls of each function, at most
 */
export function extremesOf(range: Range, places = 4, callsOfEach = 5): Extremes {
  const spots = [...range.calls].flatMap(([name, calls]) =>
    calls.slice(0, callsOfEach).flatMap(({ args }) => {
      const all = numberPlaces(args);
      const every = Math.max(1, Math.ceil(all.length / places));
      return all.filter((_, at) => at % every === 0).map((path) => ({ name, args, path }));
    }),
  );
  return {
    count: spots.length * EXTREMES.length,
    at: (position) => {
      const { name, args, path } = spots[Math.floor(position / EXTREMES.length)] ?? {
        name: '',
        args: [],
        path: [],
      };
      const changed = args.map(plainCopy);
      const holder = path
        .slice(0, -1)
        .reduce<unknown>((inner, step) => valueAt(inner as object, step), changed);
      put(holder as object, path.at(-1) ?? 0, EXTREMES[position % EXTREMES.length]);
      return { name, args: changed, spoilings: [{ harm: 'number', path }] };
    },
  };
}

/** Where numbers stand in arguments, as keys from the outermost in. */
function numberPlaces(
  value: unknown,
  path: readonly (string | number)[] = [],
): (string | number)[][] {
  if (typeof value === 'number') return [[...path]];
  const keys = isList(value) ? [...value.keys()] : isPlain(value) ? Object.keys(value) : [];
  return keys.flatMap((key) => numberPlaces(valueAt(value as object, key), [...path, key]));
}
