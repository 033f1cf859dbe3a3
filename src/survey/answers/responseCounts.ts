import { answerCount } from '../../model/scaleAnswers.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { AnswerCounts, ResponseCounts } from '../types.ts';

/** The counts of a question with their sum, refused when they cannot be counts. */
export function responseCounts(counts: AnswerCounts): ResponseCounts {
  const { scale, perAnswer, notApplicable = 0, skipped = 0, invalid = 0 } = counts;
  // What is no list, or one without methods, reads as a list all the same.
  const answers = Array.from((perAnswer as typeof perAnswer | undefined) ?? []);
  const all = [...answers, notApplicable, skipped, invalid];
  const wanted = answerCount(scale) + 3;
  if (all.length !== wanted || !all.every((x) => Number.isSafeInteger(x) && x >= 0)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `counts is a list of ${all.length}; expected ${wanted} whole numbers`,
    );
  }
  // Adding 0 turns -0 into 0.
  return {
    answered: sum(answers),
    notApplicable: notApplicable + 0,
    skipped: skipped + 0,
    invalid: invalid + 0,
    perAnswer: answers.map((count) => count + 0),
  };
}

/** The sum of counts. */
export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
