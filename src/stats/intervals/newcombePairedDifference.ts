import { checkObject, checkPositive } from '../../shared/refuse.ts';
import { checkCounts } from '../checkCounts.ts';
import { criticalValue } from '../distributions/normal.ts';
import { type IntervalOptions, levelOf } from './intervalOptions.ts';
import type { ShareDifference } from './newcombeDifference.ts';
import { wilsonLimits } from './wilsonInterval.ts';

/** Pairs of yes or no, such as the same people asked twice, counted by both answers. */
export interface PairedShareCounts {
  /** Yes both times. */
  readonly both: number;
  /** Yes the first time only. */
  readonly onlyFirst: number;
  /** Yes the second time only. */
  readonly onlySecond: number;
  /** No both times. */
  readonly neither: number;
}

/**
 * The difference of two shares among the same people, with Newcombe's interval from their Wilson
 * limits.
 *
 *     d = p₁ - p₂,  lᵢ and uᵢ the Wilson limits of pᵢ
 *     low  = d - sqrt((p₁ - l₁)² - 2φ(p₁ - l₁)(u₂ - p₂) + (u₂ - p₂)²)
 *     high = d + sqrt((u₁ - p₁)² - 2φ(u₁ - p₁)(p₂ - l₂) + (p₂ - l₂)²)
 *
 * φ is the correlation of both answers; where it is positive, n/2 is taken from the cross product
 * above its line, and what goes below 0 is 0. The more alike the answers of a person, the narrower
 * the interval: that is what asking the same people twice is for.
 *
 * @param pairs - the pairs, counted by both answers
 * @param options - the confidence level
 * @throws `invalid-argument` where there are no pairs, or a count or the level is outside its range
 * @example
 * const change = newcombePairedDifference({ both: 59, onlyFirst: 6, onlySecond: 16, neither: 80 });
 * change.difference // ~> -0.062112
 * change.interval.low // ~> -0.118621
 * @see Newcombe (1998), Statistics in Medicine 17, 2635-2650, method 10
 */
export function newcombePairedDifference(
  pairs: PairedShareCounts,
  options: IntervalOptions = {},
): ShareDifference {
  const level = levelOf(options);
  checkObject('pairs', pairs);
  const { both, onlyFirst, onlySecond, neither } = pairs;
  checkCounts('pairs', [both, onlyFirst, onlySecond, neither]);
  const n = both + onlyFirst + onlySecond + neither;
  checkPositive('the sum of pairs', n);
  const yes1 = both + onlyFirst;
  const yes2 = both + onlySecond;
  const z = criticalValue(level);
  const limits1 = wilsonLimits(yes1, n, z);
  const limits2 = wilsonLimits(yes2, n, z);
  const p1 = yes1 / n;
  const p2 = yes2 / n;
  const difference = (onlyFirst - onlySecond) / n;
  const phi = correlation(pairs);
  return {
    difference,
    interval: {
      low: difference - thirdSide(p1 - limits1.low, limits2.high - p2, phi),
      high: difference + thirdSide(limits1.high - p1, p2 - limits2.low, phi),
      level,
      method: 'newcombe',
    },
  };
}

function correlation({ both, onlyFirst, onlySecond, neither }: PairedShareCounts): number {
  const margins =
    (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
  if (margins === 0) return 0;
  const cross = both * neither - onlyFirst * onlySecond;
  const n = both + onlyFirst + onlySecond + neither;
  return (cross > 0 ? Math.max(0, cross - n / 2) : cross) / Math.sqrt(margins);
}

/** The side of a triangle opposite to the angle whose cosine is given. */
function thirdSide(a: number, b: number, cosine: number): number {
  return Math.sqrt(Math.max(0, a * a - 2 * cosine * a * b + b * b));
}
