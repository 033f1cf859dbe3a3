import { checkObject, isFields } from '../../shared/refuse.ts';
import { setOwn } from '../reading/setOwn.ts';

/**
 * The answers of SurveyJS (`survey.data`) as a row for `readResponses`: those of a matrix under `name.row`.
 *
 * @example
 * flattenSurveyJs({ nps: 9, moments: { wait: 4, room: 2 } });
 * // => { nps: 9, 'moments.wait': 4, 'moments.room': 2 }
 */
export function flattenSurveyJs(data: { readonly [name: string]: unknown }): {
  readonly [header: string]: unknown;
} {
  checkObject('data', data);
  const row: { [header: string]: unknown } = {};
  for (const [name, answer] of Object.entries(data)) {
    if (isFields(answer) && !(answer instanceof Date)) {
      for (const [part, value] of Object.entries(answer)) setOwn(row, `${name}.${part}`, value);
    } else setOwn(row, name, answer);
  }
  return row;
}
