import type { EffectiveSize } from './weightedTypes.ts';

/**
 * Kish's effective size from sums, kept within 1 and n, where rounding could push it out.
 *
 *     effectiveN = (Σ w)² / Σ w²,   designEffect = n / effectiveN
 *
 * @param n - how many answers there are
 * @param weight - the sum of their weights, above 0
 * @param squaredWeight - the sum of their squared weights, above 0
 */
export function effectiveSize(n: number, weight: number, squaredWeight: number): EffectiveSize {
  const effectiveN = Math.min(n, Math.max(1, (weight / squaredWeight) * weight));
  return { kind: 'effective-size', n, effectiveN, designEffect: n / effectiveN };
}
