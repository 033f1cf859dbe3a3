import { answerCount } from '../../model/scaleAnswers.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { AnswerCounts, Tally } from '../types.ts';

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
  const first = group * tally.width + question.firstCell;
  const end = first + answerCount(scale);
  const { cells } = tally;
  return {
    scale,
    perAnswer: cells.slice(first, end),
    notApplicable: cells[end] ?? 0,
    skipped: cells[end + 1] ?? 0,
    invalid: cells[end + 2] ?? 0,
  };
}
