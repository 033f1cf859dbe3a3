import { tallyVisits, visitsFromResponses } from 'service-cycle';

/**
 * What the answers tell of customers' visits: what went wrong where, and how the visit ended. Of
 * several questions that ask the same about the whole the first is taken.
 *
 * @param {import('service-cycle').Cycle} cycle
 * @param {{
 *   responses: readonly import('service-cycle').SurveyResponse[],
 *   asked?: ReadonlySet<string> | undefined,
 * }} observed - `asked` holds the questions that were put to customers, all when absent
 */
export function tallyAnswers(cycle, { responses, asked }) {
  const { survey } = cycle;
  if (survey === undefined) return undefined;
  const put = survey.questions.filter(({ id }) => asked === undefined || asked.has(id));
  const questions = put.filter(
    (question) =>
      isOfAPart(question) ||
      question === put.find((first) => first.asks === question.asks && !isOfAPart(first)),
  );
  const { visits, scales } = visitsFromResponses({ ...survey, questions }, responses);
  return tallyVisits(cycle, visits, scales);
}

/**
 * Whether a question is about a moment or an area, and not about the whole.
 *
 * @param {object} question
 */
function isOfAPart(question) {
  return 'about' in question && question.about !== undefined;
}
