import { quote } from '../../shared/quote.ts';
import { checkList } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';

/** Refuses what is no list of keys, or one that names a key twice. */
export function checkKeys(name: string, keys: unknown): void {
  checkList(name, keys);
  const named = new Set<string>();
  for (const key of keys) {
    if (typeof key !== 'string') {
      throw new ServiceCycleError(
        'invalid-argument',
        `${name} names ${quote(key)}; expected texts`,
      );
    }
    if (named.has(key)) {
      throw new ServiceCycleError(
        'invalid-argument',
        `${name} names ${quote(key)} twice; expected each key once`,
      );
    }
    named.add(key);
  }
}
