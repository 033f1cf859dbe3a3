import { comparePairs } from './comparePairs.ts';

/**
 * The exact two-sided p value of the Mann-Whitney test, ties or not.
 *
 *     p = min(1, 2·min(P(U <= u), P(U >= u)))
 *
 * U is taken over every way to deal the values of both groups out again, as many to each as before;
 * each way is as likely as any other where the groups are alike. The ways are not walked one by one:
 * category after category, those are counted that give the first group so many values and so much U, in a
 * unit that is made larger before the numbers overflow. Where only two categories are used, U goes by how many
 * of the first group are in the higher one, whose chances are hypergeometric.
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
  const used = first.flatMap((count, category) => {
    const other = second[category] ?? 0;
    return count + other > 0 ? [[count, other] as const] : [];
  });
  if (used.length === 2) return twoCategoryPValue(used);
  // Both tails are alike, and the work grows with the cube of the first group.
  if (n1 > n2) return exactRankSumPValue(second, first);
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

/** The most steps that an exact p value is worth: a second or two. */
const MOST_STEPS = 1e9;

/** The most numbers that it may keep at a time: 160 MB of them. */
const MOST_NUMBERS = 2e7;

/**
 * Whether the ways to deal these values out can be gone through in bounded time and memory: with m the
 * smaller group and n the larger, where 2m³n is at most 1e9 and 2m(m + 1)n at most 2e7; of two
 * categories, where there are at most 1e9 values.
 */
export function isRankSumInReach(
  first: readonly number[],
  second: readonly number[],
  n1: number,
  n2: number,
): boolean {
  const used = first.filter((count, category) => count + (second[category] ?? 0) > 0).length;
  if (used <= 2) return n1 + n2 <= MOST_STEPS;
  const smaller = Math.min(n1, n2);
  const numbers = 2 * n1 * n2 * (smaller + 1);
  return numbers <= MOST_NUMBERS && 2 * n1 * n2 * smaller * smaller <= MOST_STEPS;
}

/** The same for values in two categories: the tails of the hypergeometric distribution, step by step. */
function twoCategoryPValue(used: readonly (readonly [number, number])[]): number {
  const [[low1, low2] = [0, 0], [high1, high2] = [0, 0]] = used;
  const n1 = low1 + high1;
  const n2 = low2 + high2;
  const high = high1 + high2;
  const least = Math.max(0, high - n2);
  const most = Math.min(n1, high);
  // Chances of each number above, in units of that of what was found.
  let below = 0;
  let chance = 1;
  for (let k = high1; k > least && isCounting(chance); k -= 1) {
    chance *= (k / (n1 - k + 1)) * ((n2 - high + k) / (high - k + 1));
    below += chance;
  }
  let above = 0;
  chance = 1;
  for (let k = high1; k < most && isCounting(chance); k += 1) {
    chance *= ((n1 - k) / (k + 1)) * ((high - k) / (n2 - high + k + 1));
    above += chance;
  }
  const all = below + 1 + above;
  return Math.min(1, (2 * (1 + Math.min(below, above))) / all);
}

/** Whether further chances may still add to a tail: not after one of 0, or one too large for a number. */
function isCounting(chance: number): boolean {
  return chance > 0 && chance < Infinity;
}

/** In how many ways the first group gets each value of 2U. */
function waysPerDoubledU(totals: readonly number[], n1: number, n2: number): Float64Array {
  const size = 2 * n1 * n2 + 1;
  const ways = Array.from({ length: n1 + 1 }, () => new Float64Array(size));
  // Row i holds the ways in which the first group has got i of the values so far.
  ways[0]?.fill(1, 0, 1);
  let dealt = 0;
  for (const total of totals) {
    const choices = choose(total, n1);
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
    rescale(ways);
  }
  return ways[n1] ?? new Float64Array(size);
}

/** Takes a larger unit for all the numbers before they overflow; what vanishes is no part of any p. */
function rescale(ways: readonly Float64Array[]): void {
  let largest = 0;
  for (const row of ways) for (const count of row) largest = Math.max(largest, count);
  if (largest < 1e100) return;
  for (const row of ways) for (const [at, count] of row.entries()) row[at] = count / largest;
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

/** The binomial coefficients of a row of Pascal's triangle, up to those of `most`. */
function choose(n: number, most: number): Float64Array {
  const last = Math.min(n, most);
  const row = new Float64Array(last + 1).fill(1);
  for (let k = 1; k <= last; k += 1) row[k] = ((row[k - 1] ?? 0) * (n - k + 1)) / k;
  return row;
}
