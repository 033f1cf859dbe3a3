import type { Cycle } from '../model/cycle.ts';
import type { ServicePlan } from '../model/servicePlan.ts';
import type { PlanSelection } from '../plans/types.ts';
import type { RequirementFinding } from '../requirements/findings/findingTypes.ts';
import type { StandardVerdict } from '../requirements/types.ts';
import { quote } from '../shared/quote.ts';
import { areaInWords } from './areaInWords.ts';
import { amount, type CycleNames, namesOf, percent } from './inWords.ts';
import { servicePlanSteps } from './servicePlanSteps.ts';
import type { NextStep, NextStepCode, Review } from './types.ts';

/** What a review leads to, the most urgent first, in the words of the cycle. */
export function nextSteps(
  cycle: Cycle,
  review: Omit<Review, 'nextSteps' | 'planStates'>,
  servicePlan?: ServicePlan,
): readonly NextStep[] {
  const { areas, plans, requirements, criticalMoments, findings, scores } = review;
  const names = namesOf(cycle);
  const standards = requirements.requirements.flatMap((requirement) => requirement.standards);
  const invalid = scores.questions.filter(({ warnings }) => warnings.includes('invalid-answers'));
  const areasAt = (at: string, code: NextStepCode, says: string): NextStep[] =>
    areas.areas
      .filter(({ level }) => level === at)
      .map((area) =>
        step(code, area.area, `${says} ${names.area(area.area)}: ${areaInWords(area, names)}`),
      );
  return [
    ...areasAt('intervene-now', 'intervene-in-area', 'Intervene now in'),
    ...plansToCarryOut(plans, names),
    ...unsettled(plans),
    ...standards.filter(({ status }) => status === 'not-met').map((one) => toMend(one, names)),
    ...standards
      .filter(({ status }) => status === 'not-proven' || status === 'not-measured')
      .map((one) => toMeasure(one, names)),
    ...(servicePlan && review.servicePlan
      ? servicePlanSteps(servicePlan, review.servicePlan, names)
      : []),
    ...areasAt('plan', 'plan-for-area', 'Plan for'),
    ...areasAt('measure-first', 'measure-area', 'Ask more customers about'),
    ...together(
      'judge-moment',
      criticalMoments.moments
        .filter(({ level }) => level === 'not-assessed')
        .map(({ moment }) => moment),
      names.moment,
      'Have people who know the work judge what an incident does at',
    ),
    ...criticalMoments.moments.flatMap(({ moment, disagreements }) =>
      disagreements.map(({ message }) =>
        step(
          'settle-disagreement',
          moment,
          `Settle what people and data say of ${names.moment(moment)}: ${message}`,
        ),
      ),
    ),
    ...findings.map(({ ids, message }): NextStep => ({ code: 'complete-cycle', ids, message })),
    ...requirements.findings.flatMap(lacking),
    ...(review.servicePlan?.findings ?? []).map(
      ({ ids, message }): NextStep => ({ code: 'complete-service-plan', ids, message }),
    ),
    ...requirements.unknownStandards.map(({ standard, count }): NextStep => {
      const message = `Name the standard of ${String(count)} measurements: the cycle has no ${quote(standard)}`;
      return { code: 'name-standard', ids: [], message };
    }),
    ...together(
      'mend-survey-data',
      invalid.map(({ question }) => question),
      quote,
      'Find out why some answers are not on the scale of',
    ),
  ];
}

function plansToCarryOut(plans: PlanSelection | undefined, { plan: nameOf }: CycleNames) {
  return (plans?.chosen ?? []).map(({ plan, reasons }) => {
    const because = reasons.map((reason) => {
      switch (reason.code) {
        case 'brings':
          return `it keeps about ${amount(reason.customers)} customers per period`;
        case 'must-do':
          return 'it must be done';
        case 'needed-by':
          return `needed by ${reason.plans.map(nameOf).join(', ')}`;
        case 'only-one-for':
          return 'the only one for a moment that needs a plan';
      }
    });
    return step('carry-out-plan', plan, `Carry out ${nameOf(plan)}: ${because.join('; ')}`);
  });
}

/** What stands between the plans and a choice. */
function unsettled(plans: Review['plans']): NextStep[] {
  switch (plans?.status) {
    case 'infeasible': {
      const ids = plans.conflict.flatMap((demand) => ('plan' in demand ? demand.plan : []));
      const message = `Give up one of ${String(plans.conflict.length)} demands on plans: they cannot hold together`;
      return [{ code: 'settle-plans', ids: [...new Set(ids)], message }];
    }
    case 'undecided': {
      const message = 'Ask for fewer demands on plans at once: no set was found in time';
      return [{ code: 'settle-plans', ids: [], message }];
    }
    default:
      return [];
  }
}

function toMend(
  { standard, measured, conforming, requiredShare, shortfall }: StandardVerdict,
  names: CycleNames,
): NextStep {
  const required =
    requiredShare === 1 ? 'every case has to conform' : `${percent(requiredShare)} have to conform`;
  const failed = `${String(measured - conforming)} of ${String(measured)} failed`;
  const material = shortfall?.material === true ? ', more than can be borne' : '';
  return step(
    'mend-standard',
    standard,
    `Mend ${names.standard(standard)}: ${failed}${material}; ${required}`,
  );
}

function toMeasure(
  { standard, measured, measurementsToSettle, correction }: StandardVerdict,
  names: CycleNames,
): NextStep {
  const so = measured === 0 ? 'not measured yet' : `${String(measured)} are too few to tell`;
  const cases =
    measurementsToSettle === undefined ? '' : ` in about ${String(measurementsToSettle)} cases`;
  const { message } = correction ?? {};
  return step(
    'measure-standard',
    standard,
    `Measure ${names.standard(standard)}${cases}: ${so}${message ? ` (${message})` : ''}`,
  );
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

function step(code: NextStepCode, id: string, message: string): NextStep {
  return { code, ids: [id], message };
}

/** One step for many things of a kind, or none. */
function together(
  code: NextStepCode,
  ids: readonly string[],
  nameOf: (id: string) => string,
  says: string,
): NextStep[] {
  if (ids.length === 0) return [];
  return [{ code, ids, message: `${says} ${ids.map(nameOf).join(', ')}` }];
}
