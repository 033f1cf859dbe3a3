import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { CrossProducts } from './crossProducts.ts';

/** Refuses cross-products whose sums are not as many as their columns make, or out of range. */
export function checkCrossProducts({ n, columns, sums }: CrossProducts): void {
  const expected = ((columns + 2) * (columns + 3)) / 2;
  if (sums.length !== expected) {
    throw new ServiceCycleError(
      'invalid-argument',
      `there are ${quote(sums.length)} sums of ${quote(columns)} columns; expected ${expected}`,
    );
  }
  if (!(Number.isSafeInteger(n) && n >= 0)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `n is ${quote(n)}; expected a whole number, 0 or more`,
    );
  }
  const odd = sums.find((sum) => !(Math.abs(sum) <= 1e150));
  if (odd !== undefined) {
    throw new ServiceCycleError(
      'invalid-argument',
      `a sum is ${quote(odd)}; expected numbers of at most 1e150 in size`,
    );
  }
  if (!((sums[0] ?? 0) > 0) && n > 0) {
    throw new ServiceCycleError(
      'invalid-argument',
      `the weights add up to ${quote(sums[0])}; expected a number above 0`,
    );
  }
}
