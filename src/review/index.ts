// The loop: all five steps, and what to do next
export { momentStakes, type StakeOptions } from './momentStakes.ts';
export { reviewCycle, type ReviewOptions } from './reviewCycle.ts';
export type { NextStep, NextStepCode, Observations, Review } from './types.ts';
