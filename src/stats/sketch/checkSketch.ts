import { checkBetween, checkCount, checkList, checkObject, refuse } from '../../shared/refuse.ts';
import type { Shape } from '../../shared/shape.ts';
import type { QuantileSketch } from './quantileSketch.ts';

/** What a sketch looks like. */
export const SKETCH_SHAPE: Shape = {
  kind: 'text',
  accuracy: 'number',
  n: 'count',
  zeros: 'count',
  buckets: [['number']],
  'smallest?': 'counted',
  'largest?': 'counted',
};

/**
 * Refuses a sketch that was changed by hand: one whose counts do not add up, or whose ends are none.
 *
 * @param sketch - the sketch to check
 * @throws `invalid-argument` telling what is odd about it
 */
export function checkSketch(sketch: QuantileSketch): void {
  checkObject('the sketch', sketch);
  const { accuracy, n, zeros, buckets, smallest, largest } = sketch;
  checkBetween('accuracy', accuracy, 0.001, 0.5);
  checkCount('n', n);
  checkCount('zeros', zeros);
  checkList('buckets', buckets);
  let counted = zeros;
  for (const pair of buckets) {
    checkList('a bucket', pair);
    const [bucket, count] = pair;
    if (!Number.isSafeInteger(bucket)) refuse('a bucket', bucket, 'a whole number');
    checkCount('the count of a bucket', count);
    counted += count;
  }
  if (counted !== n) refuse('the sum of zeros and buckets', counted, `n, which is ${n}`);
  if (n > 0) checkBetween('smallest', smallest, 0, 1e300);
  else if (smallest !== undefined) refuse('smallest', smallest, 'none where n is 0');
  if (n > 0) checkBetween('largest', largest, smallest ?? 0, 1e300);
  else if (largest !== undefined) refuse('largest', largest, 'none where n is 0');
}
