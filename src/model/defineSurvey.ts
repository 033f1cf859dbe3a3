import { parseSurvey } from './parseSurvey.ts';
import { valueOrThrow } from './readOutside.ts';
import type { SatisfactionSurvey } from './survey.ts';

/**
 * Defines a survey that stands on its own in code. One that belongs to a cycle can as well be written
 * in the cycle, by {@link defineCycle}.
 *
 * The ids of its questions become part of the type, and everything computed from it is keyed by them.
 * So do the moments and areas that questions are `about`: a cycle that lacks one of them does not
 * compile with this survey in it. The survey by itself cannot tell whether they exist.
 * What the compiler cannot see (an id used twice, a step that does not divide the scale) is checked at
 * run time, as {@link parseSurvey} does.
 *
 * @param literal - the survey
 * @returns the same survey, copied, its ids known to the compiler
 * @throws ServiceCycleError `invalid-survey`, with every fault in its `issues`
 * @example
 * const leaving = defineSurvey({
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     {
 *       id: 'wait',
 *       text: 'How satisfied were you with the wait?',
 *       asks: 'satisfaction', // 'csat' would not compile
 *       scale: { min: 1, max: 5 },
 *     },
 *   ],
 * });
 * leaving.questions.map((question) => question.id); // => ['wait']
 * scoreSurvey(leaving, [{ wait: 4 }, { wait: 2 }]).questions[0]?.question; // => 'wait'
 */
export function defineSurvey<
  const QuestionId extends string = never,
  const MomentId extends string = never,
  const AreaId extends string = never,
>(
  literal: SatisfactionSurvey<QuestionId, MomentId, AreaId>,
): SatisfactionSurvey<QuestionId, MomentId, AreaId> {
  return valueOrThrow(parseSurvey(literal), 'survey') as never;
}
