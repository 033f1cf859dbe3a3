import { answerCount } from '../model/scaleAnswers.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import type { AnswerCounts, ResponseCounts } from './types.ts';

/** The counts of a question with their sum, refused when they cannot be counts. */
export function responseCounts(counts: AnswerCounts): ResponseCounts {
  const { scale, perAnswer, notApplicable = 0, skipped = 0, invalid = 0 } = counts;
  const expected = answerCount(scale);
  let answered = 0;
  for (const count of perAnswer) answered += isCount(count) ? count : Number.NaN;
  if (perAnswer.length !== expected || !isCount(answered + notApplicable + skipped + invalid)) {
    const message = `found counts ${perAnswer.join(', ')}, expected ${String(expected)} whole numbers, 0 or more, one for each answer from ${String(scale.min)} to ${String(scale.max)}`;
    throw new ServiceCycleError('invalid-argument', message);
  }
  return { answered, notApplicable, skipped, invalid, perAnswer };
}

function isCount(x: number): boolean {
  return Number.isSafeInteger(x) && x >= 0;
}
