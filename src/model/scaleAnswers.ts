import { checkScale } from './checkScale.ts';
import type { Scale } from './survey.ts';

/** How many answers a scale has. */
export function answerCount({ min, max, step = 1 }: Scale): number {
  return Math.round((max - min) / step) + 1;
}

/** The answers of a scale, the lowest first. */
export function scaleAnswers(scale: Scale): readonly number[] {
  checkScale(scale);
  const { min, step = 1 } = scale;
  return Array.from(
    { length: answerCount(scale) },
    (_, place) => Math.round((min + place * step) * 1e9) / 1e9,
  );
}
