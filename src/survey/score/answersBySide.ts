import type { Scale } from '../../model/survey.ts';

/** Answers counted by the side of the middle of their scale they lie on. */
export interface AnswersBySide {
  /** Answers on the good side: 4 and 5 on 1 to 5. */
  readonly favourable: number;
  /** Answers in the very middle: 3 on 1 to 5, none on 1 to 4. */
  readonly middle: number;
  /** Answers on the bad side: 1 and 2 on 1 to 5. */
  readonly unfavourable: number;
}

/** Splits counted answers at the middle of their scale. */
export function answersBySide(scale: Scale, perAnswer: readonly number[]): AnswersBySide {
  const middlePlace = (perAnswer.length - 1) / 2;
  let below = 0;
  let middle = 0;
  let above = 0;
  for (const [place, count] of perAnswer.entries()) {
    if (place < middlePlace) below += count;
    else if (place > middlePlace) above += count;
    else middle += count;
  }
  return scale.reversed === true
    ? { favourable: below, middle, unfavourable: above }
    : { favourable: above, middle, unfavourable: below };
}
