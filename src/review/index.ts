// The loop: all five steps, what to do next, and what changed since
export {
  compareReviews,
  type MomentChange,
  type PlanChange,
  type ReviewComparison,
  type StandardChange,
} from './compareReviews.ts';
export { momentStakes } from './momentStakes.ts';
export type {
  AssumedHarm,
  CountedUsage,
  MomentStakes,
  StakeFinding,
  StakeFindingCode,
  StakeOptions,
} from './stakes/stakeTypes.ts';
export type { MeasurementColumns, Observations, ObservedMeasurements } from './observations.ts';
export { reviewCycle, type ReviewOptions } from './reviewCycle.ts';
export type { NextStep, NextStepCode, PlanState, Review } from './types.ts';
