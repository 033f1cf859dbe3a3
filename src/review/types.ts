import type { AreaPriorities } from '../areas/types.ts';
import type { ActionPlanStatus } from '../model/actionPlan.ts';
import type { CycleFinding, CycleFindingCode } from '../model/checkCycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { CriticalMoments } from '../moments/types.ts';
import type { PlanSelection } from '../plans/types.ts';
import type { ChainFindingCode, ServiceChain } from '../requirements/chain/serviceChain.ts';
import type { RequirementVerdicts } from '../requirements/types.ts';
import type { ServicePlanFindingCode } from '../service-plan/checkServicePlan.ts';
import type { ServicePlanReview } from '../service-plan/servicePlanStep.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import type { MomentStakes } from './stakes/stakeTypes.ts';

/**
 * What to do next.
 *
 * - `intervene-in-area`: an area needs intervention now
 * - `plan-for-area`: an area is weak, and a plan for it can wait
 * - `carry-out-plan`: an action plan is chosen
 * - `settle-plans`: what must be done cannot all be done, or the search ended before it was told
 * - `mend-standard`: a standard is not met
 * - `mend-internal-standard`: internal standards, kept as promised, break one that customers meet
 * - `measure-standard`: a standard is not measured, or not in enough cases to tell
 * - `measure-area`: an area has too few answers to be judged
 * - `judge-moment`: nobody has said how a moment matters
 * - `settle-disagreement`: people and data do not agree about a moment
 * - `complete-cycle`: the cycle lacks something, as `checkCycle`, `assessRequirements` or `serviceChain` found
 * - `cover-hours`: the channels of a critical moment are closed at hours that customers ask for
 * - `train-people`: training does not hold for all who have to have it, or soon will not
 * - `review-service-plan`: the service plan is to be looked through
 * - `complete-service-plan`: the service plan lacks something, as `checkServicePlan` found
 * - `name-standard`: measurements name a standard that the cycle does not have
 * - `mend-survey-data`: answers are not on their scale
 */
export type NextStepCode =
  | 'intervene-in-area'
  | 'plan-for-area'
  | 'carry-out-plan'
  | 'settle-plans'
  | 'mend-standard'
  | 'mend-internal-standard'
  | 'measure-standard'
  | 'measure-area'
  | 'judge-moment'
  | 'settle-disagreement'
  | 'complete-cycle'
  | 'cover-hours'
  | 'train-people'
  | 'review-service-plan'
  | 'complete-service-plan'
  | 'name-standard'
  | 'mend-survey-data';

/** One thing to do next; `inWords` of `service-cycle/report` says it in a sentence. */
export interface NextStep {
  /** What to do, stable across versions. */
  readonly code: NextStepCode;
  /**
   * The ids of the things concerned; of `name-standard` what the measurements call it, and none where a
   * search for plans ended too early.
   */
  readonly ids: readonly string[];
  /** What the cycle or the service plan lacks; absent unless it is to be completed. */
  readonly finding?:
    | CycleFindingCode
    | ChainFindingCode
    | ServicePlanFindingCode
    | 'contradicting-standards';
}

/** An action plan as the cycle tells of it, for the review after this one. */
export interface PlanState<Ids extends CycleIds = CycleIds> {
  /** The plan. */
  readonly plan: Ids['plan'];
  /** How far it is, as the cycle says. */
  readonly status: ActionPlanStatus;
  /** The standards of its requirements: those that it is to move. */
  readonly standards: readonly Ids['standard'][];
}

/** One pass through all five steps of the method. */
export interface Review<Ids extends CycleIds = CycleIds> {
  /** Tells a review from other results. */
  readonly kind: 'review';
  /** The cycle's id. */
  readonly cycle: string;
  /** Step 1: which moments are critical, and why. */
  readonly criticalMoments: CriticalMoments<Ids>;
  /** Step 2: which requirements are met. */
  readonly requirements: RequirementVerdicts<Ids>;
  /** What is at stake at the moments, and what to know before relying on it. */
  readonly stakes: MomentStakes<Ids['moment']>;
  /** Step 3: which action plans to carry out; absent when no resources are given. */
  readonly plans?: PlanSelection<Ids>;
  /** How far the plans of the cycle are. */
  readonly planStates: readonly PlanState<Ids>[];
  /** Step 4: which areas first. */
  readonly areas: AreaPriorities<Ids>;
  /** Step 5: what customers said. */
  readonly scores: SurveyScores<Ids['question'], Ids['moment'], Ids['area']>;
  /** How the service plan stands; absent when none is given. */
  readonly servicePlan?: ServicePlanReview<Ids['moment']>;
  /** What the cycle still lacks, its critical moments as found. */
  readonly findings: readonly CycleFinding[];
  /** What internal cycles do for this one; absent where none is given. */
  readonly chain?: ServiceChain;
  /** What to do next, the most urgent first: the input of the next turn of the cycle. */
  readonly nextSteps: readonly NextStep[];
}
