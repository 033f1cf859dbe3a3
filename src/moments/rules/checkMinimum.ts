import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';

/** Refuses a least number that is not a whole one, 1 or more. */
export function checkMinimum(name: string, minimum: number): void {
  if (Number.isSafeInteger(minimum) && minimum >= 1) return;
  const message = `${name}: found ${quote(minimum)}, expected a whole number, 1 or more`;
  throw new ServiceCycleError('invalid-argument', message);
}
