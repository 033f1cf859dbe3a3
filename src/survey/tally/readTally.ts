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

/** Reads the counts of responses: what `parseTally` does where it is not told of another kind. */
export function readTally<QuestionId extends string>(
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
  const read = readTally(survey, value);
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
