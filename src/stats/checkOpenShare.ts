import { ServiceCycleError } from '../shared/serviceCycleError.ts';

/**
 * Refuses a share that is not above 0 and below 1, such as 95 where 0.95 was meant.
 *
 * @param name - what the share is called where it was given
 * @param share - the number to check
 * @throws `invalid-argument` naming the number
 */
export function checkOpenShare(name: string, share: number): void {
  if (!(share > 0 && share < 1)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `${name} is ${share}; expected a number above 0 and below 1`,
    );
  }
}
