import type { Interval } from '../../shared/estimate.ts';
import { checkBetween, checkObject, checkPositive } from '../../shared/refuse.ts';
import { criticalValue } from '../distributions/normal.ts';
import { type IntervalOptions, levelOf } from './intervalOptions.ts';
import { wilsonLimits } from './wilsonInterval.ts';

/** A share as counts. */
export interface ShareCounts {
  /** How many of `n` count, 0 to `n`. */
  readonly successes: number;
  /** How many there are, above 0. */
  readonly n: number;
}

/** The difference of two shares and how far it can be trusted. */
export interface ShareDifference {
  /** The first share less the second, -1 to 1. */
  readonly difference: number;
  /** The interval of the difference. */
  readonly interval: Interval;
}

/**
 * The difference of two independent shares, with Newcombe's interval from their Wilson limits.
 *
 *     d = p₁ - p₂,  lᵢ and uᵢ the Wilson limits of pᵢ
 *     low  = d - sqrt((p₁ - l₁)² + (u₂ - p₂)²)
 *     high = d + sqrt((u₁ - p₁)² + (p₂ - l₂)²)
 *
 * It stays within -1 and 1 and keeps its width where a share is 0 or 1, as the Wilson interval does.
 * Not for the same people asked twice: their answers are not independent.
 *
 * @param first - the counts of the share to subtract from
 * @param second - the counts of the share to subtract
 * @param options - the confidence level
 * @throws `invalid-argument` where a count or the level is outside its range
 * @example
 * const change = newcombeDifference({ successes: 56, n: 70 }, { successes: 48, n: 80 });
 * change.difference // ~> 0.2
 * change.interval.low // ~> 0.052431
 * @see Newcombe (1998), Statistics in Medicine 17, 873-890, method 10
 */
export function newcombeDifference(
  first: ShareCounts,
  second: ShareCounts,
  options: IntervalOptions = {},
): ShareDifference {
  const level = levelOf(options);
  checkShareCounts('first', first);
  checkShareCounts('second', second);
  const z = criticalValue(level);
  const limits1 = wilsonLimits(first.successes, first.n, z);
  const limits2 = wilsonLimits(second.successes, second.n, z);
  const p1 = first.successes / first.n;
  const p2 = second.successes / second.n;
  const difference = p1 - p2;
  return {
    difference,
    interval: {
      low: difference - diagonal(p1 - limits1.low, limits2.high - p2),
      high: difference + diagonal(limits1.high - p1, p2 - limits2.low),
      level,
      method: 'newcombe',
    },
  };
}

function checkShareCounts(name: string, counts: ShareCounts): void {
  checkObject(name, counts);
  checkPositive(`${name}.n`, counts.n);
  checkBetween(`${name}.successes`, counts.successes, 0, counts.n);
}

function diagonal(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}
