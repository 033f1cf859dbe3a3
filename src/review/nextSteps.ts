import { quote } from '../shared/quote.ts';
import type { RequirementFinding } from '../requirements/findings/findingTypes.ts';
import type { NextStep, NextStepCode, Review } from './types.ts';

/** What a review leads to, the most urgent first. */
export function nextSteps(review: Omit<Review, 'nextSteps'>): readonly NextStep[] {
  const { areas, plans, requirements, criticalMoments, findings, scores } = review;
  const { hits } = review.requirementLint;
  const standards = requirements.requirements.flatMap((requirement) => requirement.standards);
  const open = standards.filter(
    ({ status }) => status === 'not-proven' || status === 'not-measured',
  );
  const invalid = scores.questions.filter(({ warnings }) => warnings.includes('invalid-answers'));
  return [
    ...areas.areas
      .filter(({ level }) => level === 'intervene-now')
      .map(({ area, reasons }) =>
        step(
          'intervene-in-area',
          area,
          `needs intervention now: ${reasons.map(({ code }) => code).join(', ')}`,
        ),
      ),
    ...(plans?.chosen ?? []).map(({ plan }) =>
      step('carry-out-plan', plan, 'is in the best set that fits the resources'),
    ),
    ...unsettled(plans),
    ...standards
      .filter(({ status }) => status === 'not-met')
      .map(({ standard, shortfall }) =>
        step(
          'mend-standard',
          standard,
          shortfall?.material ? 'is not met, by more than can be borne' : 'is not met',
        ),
      ),
    ...open.map(({ standard, measured, measurementsToSettle, correction }) => {
      const needs =
        measurementsToSettle === undefined
          ? `has ${String(measured)} measurements, too few to tell`
          : `needs about ${String(measurementsToSettle)} measurements to tell; it has ${String(measured)}`;
      const { message } = correction ?? {};
      return step('measure-standard', standard, message ? `${needs} (${message})` : needs);
    }),
    ...areas.areas
      .filter(({ level }) => level === 'plan')
      .map(({ area, reasons }) =>
        step('plan-for-area', area, `needs a plan: ${reasons.map(({ code }) => code).join(', ')}`),
      ),
    ...areas.areas
      .filter(({ level }) => level === 'measure-first')
      .map(({ area }) => step('measure-area', area, 'has too few answers to be judged')),
    ...together(
      'judge-moment',
      criticalMoments.moments
        .filter(({ level }) => level === 'not-assessed')
        .map(({ moment }) => moment),
      'nobody has judged',
    ),
    ...criticalMoments.moments.flatMap(({ moment, disagreements }) =>
      disagreements.map(({ message }) => step('settle-disagreement', moment, `is ${message}`)),
    ),
    ...findings.map(({ ids, message }): NextStep => ({ code: 'complete-cycle', ids, message })),
    ...hits.map(
      ({ requirement, message }): NextStep => ({
        code: 'complete-cycle',
        ids: [requirement],
        message,
      }),
    ),
    ...requirements.findings.flatMap(lacking),
    ...requirements.unknownStandards.map(({ standard, count }): NextStep => {
      const message = `${String(count)} measurements name ${quote(standard)}, which is no standard`;
      return { code: 'name-standard', ids: [], message };
    }),
    ...together(
      'mend-survey-data',
      invalid.map(({ question }) => question),
      'some answers are not on the scale of',
    ),
  ];
}

/** What stands between the plans and a choice. */
function unsettled(plans: Review['plans']): NextStep[] {
  switch (plans?.status) {
    case 'infeasible': {
      const ids = plans.conflict.flatMap((demand) => ('plan' in demand ? demand.plan : []));
      const message = `no set of plans meets all demands: ${String(plans.conflict.length)} of them cannot hold together`;
      return [{ code: 'settle-plans', ids: [...new Set(ids)], message }];
    }
    case 'undecided':
      return [{ code: 'settle-plans', ids: [], message: 'no set of plans was found in time' }];
    default:
      return [];
  }
}

/** What requirements lack and `checkCycle` does not find; a source to look up can wait. */
function lacking(finding: RequirementFinding): NextStep[] {
  const { message } = finding;
  switch (finding.code) {
    case 'critical-moment-without-requirement':
    case 'requirement-without-standard':
    case 'missing-source':
      return [];
    case 'contradicting-standards':
      return [{ code: 'complete-cycle', ids: finding.standards, message }];
  }
}

function step(code: NextStepCode, id: string, says: string): NextStep {
  return { code, ids: [id], message: `${quote(id)} ${says}` };
}

/** One step for many things of a kind, or none. */
function together(code: NextStepCode, ids: readonly string[], says: string): NextStep[] {
  return ids.length === 0 ? [] : [{ code, ids, message: `${says} ${ids.map(quote).join(', ')}` }];
}
