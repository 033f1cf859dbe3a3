import { studentTQuantile } from '../distributions/studentT.ts';
import { type IntervalOptions, levelOf } from '../intervals/intervalOptions.ts';
import { checkGroups, comparePairs } from './comparePairs.ts';

/** How far a probability of superiority can be trusted. */
export interface SuperiorityInterval {
  /** The lower limit, 0 to 1. */
  readonly low: number;
  /** The upper limit, 0 to 1. */
  readonly high: number;
  /** The confidence level, above 0 and below 1. */
  readonly level: number;
  /** How the limits were computed. */
  readonly method: 'cliff';
  /** The standard error of the probability. */
  readonly standardError: number;
}

/**
 * Cliff's interval of the probability of superiority: that a value of the first group is above one of
 * the second, ties counted by half.
 *
 *     δ = (above - below) / mn,  dᵢ and dⱼ the same for a single value against the other group
 *     s² = (n²·Σ(dᵢ - δ)² + m²·Σ(dⱼ - δ)² - Σ(dᵢⱼ - δ)²) / (mn(m - 1)(n - 1)),
 *          not below (1 - δ²)/(mn - 1)
 *     limits of δ = (δ - δ³ ± ts·sqrt((1 - δ²)² + t²s²)) / (1 - δ² + t²s²),  t with m + n - 2
 *     superiority = (1 + δ)/2
 *
 * It takes ties as they are and is not symmetric, as a share near its end should not be. Where one
 * group is wholly above the other δ is drawn in by 1/mn for the limits, and the outer one is the end.
 * The floor of s² is Cliff's: without it the interval of small groups that hardly overlap claims far
 * too much (5 and 5 values: it holds the truth in 79 of 100 samples, with the floor in 98).
 *
 * @param first - how many values of the first group lie in each category, the lowest first
 * @param second - those of the second group, in the same categories
 * @param options - the confidence level
 * @returns the interval, or nothing where a group has fewer than two values and so no spread
 * @throws `invalid-argument` where the categories are not the same number, a count is not 0
 * or from 1e-15 to 2^53 - 1, a group is empty or the level is outside its range
 * @example
 * const interval = superiorityInterval([1, 2, 4, 9, 8], [4, 6, 5, 3, 2]);
 * interval?.low // ~> 0.594338
 * interval?.high // ~> 0.876799
 * @see Cliff (1993), Psychological Bulletin 114, 494-509
 * @see Feng & Cliff (2004), Journal of Modern Applied Statistical Methods 3, 322-332
 */
export function superiorityInterval(
  first: readonly number[],
  second: readonly number[],
  options: IntervalOptions = {},
): SuperiorityInterval | undefined {
  const level = levelOf(options);
  checkGroups(first, second);
  const { n1, n2, above, below, tied } = comparePairs(first, second);
  if (n1 < 2 || n2 < 2) return undefined;
  const pairs = n1 * n2;
  const found = (above - below) / pairs;
  const isApart = above === pairs || below === pairs;
  const delta = isApart ? found * (1 - 1 / pairs) : found;

  let squares1 = 0;
  let squares2 = 0;
  let passed1 = 0;
  let passed2 = 0;
  for (const [category, here1] of first.entries()) {
    const here2 = second[category] ?? 0;
    squares1 += here1 * ((2 * passed2 + here2 - n2) / n2 - delta) ** 2;
    squares2 += here2 * ((n1 - 2 * passed1 - here1) / n1 - delta) ** 2;
    passed1 += here1;
    passed2 += here2;
  }
  const squares12 = above * (1 - delta) ** 2 + below * (1 + delta) ** 2 + tied * delta ** 2;
  const unbiased =
    (n2 * n2 * squares1 + n1 * n1 * squares2 - squares12) / (pairs * (n1 - 1) * (n2 - 1));
  const rest = 1 - delta * delta;
  const variance = Math.max(unbiased, rest / (pairs - 1));

  const t = -studentTQuantile((1 - level) / 2, n1 + n2 - 2);
  const wide = t * t * variance;
  const half = Math.sqrt(wide * (rest * rest + wide));
  const low = (delta * rest - half) / (rest + wide);
  const high = (delta * rest + half) / (rest + wide);
  return {
    low: below === pairs ? 0 : Math.max(0, (1 + low) / 2),
    high: above === pairs ? 1 : Math.min(1, (1 + high) / 2),
    level,
    method: 'cliff',
    standardError: Math.sqrt(variance) / 2,
  };
}
