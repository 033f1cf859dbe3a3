import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { ResponseColumns } from './columns.ts';

/** The longest list there can be. */
const MOST_ROWS = 4_294_967_295;

/**
 * Refuses columns without a length or without answers, and those of which none is so long: a length
 * that no column has is a number of respondents that anybody can make up.
 */
export function checkColumns(columns: ResponseColumns): void {
  const { length, answers, groups, weights, ids } = columns;
  if (!(Number.isInteger(length) && length >= 0 && length <= MOST_ROWS)) {
    throw refusal('length', length, `a whole number, 0 to ${MOST_ROWS}`);
  }
  if (!isObject(answers)) throw refusal('answers', answers, 'an object with a column per question');
  if (groups !== undefined && !isObject(groups)) {
    throw refusal('groups', groups, 'an object with codes and values per key');
  }
  for (const [key, column] of Object.entries({ weights, ids })) {
    if (column !== undefined && !isObject(column)) throw refusal(key, column, 'a list');
  }
  if (length === 0) return;
  const codes = Object.values(groups ?? {}).map((group: unknown) =>
    isObject(group) ? (Reflect.get(group, 'codes') as unknown) : undefined,
  );
  const all: readonly unknown[] = [...Object.values(answers), ...codes, weights, ids];
  if (all.some((column) => isObject(column) && Number(Reflect.get(column, 'length')) >= length)) {
    return;
  }
  throw refusal('length', length, 'the length of at least one of them');
}

/** Whether something can hold columns. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function refusal(key: string, found: unknown, expected: string): ServiceCycleError {
  const message = `${key} of the columns: found ${quote(found)}, expected ${expected}`;
  return new ServiceCycleError('invalid-argument', message);
}
