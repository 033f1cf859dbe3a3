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
import { readWeights } from './parseTallyWeights.ts';

/** Reads the counts of responses: what `parseTally` does where it is not told of another kind. */
export function readTally<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  input: unknown,
): Result<Tally<QuestionId>> {
  const issues: Issue[] = [];
  const layout = layOut(ratedQuestions(survey));
  const fields = readFields(issues, [], input, REQUIRED, ['weights']);
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
    },
  };
}

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
