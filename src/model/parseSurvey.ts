import type { Result } from '../shared/result.ts';
import { readOutside } from './readOutside.ts';
import { repeatedQuestions } from './referenceIssues.ts';
import { type SatisfactionSurvey, satisfactionSurvey } from './survey.ts';

/**
 * Reads a survey that stands on its own out of anything, such as parsed JSON, and reports every fault
 * at once. A survey within a cycle is read with the cycle, by {@link parseCycle}.
 *
 * What is read shares nothing with the input. Besides the shape it checks that the ids of questions
 * are unique. Not checked is whether the moments and areas that questions are `about` exist: a survey
 * declares none. That is checked when it becomes the `survey` of a cycle.
 *
 * Issue codes: all of `IssueCode` but `unknown-reference`.
 *
 * @param input - anything
 * @returns the survey, or all issues with path, finding and expectation
 * @example
 * const result = parseSurvey({
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     { id: 'wait', text: 'How was the wait?', asks: 'satisfacton', scale: { min: 1, max: 5 } },
 *     { id: 'branch', text: 'Which branch?', asks: 'profile', choises: { n: 'North' } },
 *     { id: 'wait', text: 'What about the wait?', asks: 'comment' },
 *   ],
 * });
 * const issues = result.ok ? [] : result.issues;
 * issues.map(({ code, path }) => [code, path.join('.')]);
 * // => [
 * //   ['not-allowed', 'questions.0.asks'],
 * //   ['missing', 'questions.1.choices'],
 * //   ['unknown-key', 'questions.1.choises'],
 * //   ['duplicate-id', 'questions.2.id'],
 * // ]
 * issues[2]?.message; // => 'questions[1].choises: unknown key, did you mean "choices"?'
 */
export function parseSurvey(input: unknown): Result<SatisfactionSurvey> {
  return readOutside(satisfactionSurvey(), input, repeatedQuestions(input));
}
