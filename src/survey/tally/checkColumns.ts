import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { ResponseColumns } from './columns.ts';

/** The longest list there can be. */
const MOST_ROWS = 4_294_967_295;

/** Refuses columns without a length or without answers. */
export function checkColumns({ length, answers }: ResponseColumns): void {
  if (!(Number.isInteger(length) && length >= 0 && length <= MOST_ROWS)) {
    throw refusal('length', length, `a whole number, 0 to ${MOST_ROWS}`);
  }
  if (!isObject(answers)) throw refusal('answers', answers, 'an object with a column per question');
}

/** Whether something can hold columns. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function refusal(key: string, found: unknown, expected: string): ServiceCycleError {
  const message = `${key} of the columns: found ${quote(found)}, expected ${expected}`;
  return new ServiceCycleError('invalid-argument', message);
}
