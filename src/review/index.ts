// The loop: all five steps, and what to do next
export { momentStakes } from './momentStakes.ts';
export type {
  AssumedHarm,
  CountedUsage,
  MomentStakes,
  StakeFinding,
  StakeFindingCode,
  StakeOptions,
} from './stakes/stakeTypes.ts';
export { reviewCycle, type ReviewOptions } from './reviewCycle.ts';
export type { NextStep, NextStepCode, Observations, Review } from './types.ts';
