import { quote } from '../shared/quote.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';

/** What a count is at least where it is not 0: formulas divide by it and square that. */
const SMALLEST = 1e-15;

/**
 * Refuses counts that are not all 0, or from 1e-15 to 2^53 - 1, so that no formula overflows. Fractions
 * are accepted: weighted answers have them.
 *
 * @param name - what the counts are called where they were given
 * @param counts - the numbers to check
 * @throws `invalid-argument` naming the counts
 */
export function checkCounts(name: string, counts: readonly number[]): void {
  const odd = counts.findIndex(
    (count) => count !== 0 && !(count >= SMALLEST && count <= Number.MAX_SAFE_INTEGER),
  );
  if (odd < 0) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `${name}: found ${quote(counts[odd])}, expected 0 or a number from ${SMALLEST} to 2^53 - 1`,
  );
}
