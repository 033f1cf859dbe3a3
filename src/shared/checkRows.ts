import { quote } from './quote.ts';
import { ServiceCycleError } from './serviceCycleError.ts';

/** What a reader takes besides lists and other iterables: a stream, or a value of such a `kind`. */
type Source = 'stream' | 'columns' | 'measurement-tally';

/** Refuses what is neither a list of rows nor anything else that a reader takes. */
export function checkRows(name: string, rows: unknown, ...also: readonly Source[]): void {
  if (typeof rows === 'object' && rows !== null && isReadable(rows, also)) return;
  const others = also.map((source) => `, ${source.replace('-', ' ')}`).join('');
  throw new ServiceCycleError(
    'invalid-argument',
    `found ${quote(rows)} as ${name}, expected a list or another iterable${others}`,
  );
}

function isReadable(rows: object, also: readonly Source[]): boolean {
  if ('kind' in rows && also.some((source) => source !== 'stream')) {
    return also.some((source) => source === rows.kind);
  }
  const isStream = also.includes('stream') && Symbol.asyncIterator in rows;
  const key = isStream ? Symbol.asyncIterator : Symbol.iterator;
  return typeof Reflect.get(rows, key) === 'function';
}
