import { answerCount } from '../../model/scaleAnswers.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { AnswerCounts, ResponseCounts } from '../types.ts';

/** The counts of a question with their sum, refused when they cannot be counts. */
export function responseCounts(counts: AnswerCounts): ResponseCounts {
  const { scale, perAnswer, notApplicable = 0, skipped = 0, invalid = 0 } = counts;
  const places = answerCount(scale);
  const length: unknown = (perAnswer as typeof perAnswer | undefined)?.length;
  // A list of another length may only say that it is one, and is not read: it stands for a count that is none.
  const answers = Array.from(length === places ? perAnswer : [-1]);
  const all = [...answers, notApplicable, skipped, invalid];
  if (!all.every((x) => Number.isSafeInteger(x) && x >= 0)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `counts has ${String(length)} answers; expected ${places} whole`,
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
