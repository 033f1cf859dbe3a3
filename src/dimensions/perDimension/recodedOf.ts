import type { ReadableQuestion } from '../../survey/answers/answerReader.ts';

/** The questions whose answers are turned round, since their lowest answer is the best. */
export function recodedOf<QuestionId extends string>(
  questions: readonly ReadableQuestion<QuestionId>[],
): readonly QuestionId[] {
  return questions.filter(({ scale }) => scale.reversed === true).map(({ id }) => id);
}
