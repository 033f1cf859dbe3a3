import { checkRows } from '../../shared/refuse.ts';
import { checkSketch } from './checkSketch.ts';
import { createSketchBuilder } from './createSketchBuilder.ts';
import type { QuantileSketch } from './quantileSketch.ts';

/**
 * A sketch with more durations in it; the one given stays as it is.
 *
 * The order does not matter: the same durations give the same sketch, added at once or bit by bit.
 *
 * @param sketch - what to add to, from `emptySketch` to begin with
 * @param durations - each from 0 to 1e300; below 1e-300 it counts as 0
 * @throws `invalid-argument` where a duration is outside its range, or the sketch was changed by hand
 * @example
 * import { addToSketch } from './addToSketch.ts';
 * import { emptySketch } from './emptySketch.ts';
 * const { n, zeros, smallest, largest } = addToSketch(emptySketch(), [40, 0, 95.5, 61]);
 * [n, zeros, smallest, largest] // => [4, 1, 0, 95.5]
 * @see Masson, Rim & Lee (2019), Proceedings of the VLDB Endowment 12, 2195-2205
 */
export function addToSketch(sketch: QuantileSketch, durations: Iterable<number>): QuantileSketch {
  checkSketch(sketch);
  checkRows('durations', durations);
  const builder = createSketchBuilder(sketch);
  for (const duration of durations) builder.add(duration);
  return builder.build();
}
