import type { AreaOptions } from '../areas/areaSettings.ts';
import { prioritizeAreas } from '../areas/prioritizeAreas.ts';
import { checkCycle } from '../model/checkCycle.ts';
import { checkCycleShape } from '../model/checkShapes.ts';
import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { type DetectionOptions, detectCriticalMoments } from '../moments/detectCriticalMoments.ts';
import { visitEvidence } from '../moments/visitEvidence.ts';
import type { ActionPlanStep } from '../plans/actionPlanStep.ts';
import { assessRequirements } from '../requirements/assessRequirements.ts';
import type { ServiceChainStep } from '../requirements/chain/serviceChainStep.ts';
import type { ServicePlanStep } from '../service-plan/servicePlanStep.ts';
import { checkAtLeast, checkOptions, refuse } from '../shared/refuse.ts';
import { momentStakes } from './momentStakes.ts';
import { nextSteps } from './nextSteps.ts';
import type { Observations } from './observations.ts';
import { checkObservations, measurementsOf, noScores } from './readObservations.ts';
import type { PlanState, Review } from './types.ts';

/** What {@link reviewCycle} takes besides the observations: for all steps, then step by step. */
export interface ReviewOptions<Ids extends CycleIds = CycleIds> {
  /** The confidence level of all steps, above 0 and below 1; 0.95 when absent. Scores keep the one they were made with. */
  readonly level?: number;
  /** What all resamples are drawn from, a whole number; 1 when absent. */
  readonly seed?: number;
  /**
   * How much more often visits with an incident have to end dissatisfied for that to be grave, 0 to 1; 0.1 when absent.
   * It decides which moments are critical, and which harms count in the cautious figure of what plans bring.
   */
  readonly gravity?: number;
  /**
   * How many visits there are in the period to plan for, 0 or more; as many as were tallied, or else the
   * number of responses, when absent.
   */
  readonly visitsPerPeriod?: number;
  /** The step that chooses plans within the resources there are, from `actionPlanStep`; none is chosen when absent. */
  readonly plans?: ActionPlanStep<Ids>;
  /** The step that looks at the internal cycles behind this one, from `serviceChainStep` of `service-cycle/requirements`. */
  readonly chain?: ServiceChainStep;
  /** The step that looks at a service plan, from `servicePlanStep` of `service-cycle/service-plan`; none when absent. */
  readonly servicePlan?: ServicePlanStep;
  /** How critical moments are found, as `detectCriticalMoments` takes it. */
  readonly detection?: Pick<DetectionOptions, 'rules' | 'resamples'>;
  /** The lines that areas are held against, as `prioritizeAreas` takes them. */
  readonly areas?: Omit<AreaOptions, 'level' | 'seed'>;
}

/** The names of the options of each step; a type, so that none is forgotten. */
const OPTIONS: {
  readonly [Step in 'detection' | 'areas']: {
    readonly [Name in keyof Required<Required<ReviewOptions>[Step]>]: true;
  };
} = {
  detection: { rules: true, resamples: true },
  areas: {
    floor: true,
    relevantFall: true,
    relevantGap: true,
    minimumAnswers: true,
    importantFrom: true,
    weakBelow: true,
    importance: true,
    customerValue: true,
    resamples: true,
  },
};

/** The names of the options of all steps. */
const COMMON: readonly string[] = ['level', 'seed', 'gravity', 'visitsPerPeriod'];

/** The steps that are handed in, and what gives them. */
const HANDED_IN: { readonly [Name in 'plans' | 'servicePlan' | 'chain']: string } = {
  plans: 'actionPlanStep',
  servicePlan: 'servicePlanStep',
  chain: 'serviceChainStep',
};

/**
 * Reviews a cycle: one pass through all five steps of the method.
 *
 * From the scores of the survey, the visits as they were tallied and what was measured, it finds the critical moments,
 * holds the measurements against the standards, says what is at stake, and puts the areas in order of need. What it says
 * to do next is the input of the next turn. How the cycle is worded is a matter of `lintRequirements` and
 * `lintSurvey`, which need no observations.
 *
 * Steps that not every review takes are handed in: `actionPlanStep` chooses the action plans that fit the resources,
 * `servicePlanStep` says what is due of a service plan (its review, training, and hours at which customers ask to be served and
 * the channels of a critical moment are closed), and `serviceChainStep` looks at the internal cycles behind this one.
 *
 * Scores and visits come as the other verbs give and take them. Weights reach the areas and what is at stake by
 * weighted scores; visits count once each. Options are set step by step, and one
 * that no step has is refused with the name that was meant.
 *
 * @param cycle - the cycle
 * @param observations - what customers said, what was measured, and what happened to visits
 * @param options - the confidence level, the seed, what is grave, what the steps take, and steps handed in
 * @returns the results of the five steps, what the cycle lacks, and what to do next
 * @throws ServiceCycleError `invalid-argument` when an option is none or out of its range, an
 * observation cannot be read or is of another cycle or survey; and what steps throw that are handed in
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   areas: [{ id: 'reception', name: 'Reception' }],
 *   moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff', area: 'reception' }],
 *   survey: {
 *     id: 'leaving',
 *     title: 'On leaving',
 *     questions: [
 *       {
 *         id: 'greeting',
 *         text: 'How satisfied were you with the greeting?',
 *         asks: 'satisfaction',
 *         about: { moment: 'greet' },
 *         scale: { min: 1, max: 5 },
 *       },
 *     ],
 *   },
 * });
 * const responses = Array.from({ length: 50 }, (_, visit) => ({ greeting: visit < 40 ? 2 : 5 }));
 * const scores = scoreSurvey(desk.survey, responses);
 * const review = reviewCycle(desk, { scores }, { areas: { floor: 0.6 } });
 * review.areas.areas[0]?.level; // => 'intervene-now'
 * review.nextSteps[0]; // => { code: 'intervene-in-area', ids: ['reception'] }
 */
export function reviewCycle<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  observations: Observations<Ids>,
  options: ReviewOptions<Ids> = {},
): Review<Ids> {
  checkCycleShape(cycle);
  checkObservations(observations, cycle);
  checkReviewOptions(options);
  const { level, seed, gravity, visitsPerPeriod } = options;
  const common = { ...(level !== undefined && { level }), ...(seed !== undefined && { seed }) };
  const { earlierScores, measurements = [], visits } = observations;
  const scores = observations.scores ?? noScores(cycle, level);
  const criticalMoments = detectCriticalMoments(cycle, {
    ...(visits && { evidence: visitEvidence(visits) }),
    ...options.detection,
    ...common,
    ...(gravity !== undefined && { gravity }),
  });
  const critical = criticalMoments.moments
    .filter((moment) => moment.level === 'critical')
    .map(({ moment }) => moment);
  const requirements = assessRequirements(cycle, measurementsOf(measurements), {
    ...(level !== undefined && { level }),
    critical,
    scores,
  });
  const areas = prioritizeAreas(
    cycle,
    { scores, criticalMoments, requirements, ...(earlierScores && { earlierScores }) },
    { ...options.areas, ...common },
  );
  const stakes = momentStakes(cycle, scores, {
    visits: visitsPerPeriod,
    tally: visits,
    gravity,
    level,
  });
  const plans = options.plans?.(cycle, { stakes });
  const servicePlan = options.servicePlan?.(cycle, {
    critical,
    ...(level !== undefined && { level }),
  });
  const chain = options.chain?.(cycle, { critical });
  const review = {
    kind: 'review',
    cycle: cycle.id,
    criticalMoments,
    requirements,
    stakes,
    ...(plans && { plans }),
    planStates: planStates(cycle),
    areas,
    scores,
    ...(servicePlan && { servicePlan }),
    findings: checkCycle(cycle, { critical }),
    ...(chain && { chain }),
  } as const;
  return { ...review, nextSteps: nextSteps(review) };
}

function checkReviewOptions(options: object): void {
  checkOptions(options, [...COMMON, ...Object.keys(OPTIONS), ...Object.keys(HANDED_IN)]);
  for (const [step, names] of Object.entries(OPTIONS)) {
    const own: unknown = Reflect.get(options, step);
    if (own !== undefined) checkOptions(own, Object.keys(names), `options.${step}`);
  }
  for (const [name, maker] of Object.entries(HANDED_IN)) {
    const step: unknown = Reflect.get(options, name);
    if (step === undefined || typeof step === 'function') continue;
    refuse(`options.${name}`, step, `a step from ${maker}`);
  }
  const visits: unknown = Reflect.get(options, 'visitsPerPeriod');
  if (visits !== undefined) checkAtLeast('visitsPerPeriod', visits, 0);
}

function planStates<Ids extends CycleIds>(cycle: Cycle<Ids>): readonly PlanState<Ids>[] {
  const standardsOf = new Map(
    (cycle.requirements ?? []).map(({ id, standards = [] }) => [
      id,
      standards.map((own) => own.id),
    ]),
  );
  return (cycle.actionPlans ?? []).map(({ id, status, requirements }) => ({
    plan: id,
    status,
    standards: [...new Set(requirements.flatMap((each) => standardsOf.get(each) ?? []))],
  }));
}
