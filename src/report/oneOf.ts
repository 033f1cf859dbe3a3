import { checkOneOf } from '../shared/refuse.ts';

/** What a table holds for one of its keys; another key is refused as what it was read from. */
export function oneOf<Value>(
  table: Readonly<Record<string, Value>>,
  key: string,
  called: string,
): Value {
  checkOneOf(called, key, Object.keys(table));
  return table[key] as Value;
}
