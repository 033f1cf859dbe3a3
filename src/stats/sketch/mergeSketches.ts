import { checkList, refuse } from '../../shared/refuse.ts';
import { checkSketch } from './checkSketch.ts';
import type { QuantileSketch } from './quantileSketch.ts';

/**
 * The sketch of all durations of several sketches: of every branch, or of every month.
 *
 * Counts add up, so nothing is lost: it is the very sketch that all durations at once would give, in
 * whatever order the parts come.
 *
 * @param sketches - sketches of the same accuracy, at least one
 * @throws `invalid-argument` where there is none, the accuracies differ, or one was changed by hand
 * @example
 * import { addToSketch } from './addToSketch.ts';
 * import { emptySketch } from './emptySketch.ts';
 * import { mergeSketches } from './mergeSketches.ts';
 * const may = addToSketch(emptySketch(), [30, 45]);
 * const june = addToSketch(emptySketch(), [20]);
 * const { n, smallest, largest } = mergeSketches([may, june]);
 * [n, smallest, largest] // => [3, 20, 45]
 * @see Masson, Rim & Lee (2019), Proceedings of the VLDB Endowment 12, 2195-2205
 */
export function mergeSketches(sketches: readonly QuantileSketch[]): QuantileSketch {
  checkList('sketches', sketches);
  const [first] = sketches;
  if (first === undefined) return refuse('sketches', sketches, 'at least one of them');
  checkSketch(first);
  const { accuracy } = first;
  const counts = new Map<number, number>();
  let n = 0;
  let zeros = 0;
  let smallest = Infinity;
  let largest = 0;
  for (const sketch of sketches) {
    checkSketch(sketch);
    if (sketch.accuracy !== accuracy) {
      refuse('accuracy of a sketch', sketch.accuracy, `${accuracy} as of the first`);
    }
    for (const [bucket, count] of sketch.buckets) {
      counts.set(bucket, (counts.get(bucket) ?? 0) + count);
    }
    n += sketch.n;
    zeros += sketch.zeros;
    smallest = Math.min(smallest, sketch.smallest ?? Infinity);
    largest = Math.max(largest, sketch.largest ?? 0);
  }
  return {
    kind: 'quantile-sketch',
    accuracy,
    n,
    zeros,
    buckets: [...counts].sort(([one], [other]) => one - other),
    ...(n === 0 ? {} : { smallest, largest }),
  };
}
