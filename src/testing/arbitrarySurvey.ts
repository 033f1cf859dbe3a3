import type { Arbitrary } from 'fast-check';
import { RATED, type Rated, type SatisfactionSurvey } from '../model/survey.ts';
import { checkCount, checkList, checkOneOf, checkOptions, refuse } from '../shared/refuse.ts';
import { checkFastCheck } from './checkFastCheck.ts';
import type { FastCheck } from './fastCheck.ts';
import { usualScale } from './scales.ts';

/** What {@link arbitrarySurvey} makes. */
export interface ArbitrarySurveyOptions {
  /** What its questions ask for; any of the rated ones when absent. */
  readonly asks?: readonly Rated[];
  /** How many questions it has at most, whole number; 4 when absent. */
  readonly most?: number;
}

/**
 * Surveys of rated questions on the usual scales: reversed, in quarters, with negative answers, with
 * codes for "does not apply". Their ids are `q0`, `q1` and so on.
 *
 * @param fc - fast-check, as you import it
 * @param options - what they are limited to
 * @throws ServiceCycleError `invalid-argument` where `most` is no count
 * @example
 * import fc from 'fast-check';
 * import { parseSurvey } from 'service-cycle';
 * import { arbitrarySurvey } from 'service-cycle/testing';
 *
 * const law = fc.property(arbitrarySurvey(fc), (survey) => parseSurvey(survey).ok);
 * fc.check(law, { seed: 1 }).failed; // => false
 */
export function arbitrarySurvey(
  fc: FastCheck,
  options: ArbitrarySurveyOptions = {},
): Arbitrary<SatisfactionSurvey> {
  checkFastCheck(fc);
  checkOptions(options, ['asks', 'most']);
  const { asks = RATED, most = 4 } = options;
  checkList('asks', asks);
  if (asks.length === 0) refuse('asks', asks, 'one thing to ask for at least');
  for (const one of asks) checkOneOf('asks', one, RATED);
  checkCount('most', most, 1);
  return fc
    .array(fc.record({ asks: fc.constantFrom(...asks), scale: usualScale(fc) }), {
      minLength: 1,
      maxLength: most,
    })
    .map((asked) => ({
      id: 'survey',
      title: 'Survey',
      questions: asked.map((each, place) => ({ ...each, id: `q${String(place)}`, text: 'Q' })),
    }));
}
