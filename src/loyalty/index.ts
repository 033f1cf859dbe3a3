/**
 * Who stays, what that is worth, and what keeping customers brings beside winning others.
 *
 * @module service-cycle/loyalty
 */

// Loyalty: who stays
export { tallyRetention } from './tallyRetention.ts';
export { parseRetentionTally } from './parseRetentionTally.ts';
export { mergeRetentionTallies } from './mergeRetentionTallies.ts';
export { retention } from './retention.ts';
export type {
  CohortCounts,
  CountedCohort,
  CustomerTenure,
  InvalidTenure,
  InvalidTenureReason,
  RetentionTally,
} from './tallyTypes.ts';
export type {
  CohortRetention,
  Retention,
  RetentionFigures,
  RetentionOptions,
  RetentionPeriod,
  RetentionShare,
} from './retentionTypes.ts';

// Loyalty: what a customer is worth, and what keeping one costs
export {
  type CustomerLifetime,
  type CustomerLifetimeValue,
  type CustomerLifetimeValueNotEstimable,
  customerLifetimeValue,
} from './customerLifetimeValue.ts';
export { type CohortLifetimeValue, cohortLifetimeValue } from './cohortLifetimeValue.ts';
export type { KeptCustomers } from './keptCustomers.ts';
export { retentionAgainstAcquisition } from './retentionAgainstAcquisition.ts';
export type {
  CostPerKept,
  CostPerKeptNotEstimable,
  CostPerWon,
  CostPerWonNotEstimable,
  Multiple,
  RetentionAgainstAcquisition,
  RetentionCase,
  RetentionCaution,
} from './acquisitionTypes.ts';
export {
  type DissatisfactionCase,
  type DissatisfactionLoss,
  type DissatisfactionLossNotEstimable,
  dissatisfactionLoss,
  type WorthRange,
} from './dissatisfactionLoss.ts';
export {
  type CustomerFigure,
  type CustomersInMoney,
  customersInMoney,
  type MoneyOptions,
} from './customersInMoney.ts';
