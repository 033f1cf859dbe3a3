import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';

/**
 * A value to group by, as text: texts that are not blank, numbers, truth values and big integers. Everything
 * else, `NaN` and nothing at all included, is `null`: the group of those without a value.
 */
export function groupValue(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return value.trim() === '' ? null : value;
    case 'number':
      return Number.isNaN(value) ? null : String(value);
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      return null;
  }
}

/** The same of a response; refuses a date or another object there. */
export function groupText(name: string, value: unknown): string | null {
  // Every object answers to `__proto__` with another one, which nobody gave.
  if (typeof value !== 'object' || value === null || name in {}) return groupValue(value);
  const found = value instanceof Date ? 'a Date' : quote(value);
  throw new ServiceCycleError(
    'invalid-argument',
    `${quote(name)} of a response is ${found}; expected a text or a number to group by, such as the month as "2026-11"`,
  );
}
