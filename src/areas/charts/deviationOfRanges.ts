/** The mean range of two normal numbers, as the tables have it: 2/sqrt(pi) is 1.12838. */
const D2 = 1.128;

/**
 * The standard deviation of values that follow each other, from how much each differs from the one
 * before: a lasting shift hardly adds to it, as it would to the usual one.
 *
 *     mean of |x - x before| / 1.128
 *
 * @param values - at least two
 * @example
 * deviationOfRanges([1, 3, 2, 2]) // ~> 0.886525
 * @see Shewhart (1931), Economic Control of Quality of Manufactured Product
 */
export function deviationOfRanges(values: readonly number[]): number {
  let sum = 0;
  for (let place = 1; place < values.length; place += 1) {
    sum += Math.abs((values[place] ?? 0) - (values[place - 1] ?? 0));
  }
  return sum / (values.length - 1) / D2;
}
