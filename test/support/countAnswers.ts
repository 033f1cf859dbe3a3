import { answerCount } from '../../src/model/scaleAnswers.ts';
import type { Scale } from '../../src/model/survey.ts';
import type { AnswerCounts } from '../../src/survey/types.ts';

/** Answers of a scale, counted by hand; `null` is a skipped question. */
export function countAnswers(scale: Scale, answers: readonly (number | null)[]): AnswerCounts {
  const perAnswer = new Array<number>(answerCount(scale)).fill(0);
  let skipped = 0;
  for (const answer of answers) {
    if (answer === null) skipped += 1;
    else {
      const place = Math.round((answer - scale.min) / (scale.step ?? 1));
      perAnswer[place] = (perAnswer[place] ?? 0) + 1;
    }
  }
  return { scale, perAnswer, skipped };
}
