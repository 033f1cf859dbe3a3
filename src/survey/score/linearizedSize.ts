import { studentTQuantile } from '../../stats/distributions/studentT.ts';
import type { WeightedAnswers } from './weightedTypes.ts';
import type { WeightTotals } from './weightTotals.ts';

/**
 * How many answers of equal weight would tell as much about a figure that gives each answer a value.
 *
 *     m = Σ w·y / Σ w,   effectiveN = Σ w · Σ w·(y - m)² / Σ w²·(y - m)², at most n
 *
 * It is the variance that the figure would have among answers of equal weight, over the one that
 * Taylor's linearization gives it, so it sees what weights have to do with answers. Weights of 1 give n
 * to the last bit. Where all values are the same there is no variance to compare, and Kish's size stands in.
 *
 * @param answers - the weighted answers, some with a weight above 0
 * @param totals - their totals
 * @param values - the value of each answer of the scale, the lowest answer first
 * @see Korn and Graubard (1998), Survey Methodology 24, 193-201
 */
export function linearizedSize(
  { n, weights, squaredWeights }: WeightedAnswers,
  { weight, effectiveN }: WeightTotals,
  values: readonly number[],
): number {
  let mean = 0;
  for (const [place, value] of values.entries()) mean += ((weights[place] ?? 0) / weight) * value;
  let spread = 0;
  let error = 0;
  for (const [place, value] of values.entries()) {
    const square = (value - mean) ** 2;
    spread += (weights[place] ?? 0) * square;
    error += (squaredWeights[place] ?? 0) * square;
  }
  const isSpread = values.some((value, place) => (weights[place] ?? 0) > 0 && value !== mean);
  return isSpread && error > 0 ? Math.min(n, weight * (spread / error)) : effectiveN;
}

/**
 * The size to take an interval of a share with: the effective one, made smaller for what its own
 * uncertainty adds.
 *
 *     effectiveN · (t(n - 1) / t(effectiveN - 1))²
 *
 * It is n where the effective size is. Degrees of freedom are never taken below 1.
 *
 * @param n - how many answered
 * @param effectiveN - how many answers of equal weight would tell as much
 * @param level - the confidence level
 * @see Korn and Graubard (1998), Survey Methodology 24, 193-201
 */
export function intervalSize(n: number, effectiveN: number, level: number): number {
  if (effectiveN >= n) return n;
  const tail = (1 - level) / 2;
  const ratio =
    studentTQuantile(tail, Math.max(1, n - 1)) /
    studentTQuantile(tail, Math.max(1, effectiveN - 1));
  return effectiveN * ratio * ratio;
}
