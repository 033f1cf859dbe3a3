import type { Interval, NotEstimable } from '../../shared/estimate.ts';
import { checkAtLeast, checkBetween, checkCount } from '../../shared/refuse.ts';
import { criticalValue } from '../distributions/normal.ts';
import { type IntervalOptions, levelOf } from '../intervals/intervalOptions.ts';
import { wilsonLimits } from '../intervals/wilsonInterval.ts';

/** How reliable a coding is. */
export interface CodingReliability {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** Perreault and Leigh's index, 0 to 1: the share of judgments that are more than guesses. */
  readonly value: number;
  /** How far it can be trusted: the index at the Wilson limits of the share of agreements. */
  readonly interval: Interval;
  /** How many judgments both coders made. */
  readonly n: number;
}

/**
 * A reliability that the counts cannot give, and why.
 *
 * `no-data` without a judgment; `one-category` where there was nothing to choose between.
 */
export interface CodingReliabilityNotEstimable extends NotEstimable<'no-data' | 'one-category'> {
  /** How many judgments both coders made. */
  readonly n: number;
}

/**
 * Perreault and Leigh's index of how reliable the judgments of two coders are.
 *
 *     index = sqrt((F/N - 1/k)·k/(k - 1)) where F/N is above 1/k, else 0
 *     F agreements among N judgments, k categories
 *
 * It supposes that a coder either knows the category or guesses among all k. Unlike kappa it does not
 * fall where nearly all cases are of one category, as they often are.
 *
 * @param agreements - how many judgments were the same, 0 to `judgements`
 * @param judgements - how many cases both coders judged, 0 or more
 * @param categories - how many categories there were to choose from, a whole number, 1 or more
 * @param options - the confidence level
 * @throws `invalid-argument` where an argument is outside its range
 * @example
 * const found = perreaultLeigh(90, 100, 5);
 * found.kind === 'estimate' && found.value // ~> 0.935414
 * found.kind === 'estimate' && found.interval.low // ~> 0.884332
 * @see Perreault & Leigh (1989), Journal of Marketing Research 26, 135-148
 */
export function perreaultLeigh(
  agreements: number,
  judgements: number,
  categories: number,
  options: IntervalOptions = {},
): CodingReliability | CodingReliabilityNotEstimable {
  const level = levelOf(options);
  checkAtLeast('judgements', judgements, 0);
  checkBetween('agreements', agreements, 0, judgements);
  checkCount('categories', categories, 1);
  if (judgements === 0) return { kind: 'not-estimable', reason: 'no-data', n: judgements };
  if (categories === 1) return { kind: 'not-estimable', reason: 'one-category', n: judgements };
  const indexAt = (share: number): number =>
    Math.sqrt(Math.max(0, (share * categories - 1) / (categories - 1)));
  const z = criticalValue(level);
  const { low, high } = wilsonLimits(agreements, judgements, z);
  return {
    kind: 'estimate',
    value: indexAt(agreements / judgements),
    interval: { low: indexAt(low), high: indexAt(high), level, method: 'wilson' },
    n: judgements,
  };
}
