/**
 * Who stays, what that is worth, and what keeping customers brings beside winning others.
 *
 * @module service-cycle/loyalty
 */

// Loyalty: what a customer is worth
export {
  type CustomerLifetime,
  type CustomerLifetimeValue,
  type CustomerLifetimeValueNotEstimable,
  customerLifetimeValue,
} from './customerLifetimeValue.ts';
