/**
 * The exact two-sided p value of Wilcoxon's signed rank test, ties or not.
 *
 *     p = min(1, 2·min(P(V <= v), P(V >= v)))
 *
 * V is taken over every way to let the pairs that changed rise or fall by as far as they did; each way
 * is as likely as any other where rises and falls are. The ways are not walked one by one: rank after
 * rank, the share of those is kept that give each sum, so that nothing overflows however many there are.
 *
 * @param perDifference - how many pairs changed by each number of steps, whole numbers, an odd number
 * of them with no change in the very middle
 * @example
 * exactSignedRankPValue([0, 0, 3, 2, 1]) // => 0.25
 * @see Streitberg & Röhmel (1986), Statistical Software Newsletter 12(1), 10-17
 */
export function exactSignedRankPValue(perDifference: readonly number[]): number {
  let ways: Float64Array<ArrayBuffer> = new Float64Array([1]);
  let found = 0;
  for (const { up, tied, rank } of ranksOf(perDifference)) {
    for (let pair = 0; pair < tied; pair += 1) ways = withOneMore(ways, rank);
    found += up * rank;
  }
  let all = 0;
  let low = 0;
  let high = 0;
  for (const [sum, share] of ways.entries()) {
    all += share;
    if (sum <= found) low += share;
    if (sum >= found) high += share;
  }
  return Math.min(1, (2 * Math.min(low, high)) / all);
}

/** The most steps that an exact p value is worth: a second or two. */
const MOST_STEPS = 5e8;

/** Whether these pairs can be gone through in bounded time and memory. */
export function isSignedRankInReach(perDifference: readonly number[]): boolean {
  let pairs = 0;
  let sums = 0;
  for (const { tied, rank } of ranksOf(perDifference)) {
    pairs += tied;
    sums += tied * rank;
  }
  return pairs * sums <= MOST_STEPS;
}

/** Pairs that changed by as much as each other. */
interface TiedPairs {
  /** How many of them rose. */
  readonly up: number;
  /** How many there are. */
  readonly tied: number;
  /** Their rank, in the largest unit that makes all ranks whole: those of ties may be halves. */
  readonly rank: number;
}

function ranksOf(perDifference: readonly number[]): readonly TiedPairs[] {
  const middle = (perDifference.length - 1) / 2;
  const ranks: TiedPairs[] = [];
  let ranked = 0;
  let unit = 0;
  for (let steps = 1; steps <= middle; steps += 1) {
    const up = perDifference[middle + steps] ?? 0;
    const tied = up + (perDifference[middle - steps] ?? 0);
    if (tied === 0) continue;
    const rank = 2 * ranked + tied + 1;
    ranks.push({ up, tied, rank });
    unit = greatestCommonDivisor(unit, rank);
    ranked += tied;
  }
  return ranks.map((pairs) => ({ ...pairs, rank: pairs.rank / unit }));
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** The share of ways to each sum once one more pair either falls or adds its rank. */
function withOneMore(ways: Float64Array, rank: number): Float64Array<ArrayBuffer> {
  const more = new Float64Array(ways.length + rank);
  for (const [sum, share] of ways.entries()) {
    more[sum] = (more[sum] ?? 0) + share / 2;
    more[sum + rank] = (more[sum + rank] ?? 0) + share / 2;
  }
  return more;
}
