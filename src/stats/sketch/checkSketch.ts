import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { QuantileSketch } from './quantileSketch.ts';

/**
 * Refuses an accuracy that is not from 0.001 to 0.5: without one there is no end of buckets.
 *
 * @param accuracy - how far a quantile may be off, as a share of it
 * @throws `invalid-argument` naming the accuracy
 */
export function checkAccuracy(accuracy: number): void {
  if (accuracy >= 0.001 && accuracy <= 0.5) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `accuracy is ${quote(accuracy)}; expected a number from 0.001 to 0.5`,
  );
}

/**
 * Refuses a sketch that was changed by hand: one whose counts do not add up, or whose ends are none.
 *
 * @param sketch - the sketch to check
 * @throws `invalid-argument` telling what is odd about it
 */
export function checkSketch({
  accuracy,
  n,
  zeros,
  buckets,
  smallest,
  largest,
}: QuantileSketch): void {
  checkAccuracy(accuracy);
  let counted = zeros;
  let areCounts = isCount(n) && isCount(zeros);
  for (const [bucket, count] of buckets) {
    areCounts &&= Number.isSafeInteger(bucket) && isCount(count);
    counted += count;
  }
  const areEnds =
    smallest === undefined || largest === undefined
      ? smallest === largest && n === 0
      : n > 0 && smallest >= 0 && smallest <= largest && largest <= 1e300;
  if (areCounts && counted === n && areEnds) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `found a sketch of ${quote(n)} durations with ${quote(counted)} in buckets, from ${quote(smallest)} to ${quote(largest)}; expected one from addToSketch or mergeSketches`,
  );
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
