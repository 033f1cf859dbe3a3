import { refuse } from '../../shared/refuse.ts';
import { checkCounts } from '../checkCounts.ts';

/** Every value of one group held against every value of another, counted. */
export interface PairCounts {
  /** How many values the first group has. */
  readonly n1: number;
  /** How many values the second group has. */
  readonly n2: number;
  /** Pairs in which the value of the first group is the higher one. */
  readonly above: number;
  /** Pairs in which it is the lower one. */
  readonly below: number;
  /** Pairs of the same value. */
  readonly tied: number;
}

/**
 * Holds every value of one group against every value of another, from counts per category.
 *
 * @param first - how many values of the first group lie in each category, the lowest first
 * @param second - those of the second group, in the same categories
 * @throws `invalid-argument` where the categories are not the same number, a count is not 0
 * or from 1e-15 to 2^53 - 1, or a group is empty
 * @example
 * comparePairs([0, 1, 2], [1, 1, 0]) // => { n1: 3, n2: 2, above: 5, below: 0, tied: 1 }
 */
export function comparePairs(first: readonly number[], second: readonly number[]): PairCounts {
  let n1 = 0;
  let n2 = 0;
  let above = 0;
  let below = 0;
  let tied = 0;
  for (const [category, here1] of first.entries()) {
    const here2 = second[category] ?? 0;
    above += here1 * n2;
    below += n1 * here2;
    tied += here1 * here2;
    n1 += here1;
    n2 += here2;
  }
  return { n1, n2, above, below, tied };
}

/** Refuses counts of two groups that cannot be compared: of different categories, or of nobody. */
export function checkGroups(first: readonly number[], second: readonly number[]): void {
  checkCounts('first', first);
  checkCounts('second', second);
  if (first.length !== second.length) refuse('second', second, `a list of ${first.length}`);
  for (const [name, counts] of Object.entries({ first, second })) {
    if (counts.every((count) => count === 0)) refuse(`the sum of ${name}`, 0, 'a number above 0');
  }
}
