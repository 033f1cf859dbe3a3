import { isDay } from './calendar.ts';
import { closestName } from './closestName.ts';
import { quote, quoteList } from './quote.ts';
import { ServiceCycleError } from './serviceCycleError.ts';

/** What an argument is called where it was given: where many are read, told only once one is refused. */
type Name = string | (() => string);

/**
 * Refuses an argument, in the one form in which this package does.
 *
 * @param name - what the argument is called where it was given
 * @param found - the argument
 * @param expected - what would have been accepted
 * @throws `invalid-argument` naming all three
 */
export function refuse(name: Name, found: unknown, expected: string): never {
  const called = typeof name === 'string' ? name : name();
  throw new ServiceCycleError(
    'invalid-argument',
    `${called} is ${quote(found)}; expected ${expected}`,
  );
}

/**
 * An argument in few words: a number as it is, of all else the kind. With `quote` the smallest interval that
 * a page can import would weigh a sixth more.
 */
export function brief(found: unknown): string | number {
  return typeof found === 'number' ? found : typeof found;
}

/** Refuses a confidence level that is not above 0 and below 1, such as 95 where 0.95 was meant. */
export function checkLevel(level: unknown): void {
  // Text is neither above nor below a number.
  const found = brief(level) as number;
  if (found > 0 && found < 1) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `level is ${found}; expected a number above 0 and below 1`,
  );
}

/** Refuses a share that is not above 0 and below 1. */
export function checkOpenShare(name: string, share: unknown): void {
  if (typeof share === 'number' && share > 0 && share < 1) return;
  refuse(name, share, 'a number above 0 and below 1');
}

/** Refuses a share that is not from 0 to 1, such as 95 where 0.95 was meant. */
export function checkShare(name: Name, share: unknown): void {
  checkBetween(name, share, 0, 1);
}

/** Refuses what is no number from `low` to `high`. */
export function checkBetween(name: Name, value: unknown, low: number, high: number): void {
  if (typeof value === 'number' && value >= low && value <= high) return;
  refuse(name, value, `a number from ${low} to ${high}`);
}

/** Refuses what is no number, text such as `'0.5'` too, or no number for which something holds. */
export function checkNumberThat(
  name: string,
  value: unknown,
  expected: string,
  holds: (value: number) => boolean,
): void {
  if (typeof value !== 'number' || !holds(value)) refuse(name, value, expected);
}

/** Refuses what is no finite number. */
export function checkNumber(name: string, value: unknown): void {
  if (!Number.isFinite(value)) refuse(name, value, 'a finite number');
}

/** Refuses what is no finite number, or one whose square is none. */
export function checkFigure(name: Name, value: unknown): void {
  if (typeof value === 'number' && Math.abs(value) <= MOST_FIGURE) return;
  refuse(name, value, 'a finite number, at most 1e150 away from 0');
}

/** The largest number that may be squared, summed up and multiplied by a count. */
const MOST_FIGURE = 1e150;

/** Refuses what is no finite number of `least` or more. */
export function checkAtLeast(name: Name, value: unknown, least: number): void {
  if (typeof value === 'number' && value >= least && value < Infinity) return;
  refuse(name, value, `a finite number, ${least} or more`);
}

/** Refuses what is no finite number above 0. */
export function checkPositive(name: string, value: unknown): void {
  if (typeof value === 'number' && value > 0 && value < Infinity) return;
  refuse(name, value, 'a finite number above 0');
}

/** Refuses what is no whole number from `least` to `most`, which is 2^53 - 1 where it is not told. */
export function checkCount(name: string, count: unknown, least = 0, most?: number): void {
  const highest = most ?? Number.MAX_SAFE_INTEGER;
  if (Number.isInteger(count) && Number(count) >= least && Number(count) <= highest) return;
  const range = most === undefined ? `, ${least} or more` : ` from ${least} to ${most}`;
  refuse(name, count, `a whole number${range}`);
}

/** Refuses what no stream of random numbers can start from. */
export function checkSeed(seed: unknown): void {
  if (!Number.isSafeInteger(seed)) refuse('seed', seed, 'a whole number of at most 53 bits');
}

/** Refuses what is none of the names that may be chosen, with the one that was meant. */
export function checkOneOf(name: string, value: unknown, choices: readonly string[]): void {
  if (choices.some((choice) => choice === value)) return;
  const meant = typeof value === 'string' ? closestName(value, choices) : undefined;
  const hint = meant === undefined ? '' : `; did you mean ${quote(meant)}?`;
  refuse(name, value, `${quoteList(choices)}${hint}`);
}

/** Refuses what is no object with fields, such as null or a list. */
export function checkObject(name: Name, value: unknown): asserts value is object {
  if (!isFields(value)) refuse(name, value, 'an object');
}

/** Refuses what is no list. */
export function checkList(name: string, value: unknown): asserts value is readonly unknown[] {
  if (!isList(value)) refuse(name, value, 'a list');
}

/** Refuses what is neither a list nor a typed array. */
export function checkArray(name: string, value: unknown): void {
  if (!(isList(value) || ArrayBuffer.isView(value))) refuse(name, value, 'a list');
}

/** Refuses what is no list of lists. */
export function checkLists(name: string, value: unknown): void {
  if (!isListOf(value, isList)) refuse(name, value, 'a list of lists');
}

/** Refuses what is no list of objects. */
export function checkObjects(name: string, value: unknown): void {
  if (!isListOf(value, isFields)) refuse(name, value, 'a list of objects');
}

/** Refuses what is no text. */
export function checkText(name: string, value: unknown): void {
  if (typeof value !== 'string') refuse(name, value, 'a text');
}

/** Refuses what is no day of the calendar. */
export function checkDay(name: Name, day: unknown): void {
  if (!isDay(day)) refuse(name, day, 'a day as YYYY-MM-DD that exists');
}

/** Refuses options that are no object, and names that no option has, with the one that was meant. */
export function checkOptions(
  options: unknown,
  names: readonly string[],
  called = 'options',
): asserts options is object {
  checkObject(called, options);
  for (const name of Object.keys(options)) checkOneOf(`a key of ${called}`, name, names);
}

/** What a reader takes besides lists and other iterables: a stream, or a value of such a `kind`. */
type Source = 'stream' | 'columns' | 'measurement-tally' | 'visit-tally' | 'tally';

/** Refuses what is neither a list of rows nor anything else that a reader takes. */
export function checkRows(name: string, rows: unknown, ...also: readonly Source[]): void {
  if (typeof rows === 'object' && rows !== null) {
    const kinds = also.filter((source) => source !== 'stream');
    if ('kind' in rows && kinds.length > 0) {
      if (kinds.some((kind) => kind === rows.kind)) return;
    } else {
      const isStream = also.includes('stream') && Symbol.asyncIterator in rows;
      const method = isStream ? Symbol.asyncIterator : Symbol.iterator;
      if (typeof Reflect.get(rows, method) === 'function') return;
    }
  }
  const others = also.map((source) => `, ${source.replace('-', ' ')}`).join('');
  refuse(name, rows, `a list or another iterable${others}`);
}

/** Whether something is a list that has the methods of one. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && typeof Reflect.get(value, Symbol.iterator) === 'function';
}

/** Whether something is a list of such; a hole in it, which `every` passes over, is none. */
function isListOf(value: unknown, holds: (member: unknown) => boolean): boolean {
  if (!isList(value)) return false;
  for (const member of value) if (!holds(member)) return false;
  return true;
}

/** Whether something is an object with fields. */
export function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
