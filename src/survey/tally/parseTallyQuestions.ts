import { closestName } from '../../shared/closestName.ts';
import type { Issue } from '../../shared/issue.ts';
import { pathText, quote, quoteList } from '../../shared/quote.ts';
import type { TalliedQuestion } from '../types.ts';
import { addFault, LISTED_FAULTS, type Path, readFields, readList } from './parseTallyFaults.ts';

/** Reports where the questions of a tally are not those of the survey, in its order and on its scales. */
export function checkQuestions(
  issues: Issue[],
  value: unknown,
  asked: readonly TalliedQuestion[],
): void {
  const list = readList(issues, ['questions'], value);
  if (list === undefined) return;
  const seen = new Set<unknown>();
  const askedById = new Map<unknown, TalliedQuestion>(asked.map((one) => [one.id, one]));
  // Beyond the questions of the survey every entry is a fault.
  for (let place = 0; place < Math.min(list.length, asked.length + LISTED_FAULTS); place += 1) {
    const path = ['questions', place];
    const fields = readFields(issues, path, list[place], ['id', 'scale', 'firstCell']);
    if (fields?.has('id') !== true) continue;
    const id = fields.get('id');
    const question = askedById.get(id);
    const isKnown = question !== undefined;
    checkId(issues, [...path, 'id'], id, asked, place, { isKnown, isAgain: seen.has(id) });
    seen.add(id);
    if (question === undefined) continue;
    if (fields.has('scale')) checkScale(issues, [...path, 'scale'], fields.get('scale'), question);
    if (fields.has('firstCell')) {
      checkEqual(issues, [...path, 'firstCell'], fields.get('firstCell'), question.firstCell);
    }
  }
  for (const { id } of asked.filter((one) => !seen.has(one.id))) {
    const expected = `the question ${quote(id)}`;
    const message = `questions: missing, expected ${expected}`;
    issues.push({ code: 'missing', path: ['questions'], found: 'nothing', expected, message });
  }
}

function checkId(
  issues: Issue[],
  path: Path,
  id: unknown,
  asked: readonly TalliedQuestion[],
  place: number,
  { isKnown, isAgain }: { readonly isKnown: boolean; readonly isAgain: boolean },
): void {
  if (typeof id !== 'string') {
    addFault(issues, 'wrong-type', path, id, 'a text');
  } else if (isAgain) {
    addFault(issues, 'duplicate-id', path, id, 'an id that no other question has');
  } else if (!isKnown) {
    addUnknownQuestion(issues, path, id, asked);
  } else if (asked[place]?.id !== id) {
    const here = asked[place];
    const expected = here === undefined ? 'no more questions' : quote(here.id);
    addFault(issues, 'contradiction', path, id, `${expected}, by the order of the survey`);
  }
}

/** Reports the id of a question that the survey does not rate. */
export function addUnknownQuestion(
  issues: Issue[],
  path: Path,
  id: string,
  asked: readonly TalliedQuestion[],
): void {
  const names = asked.map((one) => one.id);
  const near = closestName(id, names);
  const expected = quoteList(names) || 'no question, since the survey rates none';
  const hint = near === undefined ? `expected ${expected}` : `did you mean ${quote(near)}?`;
  const found = quote(id);
  const message = `${pathText(path)}: the survey has no rated question ${found}, ${hint}`;
  issues.push({ code: 'unknown-reference', path, found, expected, message });
}

/** Labels and codes for "not applicable" may differ: they have no part in where answers are counted. */
function checkScale(
  issues: Issue[],
  path: Path,
  value: unknown,
  { scale: { min, max, step = 1, reversed = false } }: TalliedQuestion,
): void {
  const optional = ['step', 'reversed', 'notApplicable', 'labels'];
  const fields = readFields(issues, path, value, ['min', 'max'], optional);
  if (fields === undefined) return;
  for (const [key, expected] of Object.entries({ min, max })) {
    if (fields.has(key)) checkEqual(issues, [...path, key], fields.get(key), expected);
  }
  checkEqual(issues, [...path, 'step'], fields.get('step') ?? 1, step);
  checkEqual(issues, [...path, 'reversed'], fields.get('reversed') ?? false, reversed);
}

/** Reports a value that is another one than the survey asks for. */
export function checkEqual(
  issues: Issue[],
  path: Path,
  found: unknown,
  expected: string | number | boolean,
): void {
  if (found === expected) return;
  const code = typeof found === typeof expected ? 'contradiction' : 'wrong-type';
  addFault(issues, code, path, found, asInSurvey(expected));
}

function asInSurvey(expected: string | number | boolean): string {
  return `${quote(expected)}, as the survey has it`;
}
