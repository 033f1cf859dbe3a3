/**
 * What laws are tested with: made-up cycles, service plans, surveys, responses, visits and counts for
 * [fast-check](https://fast-check.dev), the same that the laws of this package use.
 *
 * @module service-cycle/testing
 */

// Made-up data for laws of your own
export type { FastCheck } from './fastCheck.ts';
export { arbitraryCounts, type ArbitraryCountsOptions } from './arbitraryCounts.ts';
export { arbitraryCycle } from './arbitraryCycle.ts';
export { arbitraryResponses, type ArbitraryResponsesOptions } from './arbitraryResponses.ts';
export { arbitraryServicePlan } from './arbitraryServicePlan.ts';
export { arbitrarySurvey, type ArbitrarySurveyOptions } from './arbitrarySurvey.ts';
export { arbitraryVisits, type ArbitraryVisitsOptions } from './arbitraryVisits.ts';
