import { answerCount } from '../../model/scaleAnswers.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { AnswerCounts, ResponseCounts } from '../types.ts';

/** The counts of a question with their sum, refused when they cannot be counts. */
export function responseCounts(counts: AnswerCounts): ResponseCounts {
  const { scale, perAnswer, notApplicable = 0, skipped = 0, invalid = 0 } = counts;
  const answers = answerCount(scale);
  const all = [...perAnswer, notApplicable, skipped, invalid];
  if (perAnswer.length !== answers || !all.every((x) => Number.isSafeInteger(x) && x >= 0)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `counts are ${all.join(' ')}; expected ${String(answers + 3)} whole numbers, 0 or more`,
    );
  }
  return { answered: sum(perAnswer), notApplicable, skipped, invalid, perAnswer };
}

/** The sum of counts. */
export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
