import type { Issue } from '../../shared/issue.ts';
import type { GroupingKey, UnlistedValues } from '../types.ts';
import { LISTED_INVALID_ANSWERS } from './invalidList.ts';
import {
  addFault,
  COUNT,
  type Path,
  readField,
  readFields,
  readList,
  readNumber,
  readText,
} from './parseTallyFaults.ts';

/** The values of each key that are not among the allowed ones. */
export function readUnlisted(
  issues: Issue[],
  value: unknown,
  by: readonly GroupingKey[] | undefined,
): readonly UnlistedValues[] {
  const keys = new Set<string>();
  return readShort(issues, ['unlisted'], value, by?.length ?? 0).flatMap((held, at) => {
    const path = ['unlisted', at];
    const fields = readFields(issues, path, held, ['key', 'responses', 'values']);
    const key = readField(fields, 'key', (name) => readText(issues, [...path, 'key'], name));
    const isKey = by?.some(({ name }) => name === key) === true;
    if (key !== undefined && (!isKey || keys.has(key))) {
      addFault(issues, 'unknown-reference', [...path, 'key'], key, 'a key of the tally, each once');
    }
    if (key !== undefined) keys.add(key);
    const responses = readField(fields, 'responses', (count) =>
      readNumber(issues, [...path, 'responses'], count, COUNT),
    );
    const values = readField(fields, 'values', (list) =>
      readValues(issues, [...path, 'values'], list),
    );
    if (key === undefined || responses === undefined || values === undefined) return [];
    return [{ key, responses, values }];
  });
}

function readValues(issues: Issue[], path: Path, value: unknown): UnlistedValues['values'] {
  return readShort(issues, path, value, LISTED_INVALID_ANSWERS).flatMap((held, at) => {
    const own = [...path, at];
    const fields = readFields(issues, own, held, ['value', 'responses']);
    const text = readField(fields, 'value', (found) => readText(issues, [...own, 'value'], found));
    const responses = readField(fields, 'responses', (count) =>
      readNumber(issues, [...own, 'responses'], count, COUNT),
    );
    return text === undefined || responses === undefined ? [] : [{ value: text, responses }];
  });
}

/** A list of so many entries at most. */
function readShort(issues: Issue[], path: Path, value: unknown, most: number): readonly unknown[] {
  const list = readList(issues, path, value) ?? [];
  if (list.length > most) addFault(issues, 'out-of-range', path, list, `a list of ${most} at most`);
  return list.slice(0, most);
}
