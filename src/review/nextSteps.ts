import type { PlanSelection } from '../plans/types.ts';
import type { NextStep, NextStepCode, Review } from './types.ts';

/** What a review leads to, the most urgent first. */
export function nextSteps(review: Omit<Review, 'nextSteps' | 'planStates'>): readonly NextStep[] {
  const { areas, plans, requirements, criticalMoments, findings, scores } = review;
  const standards = requirements.requirements.flatMap((requirement) => requirement.standards);
  const areasAt = (at: string, code: NextStepCode): NextStep[] =>
    areas.areas.filter(({ level }) => level === at).map(({ area }) => ({ code, ids: [area] }));
  const standardsAt = (at: readonly string[], code: NextStepCode): NextStep[] =>
    standards
      .filter(({ status }) => at.includes(status))
      .map(({ standard }) => ({ code, ids: [standard] }));
  return [
    ...areasAt('intervene-now', 'intervene-in-area'),
    ...(plans?.chosen ?? []).map(({ plan }): NextStep => ({ code: 'carry-out-plan', ids: [plan] })),
    ...unsettled(plans),
    ...standardsAt(['not-met'], 'mend-standard'),
    ...standardsAt(['not-proven', 'not-measured'], 'measure-standard'),
    ...areasAt('plan', 'plan-for-area'),
    ...areasAt('measure-first', 'measure-area'),
    ...together(
      'judge-moment',
      criticalMoments.moments
        .filter(({ level }) => level === 'not-assessed')
        .map(({ moment }) => moment),
    ),
    ...criticalMoments.moments
      .filter(({ disagreements }) => disagreements.length > 0)
      .map(({ moment }): NextStep => ({ code: 'settle-disagreement', ids: [moment] })),
    ...findings.map(({ code, ids }): NextStep => ({ code: 'complete-cycle', ids, finding: code })),
    ...requirements.findings.flatMap((finding): NextStep[] =>
      // What else requirements lack checkCycle finds too; a source to look up can wait.
      finding.code === 'contradicting-standards'
        ? [{ code: 'complete-cycle', ids: finding.standards, finding: finding.code }]
        : [],
    ),
    ...together(
      'name-standard',
      requirements.unknownStandards.map(({ standard }) => standard),
    ),
    ...together(
      'mend-survey-data',
      scores.questions
        .filter(({ warnings }) => warnings.includes('invalid-answers'))
        .map(({ question }) => question),
    ),
  ];
}

/** What stands between the plans and a choice. */
function unsettled(plans: PlanSelection | undefined): NextStep[] {
  switch (plans?.status) {
    case 'infeasible': {
      const ids = plans.conflict.flatMap((demand) => ('plan' in demand ? demand.plan : []));
      return [{ code: 'settle-plans', ids: [...new Set(ids)] }];
    }
    case 'undecided':
      return [{ code: 'settle-plans', ids: [] }];
    default:
      return [];
  }
}

/** One step for many things of a kind, or none. */
function together(code: NextStepCode, ids: readonly string[]): NextStep[] {
  return ids.length === 0 ? [] : [{ code, ids }];
}
