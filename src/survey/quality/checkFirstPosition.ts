import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';

/** Refuses a position of the first response that is not a whole number, 0 or more. */
export function checkFirstPosition(firstPosition: number): void {
  if (Number.isSafeInteger(firstPosition) && firstPosition >= 0) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `firstPosition: found ${quote(firstPosition)}, expected a whole number, 0 or more`,
  );
}
