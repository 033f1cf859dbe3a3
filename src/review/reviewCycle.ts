import type { AreaOptions } from '../areas/areaSettings.ts';
import { prioritizeAreas } from '../areas/prioritizeAreas.ts';
import { checkCycle } from '../model/checkCycle.ts';
import { checkCycleShape } from '../model/checkShapes.ts';
import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { type DetectionOptions, detectCriticalMoments } from '../moments/detectCriticalMoments.ts';
import { selectActionPlans } from '../plans/selectActionPlans.ts';
import type { SelectionOptions } from '../plans/types.ts';
import { assessRequirements } from '../requirements/assessRequirements.ts';
import { serviceChain } from '../requirements/chain/serviceChain.ts';
import { checkAtLeast, checkOptions } from '../shared/refuse.ts';
import { momentStakes } from './momentStakes.ts';
import { nextSteps } from './nextSteps.ts';
import type { Observations } from './observations.ts';
import { checkObservations, measurementsOf, scoresOf, visitsOf } from './readObservations.ts';
import { type ServicePlanToReview, servicePlanReview } from './servicePlanReview.ts';
import type { PlanState, Review } from './types.ts';

/** What {@link reviewCycle} takes besides the observations: for all steps, then step by step. */
export interface ReviewOptions<Ids extends CycleIds = CycleIds> {
  /** The confidence level of all steps, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
  /** What all resamples are drawn from, a whole number; 1 when absent. */
  readonly seed?: number;
  /**
   * How much more often visits with an incident have to end dissatisfied for that to be grave, 0 to 1; 0.1 when absent.
   * It decides which moments are critical, and which harms count in the cautious figure of what plans bring.
   */
  readonly gravity?: number;
  /** How much of each resource there is, in the unit of the plans' costs; without it no plan is chosen. */
  readonly resources?: { readonly [Name in Ids['resource']]: number };
  /**
   * How many visits there are in the period to plan for, 0 or more; as many as were tallied, or else the
   * number of responses, when absent.
   */
  readonly visitsPerPeriod?: number;
  /** The service plan to look at beside the cycle, and the day to look from; none when absent. */
  readonly servicePlan?: ServicePlanToReview;
  /** How critical moments are found, as `detectCriticalMoments` takes it. */
  readonly detection?: Omit<DetectionOptions, 'level' | 'seed' | 'gravity'>;
  /** The lines that areas are held against, as `prioritizeAreas` takes them. */
  readonly areas?: Omit<AreaOptions, 'level' | 'seed'>;
  /** How plans are chosen, as `selectActionPlans` takes it. */
  readonly plans?: Omit<SelectionOptions<Ids>, 'resources' | 'stakes'>;
}

/** The names of the options of each step; a type, so that none is forgotten. */
const OPTIONS: {
  readonly [Step in 'detection' | 'areas' | 'plans']: {
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
  plans: {
    assumption: true,
    atMostPerArea: true,
    atLeastOneFor: true,
    more: true,
    nodeLimit: true,
  },
};

/** The names of the options of all steps. */
const COMMON: readonly string[] = [
  'level',
  'seed',
  'gravity',
  'resources',
  'visitsPerPeriod',
  'servicePlan',
];

/**
 * Reviews a cycle: one pass through all five steps of the method.
 *
 * It scores the survey, finds the critical moments, holds measurements against the standards, chooses
 * the action plans that fit the resources, and puts the areas in order of need. What it says to do
 * next is the input of the next turn. How the cycle is worded is a matter of `lintRequirements` and
 * `lintSurvey`, which need no observations.
 *
 * With a service plan it says as well what is due there: its review, training, and hours at which customers ask to be
 * served and the channels of a critical moment are closed. Its profile is held against responses that come as a list or a tally.
 *
 * Each observation may come as rows, as columns or counted already. A stream is refused before anything
 * is read: count it first, by `tallyResponses` or `tallyVisits`, which take streams. Weights reach the
 * scores, the areas and what is at stake, by columns or a tally that have them; visits count once each. Options are set step by step, and one
 * that no step has is refused with the name that was meant.
 *
 * @param cycle - the cycle
 * @param observations - what customers answered, what was measured, and what happened to visits
 * @param options - the confidence level, the seed, what is grave, resources, and what the steps take
 * @returns the results of the five steps, what the cycle lacks, and what to do next
 * @throws ServiceCycleError `invalid-argument` when an option is none or out of its range, an
 * observation cannot be read or is of another cycle, or a resource that a plan costs is not given
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
 * const review = reviewCycle(desk, { responses }, { areas: { floor: 0.6 } });
 * review.areas.areas[0]?.level; // => 'intervene-now'
 * review.nextSteps[0]; // => { code: 'intervene-in-area', ids: ['reception'] }
 */
export function reviewCycle<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  observations: Observations<Ids>,
  options: ReviewOptions<Ids> = {},
): Review<Ids> {
  checkCycleShape(cycle);
  checkObservations(observations);
  checkReviewOptions(options);
  const { level, seed, gravity, resources, visitsPerPeriod, servicePlan: planned } = options;
  const common = { ...(level !== undefined && { level }), ...(seed !== undefined && { seed }) };
  const { responses = [], earlierResponses, measurements = [], supporting } = observations;
  const scores = scoresOf(cycle, responses, level);
  const visits = visitsOf(cycle, observations.visits);
  const criticalMoments = detectCriticalMoments(cycle, visits ? { visits } : {}, {
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
    {
      scores,
      criticalMoments,
      requirements,
      ...(earlierResponses && { earlierScores: scoresOf(cycle, earlierResponses, level) }),
    },
    { ...options.areas, ...common },
  );
  const stakes = momentStakes(cycle, scores, {
    visits: visitsPerPeriod,
    tally: visits,
    gravity,
    level,
  });
  const plans =
    resources &&
    selectActionPlans(cycle, {
      ...options.plans,
      resources,
      stakes,
    });
  const servicePlan = planned && servicePlanReview(cycle, planned, { critical, responses, level });
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
    ...(supporting && {
      chain: serviceChain([cycle, ...supporting], { critical: { [cycle.id]: critical } }),
    }),
  } as const;
  return { ...review, nextSteps: nextSteps(review) };
}

function checkReviewOptions(options: object): void {
  checkOptions(options, [...COMMON, ...Object.keys(OPTIONS)]);
  for (const [step, names] of Object.entries(OPTIONS)) {
    const own: unknown = Reflect.get(options, step);
    if (own !== undefined) checkOptions(own, Object.keys(names), `options.${step}`);
  }
  const plan: unknown = Reflect.get(options, 'servicePlan');
  if (plan !== undefined) {
    checkOptions(
      plan,
      ['plan', 'asOf', 'events', 'records', 'period', 'offsets'],
      'options.servicePlan',
    );
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
