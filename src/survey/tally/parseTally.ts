import type { SatisfactionSurvey } from '../../model/survey.ts';
import type { Issue } from '../../shared/issue.ts';
import { quote } from '../../shared/quote.ts';
import type { Result } from '../../shared/result.ts';
import { layOut, ratedQuestions } from '../answers/ratedQuestions.ts';
import type { Tally } from '../types.ts';
import { readCells } from './parseTallyCells.ts';
import { addFault, readField, readFields } from './parseTallyFaults.ts';
import { readGroups, readKeys } from './parseTallyGroups.ts';
import { readInvalid } from './parseTallyInvalid.ts';
import { checkEqual, checkQuestions } from './parseTallyQuestions.ts';
import { readUnlisted } from './parseTallyUnlisted.ts';
import { readWeights } from './parseTallyWeights.ts';
import { rollUp } from './rollUp.ts';

/**
 * Reads a tally of a survey out of anything, such as parsed JSON from a file, another machine or a
 * data warehouse, and reports every fault at once.
 *
 * What is accepted is what `tallyResponses` makes, to the letter, so that it can be merged, rolled
 * up and scored: the survey's id and its rated questions in order, on the same scales, each with the
 * cells where it belongs; values and groups once and in order; counts that are whole numbers, 0 or more;
 * in every group each response counted once for each question; weights that add up, and squares that
 * weights with such sums can have. Labels and codes for "not applicable" may differ: they are taken from
 * the survey.
 *
 * What is read shares nothing with the input. Of one kind of fault in one place the first 20 are listed.
 *
 * Issue codes: `wrong-type`, `missing`, `unknown-key`, `out-of-range`, `not-allowed` (another kind),
 * `duplicate-id` (a question, key, value or group twice), `unknown-reference` (a question the survey
 * does not rate), `contradiction` (another survey or scale, another order, sums that do not add up).
 *
 * @param survey - the survey that was answered
 * @param input - anything
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
 */
export function parseTally<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  input: unknown,
): Result<Tally<QuestionId>> {
  const issues: Issue[] = [];
  const layout = layOut(ratedQuestions(survey));
  const fields = readFields(issues, [], input, REQUIRED, OPTIONAL);
  const expectEqual = (key: string, expected: string | number): void =>
    readField(fields, key, (value) => {
      checkEqual(issues, [key], value, expected);
    });
  readField(fields, 'kind', (value) => {
    if (value !== 'tally') addFault(issues, 'not-allowed', ['kind'], value, quote('tally'));
  });
  expectEqual('survey', survey.id);
  readField(fields, 'questions', (value) => {
    checkQuestions(issues, value, layout.questions);
  });
  const by = readField(fields, 'by', (value) => readKeys(issues, value));
  const groups = readField(fields, 'groups', (value) => readGroups(issues, value, by));
  expectEqual('width', layout.width);
  const cells = readField(fields, 'cells', (value) => readCells(issues, value, layout, groups));
  const weights = readField(fields, 'weights', (value) =>
    readWeights(issues, value, layout, cells),
  );
  const firstInvalid = readField(fields, 'firstInvalid', (value) =>
    readInvalid(issues, value, layout, cells),
  );
  const unlisted = readField(fields, 'unlisted', (value) => readUnlisted(issues, value, by));
  const from =
    issues.length === 0 && by !== undefined && groups !== undefined && cells !== undefined
      ? readField(fields, 'rolledUpFrom', (value) =>
          readOrigin(issues, survey, value, { by, groups, cells }),
        )
      : undefined;

  const [first, ...others] = issues;
  if (first !== undefined) return { ok: false, issues: [first, ...others] };
  return {
    ok: true,
    value: {
      kind: 'tally',
      survey: survey.id,
      questions: layout.questions,
      by: by ?? [],
      groups: groups ?? [],
      width: layout.width,
      cells: cells ?? [],
      ...(weights && { weights }),
      firstInvalid: firstInvalid ?? [],
      ...(unlisted && { unlisted }),
      ...(from && { rolledUpFrom: from }),
    },
  };
}

/** The tally that another is a roll-up of: rolled up it has the same counts. */
function readOrigin<QuestionId extends string>(
  issues: Issue[],
  survey: SatisfactionSurvey<QuestionId>,
  value: unknown,
  { by, groups, cells }: Pick<Tally, 'by' | 'groups' | 'cells'>,
): Tally<QuestionId> | undefined {
  const path = ['rolledUpFrom'];
  // One that is a roll-up itself would be a chain without end.
  if (typeof value === 'object' && value !== null && 'rolledUpFrom' in value) {
    addFault(issues, 'contradiction', path, value, 'a tally that is no roll-up');
    return undefined;
  }
  const read = parseTally(survey, value);
  if (!read.ok) {
    for (const issue of read.issues) {
      const message = `rolledUpFrom.${issue.message}`;
      issues.push({ ...issue, path: [...path, ...issue.path], message });
    }
    return undefined;
  }
  const names = by.map(({ name }) => name);
  const isFiner = names.every((name) => read.value.by.some((key) => key.name === name));
  const rolled = isFiner ? rollUp(read.value, names) : undefined;
  const same =
    JSON.stringify([by, groups, cells]) ===
    JSON.stringify(rolled && [rolled.by, rolled.groups, rolled.cells]);
  if (!same) addFault(issues, 'contradiction', path, value, 'a tally that rolls up to this one');
  return read.value;
}

const OPTIONAL = ['weights', 'unlisted', 'rolledUpFrom'] as const;

const REQUIRED = [
  'kind',
  'survey',
  'questions',
  'by',
  'groups',
  'width',
  'cells',
  'firstInvalid',
] as const;
