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
