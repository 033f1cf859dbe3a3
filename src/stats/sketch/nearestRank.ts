/**
 * Which of n sorted values is the quantile of a share: the smallest that at least this share of the
 * values lie at or below.
 *
 *     rank = ceil(share · n), 1 at least; a product that rounding lifted above a whole number counts as it
 *
 * By this rule, and by no other in use, the 95th percentile is within a limit exactly where 95 of 100
 * values are. The guard is 1e-9 and two units in the last digit: 0.07 · 100 is 7.000000000000001.
 *
 * @param share - 0 to 1
 * @param n - how many values there are, 1 or more
 * @example
 * nearestRank(0.07, 100) // => 7
 * nearestRank(0.5, 5) // => 3
 * nearestRank(0, 5) // => 1
 * @see Hyndman & Fan (1996), American Statistician 50, 361-365: type 1
 */
export function nearestRank(share: number, n: number): number {
  const product = share * n;
  return Math.min(n, Math.max(1, Math.ceil(product - 1e-9 - 4.5e-16 * product)));
}
