import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { AnswerCounts, Tally } from '../types.ts';
import { countsAt } from './questionScores.ts';

/** The counts of one question in one group of a tally, by the group's position. */
export function countsOf<QuestionId extends string>(
  tally: Tally<QuestionId>,
  group: number,
  questionId: NoInfer<QuestionId>,
): AnswerCounts {
  const question = tally.questions.find(({ id }) => id === questionId);
  if (question === undefined) {
    throw new ServiceCycleError('unknown-id', `the tally has no question ${quote(questionId)}`);
  }
  const { scale } = question;
  const { perAnswer, notApplicable, skipped, invalid } = countsAt(tally, group, question);
  return { scale, perAnswer, notApplicable, skipped, invalid };
}
