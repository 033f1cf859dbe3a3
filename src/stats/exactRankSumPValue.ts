import { comparePairs } from './comparePairs.ts';

/**
 * The exact two-sided p value of the Mann-Whitney test, ties or not.
 *
 *     p = min(1, 2·min(P(U <= u), P(U >= u)))
 *
 * U is taken over every way to deal the values of both groups out again, as many to each as before;
 * each way is as likely as any other where the groups are alike. The ways are not walked one by one:
 * category after category, those are counted that give the first group so many values and so much U.
 *
 * @param first - how many values of the first group lie in each category, whole numbers
 * @param second - those of the second group, in the same categories
 * @throws `invalid-argument` where the categories are not the same number or a group is empty
 * @example
 * exactRankSumPValue([2, 1, 0], [0, 1, 2]) // => 0.2
 * @see Streitberg & Röhmel (1986), Statistical Software Newsletter 12(1), 10-17
 */
export function exactRankSumPValue(first: readonly number[], second: readonly number[]): number {
  const { n1, n2, above, tied } = comparePairs(first, second);
  const found = 2 * above + tied;
  const totals = first.map((count, category) => count + (second[category] ?? 0));
  const ways = waysPerDoubledU(totals, n1, n2);
  let all = 0;
  let low = 0;
  let high = 0;
  for (const [doubledU, count] of ways.entries()) {
    all += count;
    if (doubledU <= found) low += count;
    if (doubledU >= found) high += count;
  }
  return Math.min(1, (2 * Math.min(low, high)) / all);
}

/** In how many ways the first group gets each value of 2U. */
function waysPerDoubledU(totals: readonly number[], n1: number, n2: number): Float64Array {
  const size = 2 * n1 * n2 + 1;
  const ways = Array.from({ length: n1 + 1 }, () => new Float64Array(size));
  // Row i holds the ways in which the first group has got i of the values so far.
  ways[0]?.fill(1, 0, 1);
  let dealt = 0;
  for (const total of totals) {
    const choices = choose(total);
    // From the top, so that each row is added to others before it changes itself.
    for (let to = Math.min(n1, dealt + total); to >= 0; to -= 1) {
      const target = ways[to];
      for (let j = 1; j <= Math.min(total, to); j += 1) {
        const from = to - j;
        const others = dealt - from;
        if (others < 0 || others + total - j > n2) continue;
        // Each of the j is above the others dealt before, and tied with those of its own category.
        const gain = j * (2 * others + total - j);
        addShifted(ways[from], target, gain, 2 * from * others, choices[j]);
      }
    }
    dealt += total;
  }
  return ways[n1] ?? new Float64Array(size);
}

function addShifted(
  source: Float64Array = new Float64Array(),
  target: Float64Array = new Float64Array(),
  shift: number,
  last: number,
  factor = 0,
): void {
  for (let at = 0; at <= last; at += 1) {
    target[at + shift] = (target[at + shift] ?? 0) + factor * (source[at] ?? 0);
  }
}

/** The binomial coefficients of a row of Pascal's triangle. */
function choose(n: number): Float64Array {
  const row = new Float64Array(n + 1).fill(1);
  for (let k = 1; k <= n; k += 1) row[k] = ((row[k - 1] ?? 0) * (n - k + 1)) / k;
  return row;
}
