import { quote } from './quote.ts';
import { ServiceCycleError } from './serviceCycleError.ts';

/** Refuses what is neither a list of rows, a stream of them, nor columns. */
export function checkRows(name: string, rows: unknown): void {
  const isObject = typeof rows === 'object' && rows !== null;
  if (isObject && (Symbol.iterator in rows || Symbol.asyncIterator in rows || 'kind' in rows))
    return;
  throw new ServiceCycleError(
    'invalid-argument',
    `found ${quote(rows)} as ${name}, expected a list, or another iterable`,
  );
}
