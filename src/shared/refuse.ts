import { closestName } from './closestName.ts';
import { quote, quoteList } from './quote.ts';
import { ServiceCycleError } from './serviceCycleError.ts';

/**
 * Refuses an argument, in the one form in which this package does.
 *
 * @param name - what the argument is called where it was given
 * @param found - the argument
 * @param expected - what would have been accepted
 * @throws `invalid-argument` naming all three
 */
export function refuse(name: string, found: unknown, expected: string): never {
  throw new ServiceCycleError(
    'invalid-argument',
    `${name} is ${quote(found)}; expected ${expected}`,
  );
}

/**
 * Refuses a confidence level that is not above 0 and below 1, such as 95 where 0.95 was meant.
 *
 * It quotes numbers only: with `quote` the smallest interval that a page can import would weigh a
 * sixth more.
 */
export function checkLevel(level: unknown): void {
  if (isOpenShare(level)) return;
  const found = typeof level === 'number' ? level : typeof level;
  throw new ServiceCycleError(
    'invalid-argument',
    `level is ${found}; expected a number above 0 and below 1`,
  );
}

/** Refuses a share that is not above 0 and below 1. */
export function checkOpenShare(name: string, share: unknown): void {
  if (!isOpenShare(share)) refuse(name, share, 'a number above 0 and below 1');
}

function isOpenShare(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value < 1;
}

/** Refuses what is none of the names that may be chosen, with the one that was meant. */
export function checkOneOf(name: string, value: unknown, choices: readonly string[]): void {
  if (choices.some((choice) => choice === value)) return;
  const meant = typeof value === 'string' ? closestName(value, choices) : undefined;
  const hint = meant === undefined ? '' : `; did you mean ${quote(meant)}?`;
  refuse(name, value, `${quoteList(choices)}${hint}`);
}

/** Refuses what is no object with fields, such as null or a list. */
function checkObject(name: string, value: unknown): asserts value is object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
  refuse(name, value, 'an object');
}

/** Refuses options that are no object, and names that no option has, with the one that was meant. */
export function checkOptions(options: unknown, names: readonly string[]): void {
  checkObject('options', options);
  for (const name of Object.keys(options)) checkOneOf('a key of options', name, names);
}

/** What a reader takes besides lists and other iterables: a stream, or a value of such a `kind`. */
type Source = 'stream' | 'columns' | 'measurement-tally';

/** Refuses what is neither a list of rows nor anything else that a reader takes. */
export function checkRows(name: string, rows: unknown, ...also: readonly Source[]): void {
  if (typeof rows === 'object' && rows !== null && isReadable(rows, also)) return;
  const others = also.map((source) => `, ${source.replace('-', ' ')}`).join('');
  refuse(name, rows, `a list or another iterable${others}`);
}

function isReadable(rows: object, also: readonly Source[]): boolean {
  if ('kind' in rows && also.some((source) => source !== 'stream')) {
    return also.some((source) => source === rows.kind);
  }
  const isStream = also.includes('stream') && Symbol.asyncIterator in rows;
  const key = isStream ? Symbol.asyncIterator : Symbol.iterator;
  return typeof Reflect.get(rows, key) === 'function';
}
