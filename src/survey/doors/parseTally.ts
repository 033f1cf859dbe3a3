import type { SatisfactionSurvey } from '../../model/survey.ts';
import { checkOneOf, checkOptions, refuse } from '../../shared/refuse.ts';
import type { Result } from '../../shared/result.ts';
import { checkSurvey } from '../answers/guards.ts';
import type { DurationTally } from '../quality/types.ts';
import { readTally } from '../tally/readTally.ts';
import type { Tally } from '../types.ts';
import { durationDoor } from './durationDoor.ts';
import { readThrough } from './tallyDoor.ts';

/** The tallies of a survey that `parseTally` reads, by their kinds. */
export interface SurveyTallies<QuestionId extends string = string> {
  /** Responses, from `tallyResponses`. */
  readonly tally: Tally<QuestionId>;
  /** How long responses took, from `tallyDurations`. */
  readonly 'duration-tally': DurationTally;
}

/** What {@link parseTally} takes besides the survey and the input. */
export interface ParseTallyOptions<Kind extends keyof SurveyTallies = keyof SurveyTallies> {
  /** Which kind of tally is expected; `tally`, one of responses, when absent. */
  readonly kind?: Kind;
}

/**
 * Reads a tally of a survey out of anything, such as parsed JSON from a file, another machine or a
 * data warehouse, and reports every fault at once. Which kind of tally it is to be says `kind`; it is
 * one of responses where that is left out. Tallies of several questions together are read by `parseDimensionTally`.
 *
 * What is accepted is what `tallyResponses` makes, to the letter, so that it can be merged, rolled
 * up and scored: the survey's id and its rated questions in order, on the same scales, each with the
 * cells where it belongs; values and groups once and in order; counts that are whole numbers, 0 or more;
 * in every group each response counted once for each question; weights that add up, and squares that
 * weights with such sums can have. Labels and codes for "not applicable" may differ: they are taken from
 * the survey.
 *
 * Likewise for one of durations: every response is counted once, by durations in ascending order.
 *
 * What is read shares nothing with the input. Of one kind of fault in one place the first 20 are listed.
 *
 * Issue codes: `wrong-type`, `missing`, `unknown-key`, `out-of-range`, `not-allowed` (another kind),
 * `duplicate-id` (a question, key, value or group twice), `unknown-reference` (a question the survey
 * does not rate), `contradiction` (another survey or scale, another order, sums that do not add up).
 *
 * @throws ServiceCycleError `invalid-argument` for what is no survey, or a kind that is not read here
 *
 * @param survey - the survey that was answered
 * @param input - anything
 * @param options - which kind of tally is expected
 * @returns the tally, or all issues with path, finding and expectation
 * @example
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [{ id: 'rating', text: 'How was it?', asks: 'satisfaction', scale: { min: 1, max: 3 } }],
 * } as const;
 * const tally = tallyResponses(survey, [{ rating: 1 }, { rating: 3 }]);
 * const result = parseTally(survey, JSON.parse(JSON.stringify(tally)));
 * result.ok && result.value.cells; // => [2, 1, 0, 1, 0, 0, 0]
 * const broken = parseTally(survey, { ...tally, kind: undefined, cells: [2, 1, 0, 3, 0, -1, 0] });
 * broken.ok ? [] : broken.issues.map((issue) => issue.message);
 * // => ['kind: missing', 'cells[5]: found -1, expected a whole number, 0 or more']
 * const durations = tallyDurations([{ seconds: 40 }, { seconds: 65 }], { duration: 'seconds' });
 * parseTally(survey, { ...durations, responses: 3 }, { kind: 'duration-tally' }).ok; // => false
 */
export function parseTally<QuestionId extends string, Kind extends keyof SurveyTallies = 'tally'>(
  survey: SatisfactionSurvey<QuestionId>,
  input: unknown,
  options: ParseTallyOptions<Kind> = {},
): Result<SurveyTallies<QuestionId>[Kind]> {
  checkSurvey(survey);
  checkOptions(options, ['kind']);
  const { kind = 'tally' } = options;
  if (READ_ELSEWHERE.includes(kind)) {
    const reader = 'parseDimensionTally of service-cycle/dimensions';
    refuse('kind', kind, `"tally" or "duration-tally": ${reader} reads that kind`);
  }
  checkOneOf('kind', kind, ['tally', 'duration-tally']);
  if (kind === 'tally') return readTally(survey, input) as never;
  return readThrough(durationDoor(), survey, input) as never;
}

/** The kinds of a survey's other tallies, which are read in a later room. */
const READ_ELSEWHERE: readonly string[] = [
  'dimension-tally',
  'gap-tally',
  'item-tally',
  'joint-tally',
];
