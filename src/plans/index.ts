/**
 * Step 3: what single plans bring, and what came of them.
 *
 * @module service-cycle/plans
 */

// Step 3: which plans, within the resources
export { expectedBenefit } from './expectedBenefit.ts';
export { selectActionPlans } from './selectActionPlans.ts';
export { type ActionPlanStep, actionPlanStep } from './actionPlanStep.ts';
export type {
  AssumptionMove,
  FoundSelection,
  GreedySelection,
  InfeasibleSelection,
  MarginalValue,
  PlanRobustness,
  PlanSelection,
  ResourceUse,
  SelectionDefinition,
  SelectionDemand,
  SelectionOptions,
  SelectionRobustness,
  UndecidedSelection,
} from './types.ts';
export type {
  AreaLimit,
  ChosenPlan,
  ChosenReason,
  LeftPlan,
  LeftReason,
  Shortage,
} from './reasonTypes.ts';
export type {
  Assumption,
  ExpectedBenefit,
  KnownBenefit,
  PlanEffects,
  UnknownBenefit,
} from './benefitTypes.ts';
export type {
  CycleStakes,
  Figure,
  Harm,
  MomentStake,
  StakeBasis,
  Stakes,
} from './stakes.ts';
export { trackActionPlans } from './trackActionPlans.ts';
export type {
  BeforeAndAfter,
  Movement,
  NextAction,
  NextActionCode,
  PlanTracking,
  StandardMovement,
  StandardThen,
  TrackedPlan,
  TrackedState,
  TrackingOptions,
} from './tracking/types.ts';
