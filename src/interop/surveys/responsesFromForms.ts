import { isFields } from '../../shared/refuse.ts';
import { importLog } from '../reading/importLog.ts';
import type { DataRow, Import } from '../reading/importTypes.ts';
import { fieldOf, fieldsOf, listOf, textOf } from '../reading/outsideValue.ts';
import { setOwn } from '../reading/setOwn.ts';
import { flattenSurveyJs } from './flattenSurveyJs.ts';

/** What became of the answers of one response. */
export interface AnswersReport {
  /** How many answers there are. */
  readonly read: number;
  /** How many of them are in the row. */
  readonly kept: number;
}

/**
 * The response of a Typeform webhook, or one of the list that its Responses API gives, as a row for `readResponses`: answers
 * under the `ref` of their field, or its `id` where there is none, with `token`, `submitted_at` and hidden fields beside them.
 *
 * A choice becomes its label, several become a list. Issues: `wrong-format` for what is no such response, `left-out` for
 * kinds of answers that have no value, `duplicate-id` for two answers of one field.
 *
 * @param payload - the parsed body
 * @example
 * const read = responseFromTypeform({
 *   form_response: {
 *     token: 'a1',
 *     submitted_at: '2024-03-04T08:30:00Z',
 *     hidden: { branch: 'north' },
 *     answers: [{ type: 'number', number: 9, field: { id: 'x1', ref: 'nps', type: 'opinion_scale' } }],
 *   },
 * });
 * read.ok && read.value;
 * // => { token: 'a1', submitted_at: '2024-03-04T08:30:00Z', branch: 'north', nps: 9 }
 */
export function responseFromTypeform(payload: unknown): Import<DataRow, AnswersReport> {
  const log = importLog();
  const form = fieldOf(payload, 'form_response') ?? payload;
  const row: { [header: string]: unknown } = {};
  const answers = fieldOf(form, 'answers');
  // Who answers nothing has no list.
  const isEmpty = (answers ?? null) === null && textOf(fieldOf(form, 'token')) !== '';
  if (!Array.isArray(answers) && !isEmpty) {
    const expected = 'form_response with a list of answers, as Typeform sends';
    log.refuse({
      code: 'wrong-format',
      path: ['form_response', 'answers'],
      found: answers,
      expected,
    });
  }
  for (const name of ['token', 'submitted_at']) {
    const value = fieldOf(form, name);
    if (value !== undefined) setOwn(row, name, value);
  }
  for (const [name, value] of Object.entries(fieldsOf(fieldOf(form, 'hidden'))))
    setOwn(row, name, value);
  let kept = 0;
  for (const [at, answer] of listOf(answers).entries()) {
    const path = ['form_response', 'answers', at];
    const field = fieldOf(answer, 'field');
    const name = textOf(fieldOf(field, 'ref')) || textOf(fieldOf(field, 'id'));
    const value = typeformValue(answer);
    if (name === '' || value === undefined) {
      const expected = 'an answer with a value and a field';
      log.note({ code: 'left-out', path, found: fieldOf(answer, 'type'), expected });
    } else if (Object.hasOwn(row, name)) {
      log.note({ code: 'duplicate-id', path, found: name, expected: 'each field once' });
    } else {
      setOwn(row, name, value);
      kept += 1;
    }
  }
  return log.close(() => row, { read: listOf(answers).length, kept });
}

function typeformValue(answer: unknown): unknown {
  const type = textOf(fieldOf(answer, 'type'));
  const value = fieldOf(answer, type);
  if (type === 'choice') return fieldOf(value, 'label') ?? fieldOf(value, 'other');
  if (type === 'choices') {
    return [
      ...listOf(fieldOf(value, 'labels')),
      ...[fieldOf(value, 'other')].filter((one) => one !== undefined),
    ];
  }
  return isFields(value) ? undefined : value;
}

/**
 * The response of a Formbricks webhook as a row for `readResponses`: its data, with `surveyId` and `finished` beside them;
 * the answers of a matrix stand under `question.row`. Both the response itself and the body that carries it as `data` are
 * taken.
 *
 * Issues: `wrong-format` for what is no such response.
 *
 * @param payload - the parsed body
 * @example
 * const read = responseFromFormbricks({ surveyId: 's1', finished: true, data: { nps: 9, why: 'Kind' } });
 * read.ok && read.value; // => { surveyId: 's1', finished: true, nps: 9, why: 'Kind' }
 */
export function responseFromFormbricks(payload: unknown): Import<DataRow, AnswersReport> {
  const log = importLog();
  const inner = fieldOf(payload, 'data');
  const isBare = fieldOf(payload, 'surveyId') !== undefined;
  const response = !isBare && isFields(fieldOf(inner, 'data')) ? inner : payload;
  const data = fieldOf(response, 'data');
  if (!isFields(data) || fieldOf(response, 'surveyId') === undefined) {
    const expected = 'surveyId and an object of answers, as Formbricks sends';
    log.refuse({ code: 'wrong-format', path: ['data'], found: data, expected });
  }
  const row: { [header: string]: unknown } = {};
  for (const name of ['id', 'surveyId', 'finished', 'createdAt']) {
    const value = fieldOf(response, name);
    if (value !== undefined) setOwn(row, name, value);
  }
  const answers = Object.entries(flattenSurveyJs(fieldsOf(data)));
  for (const [name, value] of answers) setOwn(row, name, value);
  return log.close(() => row, { read: answers.length, kept: answers.length });
}
