import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';

/**
 * Refuses degrees of freedom below 1. Infinity is accepted: it stands for the normal distribution.
 *
 * @param degreesOfFreedom - the parameter of a t distribution
 * @throws `invalid-argument` naming the number
 */
export function checkDegreesOfFreedom(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom >= 1)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `degreesOfFreedom is ${quote(degreesOfFreedom)}; expected a number, 1 or more`,
    );
  }
}
