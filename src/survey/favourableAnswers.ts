import type { Scale } from '../model/survey.ts';

/**
 * How many answers lie on the good side of the middle of their scale: 4 and 5 on 1 to 5, 5 to 7 on
 * 1 to 7. The middle itself is not favourable.
 */
export function favourableAnswers(scale: Scale, perAnswer: readonly number[]): number {
  const middle = (perAnswer.length - 1) / 2;
  const towardsGood = scale.reversed === true ? -1 : 1;
  return perAnswer.reduce(
    (sum, count, place) => ((place - middle) * towardsGood > 0 ? sum + count : sum),
    0,
  );
}
