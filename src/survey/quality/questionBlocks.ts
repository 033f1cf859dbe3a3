import type { RatedQuestion, SatisfactionSurvey } from '../../model/survey.ts';
import { commonScale } from '../answers/commonScale.ts';
import { ratedQuestionFinder, ratedQuestions } from '../answers/ratedQuestions.ts';

/**
 * The blocks of a survey: rated questions in a row that take the same answers. Another scale ends a
 * block, and so does a question that is not rated.
 */
export function questionBlocks<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
): readonly (readonly RatedQuestion<QuestionId>[])[] {
  const rated = new Map<unknown, RatedQuestion<QuestionId>>(
    ratedQuestions(survey).map((question) => [question, question]),
  );
  const blocks: RatedQuestion<QuestionId>[][] = [];
  let block: RatedQuestion<QuestionId>[] = [];
  for (const each of survey.questions) {
    const question = rated.get(each);
    const [first] = block;
    if (question !== undefined && first !== undefined && isAlike(first, question)) {
      block.push(question);
      continue;
    }
    block = question === undefined ? [] : [question];
    blocks.push(block);
  }
  return blocks;
}

/** The blocks that the caller names, in the order given. */
export function namedBlocks<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  blocks: readonly (readonly QuestionId[])[],
): readonly (readonly RatedQuestion<QuestionId>[])[] {
  const find = ratedQuestionFinder(survey);
  return blocks.map((ids) => {
    const questions = ids.map(find);
    const [first, ...others] = questions;
    if (first !== undefined) commonScale(first, others);
    return questions;
  });
}

function isAlike(one: RatedQuestion, other: RatedQuestion): boolean {
  const [a, b] = [one.scale, other.scale];
  return a.min === b.min && a.max === b.max && (a.step ?? 1) === (b.step ?? 1);
}
