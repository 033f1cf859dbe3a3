import type { ServicePlanReview } from '../service-plan/servicePlanStep.ts';
import type { NextStep } from './types.ts';

/** What a service plan asks to be done, the most urgent first. */
export function servicePlanSteps({
  plan,
  status,
  criticalMoments,
  training,
}: ServicePlanReview): readonly NextStep[] {
  return [
    ...criticalMoments
      .filter(({ share }) => share < 1)
      .map(({ moment }): NextStep => ({ code: 'cover-hours', ids: [moment] })),
    ...(training?.trainings ?? [])
      .filter(({ valid, expiring, required }) => valid - expiring < required)
      .map((one): NextStep => ({ code: 'train-people', ids: [one.training] })),
    ...(status.status === 'ok' ? [] : [{ code: 'review-service-plan' as const, ids: [plan] }]),
  ];
}
