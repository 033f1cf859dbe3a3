import { checkOptions } from '../../shared/checkOptions.ts';
import { quote } from '../../shared/quote.ts';
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
