import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';

/** Refuses a threshold that is not a share, such as 10 where 0.1 was meant. */
export function checkThreshold(name: string, share: number): void {
  if (share >= 0 && share <= 1) return;
  const message = `${name}: found ${quote(share)}, expected a number from 0 to 1`;
  throw new ServiceCycleError('invalid-argument', message);
}
