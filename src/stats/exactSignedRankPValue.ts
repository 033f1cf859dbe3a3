/**
 * The exact two-sided p value of Wilcoxon's signed rank test, ties or not.
 *
 *     p = min(1, 2·min(P(V <= v), P(V >= v)))
 *
 * V is taken over every way to let the pairs that changed rise or fall by as far as they did; each way
 * is as likely as any other where rises and falls are. The ways are not walked one by one: rank after
 * rank, those are counted that give each sum.
 *
 * @param perDifference - how many pairs changed by each number of steps, whole numbers, an odd number
 * of them with no change in the very middle
 * @example
 * exactSignedRankPValue([0, 0, 3, 2, 1]) // => 0.25
 * @see Streitberg & Röhmel (1986), Statistical Software Newsletter 12(1), 10-17
 */
export function exactSignedRankPValue(perDifference: readonly number[]): number {
  const middle = (perDifference.length - 1) / 2;
  // Ranks are doubled: those of ties may be halves.
  let ways = new Float64Array([1]);
  let found = 0;
  let ranked = 0;
  for (let steps = 1; steps <= middle; steps += 1) {
    const up = perDifference[middle + steps] ?? 0;
    const tied = up + (perDifference[middle - steps] ?? 0);
    const doubledRank = 2 * ranked + tied + 1;
    for (let pair = 0; pair < tied; pair += 1) ways = withOneMore(ways, doubledRank);
    found += up * doubledRank;
    ranked += tied;
  }
  let all = 0;
  let low = 0;
  let high = 0;
  for (const [sum, count] of ways.entries()) {
    all += count;
    if (sum <= found) low += count;
    if (sum >= found) high += count;
  }
  return Math.min(1, (2 * Math.min(low, high)) / all);
}

/** The ways to each sum once one more pair either falls or adds its rank. */
function withOneMore(ways: Float64Array, rank: number): Float64Array<ArrayBuffer> {
  const more = new Float64Array(ways.length + rank);
  more.set(ways);
  for (const [sum, count] of ways.entries()) more[sum + rank] = (more[sum + rank] ?? 0) + count;
  return more;
}
