import type { Issue } from '../../shared/issue.ts';
import type { InvalidAnswer } from '../types.ts';
import { firstOf, LISTED_INVALID_ANSWERS } from './invalidList.ts';
import { placesOf } from './parseTallyCells.ts';
import {
  addFault,
  COUNT,
  readField,
  readFields,
  readList,
  readNumber,
  readText,
} from './parseTallyFaults.ts';
import { addUnknownQuestion } from './parseTallyQuestions.ts';
import type { TallyLayout } from './types.ts';

/** The longest that an invalid answer is quoted. */
const LONGEST = 60;

/** The invalid answers that a tally lists: some or all of those it counts, in order. */
export function readInvalid<QuestionId extends string>(
  issues: Issue[],
  value: unknown,
  layout: TallyLayout<QuestionId>,
  cells: readonly number[] | undefined,
): readonly InvalidAnswer<QuestionId>[] {
  const path = ['firstInvalid'];
  const list = readList(issues, path, value) ?? [];
  const before = issues.length;
  if (list.length > LISTED_INVALID_ANSWERS) {
    const expected = `a list of ${String(LISTED_INVALID_ANSWERS)} at most`;
    addFault(issues, 'out-of-range', path, list, expected);
  }
  const listed: InvalidAnswer<QuestionId>[] = [];
  for (let place = 0; place < Math.min(list.length, LISTED_INVALID_ANSWERS); place += 1) {
    const answer = readAnswer(issues, [...path, place], list[place], layout);
    if (answer !== undefined) listed.push(answer);
  }
  if (issues.length > before) return [];
  const ordered = firstOf(listed);
  const misplaced = listed.findIndex((answer, place) => answer !== ordered[place]);
  if (misplaced >= 0) {
    const expected = 'invalid answers in the order of position, question and finding';
    addFault(issues, 'contradiction', [...path, misplaced], listed[misplaced], expected);
  }
  if (cells !== undefined) checkCounted(issues, listed, layout, cells);
  return listed;
}

function readAnswer<QuestionId extends string>(
  issues: Issue[],
  path: readonly (string | number)[],
  value: unknown,
  { questions }: TallyLayout<QuestionId>,
): InvalidAnswer<QuestionId> | undefined {
  const fields = readFields(issues, path, value, ['question', 'position', 'found']);
  if (fields === undefined) return undefined;
  const id = fields.get('question');
  const question = questions.find((one) => one.id === id)?.id;
  if (question === undefined && fields.has('question')) {
    const where = [...path, 'question'];
    const text = readText(issues, where, id);
    if (text !== undefined) addUnknownQuestion(issues, where, text, questions);
  }
  const position = readField(fields, 'position', (held) =>
    readNumber(issues, [...path, 'position'], held, COUNT),
  );
  const found = readField(fields, 'found', (held) => readText(issues, [...path, 'found'], held));
  if (found !== undefined && found.length > LONGEST) {
    const expected = `a text of ${String(LONGEST)} characters at most`;
    addFault(issues, 'out-of-range', [...path, 'found'], found, expected);
  }
  if (question === undefined || position === undefined || found === undefined) return undefined;
  return { question, position, found };
}

/** Reports questions of which more invalid answers are listed than counted. */
function checkCounted(
  issues: Issue[],
  listed: readonly InvalidAnswer[],
  { questions, width }: TallyLayout,
  cells: readonly number[],
): void {
  for (const question of questions) {
    const { id } = question;
    const mentions = listed.filter((answer) => answer.question === id).length;
    if (mentions === 0) continue;
    let counted = 0;
    for (let start = 0; start < cells.length; start += width) {
      counted += cells[placesOf(question, start)[1] - 1] ?? 0;
    }
    if (mentions <= counted) continue;
    const expected = `at most the ${String(counted)} invalid answers to "${id}" that are counted`;
    addFault(issues, 'contradiction', ['firstInvalid'], mentions, expected);
  }
}
