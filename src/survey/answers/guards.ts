import { checkOptions } from '../../shared/checkOptions.ts';
import { quote, quoteList } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';

/** Refuses an argument, in the one form "X is Y; expected Z". */
export function refuse(name: string, found: unknown, expected: string): never {
  throw new ServiceCycleError(
    'invalid-argument',
    `${name} is ${quote(found)}; expected ${expected}`,
  );
}

/** Refuses what is no number, text such as `'0.5'` too, or no number for which something holds. */
export function checkNumber(
  name: string,
  value: unknown,
  expected: string,
  holds: (value: number) => boolean,
): void {
  if (typeof value !== 'number' || !holds(value)) refuse(name, value, expected);
}

/** Refuses a confidence level that is not above 0 and below 1. */
export function checkLevel(level: unknown): void {
  checkNumber('level', level, 'a number above 0 and below 1', (x) => x > 0 && x < 1);
}

/** Refuses options that are neither the level nor one of these names, and a level that is none. */
export function checkScoreOptions(
  options: { readonly level?: unknown },
  ...names: readonly string[]
): void {
  checkOptions(options, ['level', ...names]);
  if (options.level !== undefined) checkLevel(options.level);
}

/** Whether something is a finite number, 0 or more. */
export function isWeight(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < Infinity;
}

/** Refuses a weight that is no finite number, 0 or more. */
export function checkWeight(name: string, weight: unknown): void {
  if (!isWeight(weight)) refuse(name, weight, 'a finite number, 0 or more');
}

/** Refuses what is no object with fields, such as null or a list. */
export function checkObject(name: string, value: unknown): void {
  if (!isFields(value)) refuse(name, value, 'an object');
}

/** Refuses what is no list. */
export function checkList(name: string, value: unknown): void {
  if (!Array.isArray(value)) refuse(name, value, 'a list');
}

/** Refuses what is neither a list nor a typed array. */
export function checkArray(name: string, value: unknown): void {
  if (!(Array.isArray(value) || ArrayBuffer.isView(value))) refuse(name, value, 'a list');
}

/** Refuses what is no list of lists. */
export function checkLists(name: string, value: unknown): void {
  if (!(Array.isArray(value) && value.every(Array.isArray))) refuse(name, value, 'a list of lists');
}

/** Refuses what is no list of objects. */
export function checkObjects(name: string, value: unknown): void {
  if (!(Array.isArray(value) && value.every(isFields))) refuse(name, value, 'a list of objects');
}

/** Refuses what is no text. */
export function checkText(name: string, value: unknown): void {
  if (typeof value !== 'string') refuse(name, value, 'a text');
}

/** Refuses what is none of the names that may be chosen. */
export function checkOneOf(name: string, value: unknown, choices: readonly string[]): void {
  if (!choices.some((choice) => choice === value)) refuse(name, value, quoteList(choices));
}

/** Refuses what is no survey, one whose questions are no objects too. */
export function checkSurvey(survey: unknown): void {
  checkObject('survey', survey);
  const { questions } = Object(survey) as { readonly questions?: unknown };
  checkObjects('the questions of survey', questions);
}

/** Refuses what is no tally of a kind. */
export function checkKind(name: string, tally: unknown, kind: string): void {
  const found = isFields(tally) && 'kind' in tally ? tally.kind : tally;
  if (found !== kind) refuse(name, found, `a tally of the kind ${quote(kind)}`);
}

/** Refuses one of two tallies that is none of the kind. */
export function checkBoth(one: unknown, other: unknown, kind: string): void {
  checkKind('one', one, kind);
  checkKind('other', other, kind);
}

/** Whether something is an object with fields. */
export function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
