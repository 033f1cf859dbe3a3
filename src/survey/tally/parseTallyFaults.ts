import { closestName } from '../../shared/closestName.ts';
import type { Issue, IssueCode } from '../../shared/issue.ts';
import { pathText, quote, quoteList } from '../../shared/quote.ts';

/** The keys and positions that lead to a value, from the outermost in. */
export type Path = readonly (string | number)[];

/** How many faults of one kind are reported in one place: a broken export may have millions. */
export const LISTED_FAULTS = 20;

/** Reports a value that is not what was expected. */
export function addFault(
  issues: Issue[],
  code: IssueCode,
  path: Path,
  value: unknown,
  expected: string,
): void {
  const found = quote(value);
  const message = `${pathText(path) || 'the whole'}: found ${found}, expected ${expected}`;
  issues.push({ code, path, found, expected, message });
}

/** Reports a key that is not there. */
function addMissing(issues: Issue[], path: Path): void {
  const expected = `the key ${quote(path.at(-1))}`;
  const message = `${pathText(path)}: missing`;
  issues.push({ code: 'missing', path, found: 'nothing', expected, message });
}

/**
 * The own fields of an object; a field that holds `undefined` is absent. Keys that are missing, and
 * the first {@link LISTED_FAULTS} that are unknown, are reported. None when it is no object.
 */
export function readFields(
  issues: Issue[],
  path: Path,
  value: unknown,
  required: readonly string[],
  optional: readonly string[] = [],
): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    addFault(issues, 'wrong-type', path, value, 'an object');
    return undefined;
  }
  const known = [...required, ...optional];
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  const fields = new Map<string, unknown>(entries.filter(([key]) => known.includes(key)));
  for (const key of required) if (!fields.has(key)) addMissing(issues, [...path, key]);
  const strangers = entries.filter(([key]) => !known.includes(key));
  for (const [key] of strangers.slice(0, LISTED_FAULTS)) {
    const near = closestName(key, known);
    const expected = quoteList(known);
    const hint = near === undefined ? `expected ${expected}` : `did you mean ${quote(near)}?`;
    const where = [...path, key];
    const message = `${pathText(where)}: unknown key, ${hint}`;
    issues.push({ code: 'unknown-key', path: where, found: quote(key), expected, message });
  }
  return fields;
}

/** What a reader makes of a field; nothing when the field is absent. */
export function readField<Value>(
  fields: ReadonlyMap<string, unknown> | undefined,
  key: string,
  reader: (value: unknown) => Value,
): Value | undefined {
  return fields?.has(key) === true ? reader(fields.get(key)) : undefined;
}

/** A list, if the value is one. */
export function readList(
  issues: Issue[],
  path: Path,
  value: unknown,
): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  addFault(issues, 'wrong-type', path, value, 'a list');
  return undefined;
}

/** A text, if the value is one. */
export function readText(issues: Issue[], path: Path, value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  addFault(issues, 'wrong-type', path, value, 'a text');
  return undefined;
}

/** Which numbers are accepted, and how messages call them. */
export interface NumberRule {
  /** Whether a number is accepted. */
  readonly accepts: (value: number) => boolean;
  /** What is accepted, in words. */
  readonly expected: string;
}

/** Counts: whole numbers that a number holds exactly. */
export const COUNT: NumberRule = {
  accepts: (value) => Number.isSafeInteger(value) && value >= 0,
  expected: 'a whole number, 0 or more',
};

/** A number that the rule accepts. */
export function readNumber(
  issues: Issue[],
  path: Path,
  value: unknown,
  { accepts, expected }: NumberRule,
): number | undefined {
  if (typeof value === 'number' && accepts(value)) return value;
  const code = typeof value === 'number' ? 'out-of-range' : 'wrong-type';
  addFault(issues, code, path, value, expected);
  return undefined;
}

/**
 * A copy of a list of so many numbers that the rule accepts; none when there is any fault, of which
 * the first {@link LISTED_FAULTS} are reported.
 */
export function readNumbers(
  issues: Issue[],
  path: Path,
  value: unknown,
  rule: NumberRule,
  length?: number,
): readonly number[] | undefined {
  const list = readList(issues, path, value);
  if (list === undefined) return undefined;
  const before = issues.length;
  if (length !== undefined && list.length !== length) {
    addFault(issues, 'out-of-range', path, list, `a list of ${String(length)}`);
  }
  const numbers: number[] = [];
  for (let place = 0; place < list.length; place += 1) {
    const number = list[place];
    // Quick where all is well, as it nearly always is. Adding 0 turns -0 into 0.
    if (typeof number === 'number' && rule.accepts(number)) numbers.push(number + 0);
    else readNumber(issues, [...path, place], number, rule);
    if (issues.length - before >= LISTED_FAULTS) break;
  }
  return issues.length === before ? numbers : undefined;
}
