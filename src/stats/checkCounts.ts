import { ServiceCycleError } from '../shared/serviceCycleError.ts';

/**
 * Refuses counts that are not all finite and 0 or more. Fractions are accepted: weighted answers have
 * them.
 *
 * @param name - what the counts are called where they were given
 * @param counts - the numbers to check
 * @throws `invalid-argument` naming the counts
 */
export function checkCounts(name: string, counts: readonly number[]): void {
  if (!counts.every((count) => count >= 0 && count < Infinity)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `${name} is ${counts.join(' ')}; expected finite numbers, 0 or more`,
    );
  }
}
