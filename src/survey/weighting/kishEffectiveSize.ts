import type { NotEstimable } from '../../shared/estimate.ts';
import { checkArray, checkAtLeast } from '../../shared/refuse.ts';
import type { EffectiveSize } from '../score/weightedTypes.ts';
import { effectiveSize } from '../score/weightTotals.ts';

/**
 * Kish's effective sample size: how many answers of equal weight would tell as much.
 *
 *     effectiveN = (Σ w)² / Σ w²,   designEffect = n / effectiveN
 *
 * It assumes that weights have nothing to do with what is answered. The unit of the weights does not
 * matter: they are divided by the largest one, so that no square overflows.
 *
 * Not estimable: no weights, or all of them 0.
 *
 * @param weights - one per answer, finite numbers, 0 or more
 * @throws ServiceCycleError `invalid-argument` naming the first weight that is not such a number
 * @example
 * const size = kishEffectiveSize([1, 3, 1, 2]);
 * size.kind === 'effective-size' && size.effectiveN; // ~> 3.266667
 * size.kind === 'effective-size' && size.designEffect; // ~> 1.22449
 * kishEffectiveSize([]); // => { kind: 'not-estimable', reason: 'no-answers', n: 0 }
 * @see Kish (1965), Survey Sampling, 11.7
 */
export function kishEffectiveSize(weights: ArrayLike<number>): EffectiveSize | NotEstimable {
  checkArray('weights', weights);
  const n = weights.length;
  let largest = 0;
  for (let place = 0; place < n; place += 1) {
    const weight = weights[place] as number;
    checkAtLeast(`weight ${place}`, weight, 0);
    if (weight > largest) largest = weight;
  }
  if (largest === 0) return { kind: 'not-estimable', reason: 'no-answers', n };
  let sum = 0;
  let squares = 0;
  for (let place = 0; place < n; place += 1) {
    const share = (weights[place] as number) / largest;
    sum += share;
    squares += share * share;
  }
  return effectiveSize(n, sum, squares);
}
