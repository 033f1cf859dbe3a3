import { answerCount } from '../../model/scaleAnswers.ts';
import { isList } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { AnswerCounts, ResponseCounts } from '../types.ts';

/** The counts of a question with their sum, refused when they cannot be counts. */
export function responseCounts(counts: AnswerCounts): ResponseCounts {
  const { scale, perAnswer, notApplicable = 0, skipped = 0, invalid = 0 } = counts;
  const { min, max, step = 1 } = scale;
  const isScale = [min, max, step].every(Number.isFinite);
  const all = [...(isList(perAnswer) ? perAnswer : []), notApplicable, skipped, invalid];
  const wanted = isScale ? answerCount(scale) + 3 : 0;
  if (all.length !== wanted || !all.every((x) => Number.isSafeInteger(x) && x >= 0)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `counts is ${all.map((x: unknown) => (typeof x === 'number' ? x : typeof x)).join(' ')}; expected ${wanted} whole numbers`,
    );
  }
  return { answered: sum(perAnswer), notApplicable, skipped, invalid, perAnswer };
}

/** The sum of counts. */
export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
