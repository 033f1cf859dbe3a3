import type { Scale } from '../../model/survey.ts';

/** The places of answers on their scale, the lowest answer at 0. */
export function placesOf(
  { min, step = 1 }: Scale,
  answers: readonly number[],
): ReadonlySet<number> {
  return new Set(answers.map((answer) => Math.round((answer - min) / step)));
}
