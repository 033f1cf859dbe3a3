import { binomialTails } from '../stats/distributions/binomial.ts';
import { normalQuantile } from '../stats/distributions/normal.ts';
import type { ConformingCases } from './conformingCases.ts';

/** Beyond so many cases, the exact number differs from Wilson's by less than can be relied on. */
const EXACT_UP_TO = 10_000_000;

/**
 * How many measurements would settle whether a standard is met, if the share stayed as it is.
 *
 *     the smallest n of which share·n are so many, or so few, that the tail is reached
 *     begun at Wilson's number, z²·r·(1 - r) / (share - r)², r the required share
 *
 * Where cases are not over, so many more of them are needed as they tell less.
 *
 * @param cases - the share, and by how many cases it is told
 * @param required - the share required, below 1
 * @param tail - the chance at which a verdict is reached on one side
 * @param measured - how many were measured
 */
export function measurementsToSettle(
  { share, n }: Pick<ConformingCases, 'share' | 'n'>,
  required: number,
  tail: number,
  measured: number,
): number {
  const isSettled = (size: number): boolean => {
    const { atMost, atLeast } = binomialTails(share * size, size, required);
    return Math.min(atMost, atLeast) <= tail;
  };
  const z = normalQuantile(tail);
  const wilson = Math.ceil((z * z * required * (1 - required)) / (share - required) ** 2);
  let enough = Math.max(wilson, Math.ceil(n));
  if (enough <= EXACT_UP_TO) {
    let few = Math.floor(n);
    while (enough < Number.MAX_SAFE_INTEGER && !isSettled(enough)) {
      few = enough;
      enough *= 2;
    }
    while (enough - few > 1) {
      const middle = Math.floor((few + enough) / 2);
      if (isSettled(middle)) enough = middle;
      else few = middle;
    }
  }
  return Math.ceil((enough * measured) / n);
}
