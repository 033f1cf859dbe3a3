import type { Arbitrary } from 'fast-check';
import { checkScale } from '../model/checkScale.ts';
import type { SurveyResponse } from '../model/observations.ts';
import { scaleAnswers } from '../model/scaleAnswers.ts';
import type { SatisfactionSurvey } from '../model/survey.ts';
import { checkCount, checkOptions, checkShare } from '../shared/refuse.ts';
import { checkSurvey } from '../survey/answers/guards.ts';
import { checkFastCheck } from './checkFastCheck.ts';
import type { FastCheck } from './fastCheck.ts';
import { spoiledAnswer } from './spoiledAnswer.ts';

/** What {@link arbitraryResponses} makes. */
export interface ArbitraryResponsesOptions {
  /** The share of answers that are none: text, other numbers, objects; 0 to 1, 0.1 when absent. */
  readonly spoiled?: number;
  /** The share of questions left out, blank or not applicable, 0 to 1; 0.1 when absent. */
  readonly skipped?: number;
  /** How many responses there are at least, whole number; 0 when absent. */
  readonly least?: number;
  /** How many responses there are at most, whole number; 12 when absent. */
  readonly most?: number;
}

/**
 * Responses to a survey as they come in from outside: good answers, blanks, codes for "does not apply",
 * and all that is no answer but comes by mistake. What is spoiled is never an answer of any scale that
 * `arbitrarySurvey` makes, so that it has to be counted as invalid.
 *
 * @param fc - fast-check, as you import it
 * @param survey - the survey, whose rated questions are answered
 * @param options - how many, and how good
 * @throws ServiceCycleError `invalid-argument` where an option is out of its range
 * @example
 * import fc from 'fast-check';
 * import { scoreSurvey } from 'service-cycle';
 * import { arbitraryResponses, arbitrarySurvey } from 'service-cycle/testing';
 *
 * // Whoever was asked is counted once: as an answer, as not applicable, as skipped or as invalid.
 * const answered = arbitrarySurvey(fc).chain((survey) =>
 *   fc.record({ survey: fc.constant(survey), responses: arbitraryResponses(fc, survey) }),
 * );
 * const law = fc.property(answered, ({ survey, responses }) =>
 *   scoreSurvey(survey, responses).questions.every(({ scores: [{ counts }] }) => {
 *     const { answered, notApplicable, skipped, invalid } = counts;
 *     return answered + notApplicable + skipped + invalid === responses.length;
 *   }),
 * );
 * fc.check(law, { seed: 1 }).failed; // => false
 */
export function arbitraryResponses<QuestionId extends string>(
  fc: FastCheck,
  survey: SatisfactionSurvey<QuestionId>,
  options: ArbitraryResponsesOptions = {},
): Arbitrary<SurveyResponse<QuestionId>[]> {
  checkFastCheck(fc);
  checkSurvey(survey);
  checkOptions(options, ['spoiled', 'skipped', 'least', 'most']);
  checkCount('least', options.least ?? 0);
  const { spoiled = 0.1, skipped = 0.1, least = 0, most = Math.max(12, least) } = options;
  checkShare('spoiled', spoiled);
  checkShare('skipped', skipped);
  checkCount('least', least);
  checkCount('most', most, least);
  const answers = survey.questions.flatMap((question) => {
    if (!('scale' in question)) return [];
    const { id, scale } = question;
    checkScale(scale);
    const none = fc.constantFrom(null, undefined, 'not-applicable', ...(scale.notApplicable ?? []));
    const all = [
      { weight: parts(1 - spoiled - skipped), arbitrary: fc.constantFrom(...scaleAnswers(scale)) },
      { weight: parts(skipped), arbitrary: none },
      { weight: parts(spoiled), arbitrary: spoiledAnswer(fc) },
    ].filter(({ weight }) => weight > 0);
    return [[id, fc.oneof(...all)] as const];
  });
  // A key may be missing as well as blank, where questions are skipped at all.
  const keys = skipped === 0 ? {} : { requiredKeys: [] };
  return fc.array(fc.record(Object.fromEntries(answers), keys), {
    minLength: least,
    maxLength: most,
  }) as Arbitrary<SurveyResponse<QuestionId>[]>;
}

/** A share in the whole numbers that fast-check weighs by. */
function parts(share: number): number {
  return Math.max(0, Math.round(1000 * share));
}
