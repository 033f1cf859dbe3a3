import { type AreaOptions, prioritizeAreas } from '../areas/prioritizeAreas.ts';
import { checkCycle } from '../model/checkCycle.ts';
import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { SurveyResponse } from '../model/observations.ts';
import type { SatisfactionSurvey } from '../model/survey.ts';
import { detectCriticalMoments, type DetectionOptions } from '../moments/detectCriticalMoments.ts';
import { selectActionPlans } from '../plans/selectActionPlans.ts';
import type { Assumption } from '../plans/types.ts';
import { assessRequirements } from '../requirements/assessRequirements.ts';
import { lintRequirements } from '../requirements/lintRequirements.ts';
import { scoreSurvey } from '../survey/score/scoreSurvey.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import { momentStakes } from './momentStakes.ts';
import { nextSteps } from './nextSteps.ts';
import type { Observations, Review } from './types.ts';

/** What {@link reviewCycle} takes besides the observations. */
export interface ReviewOptions<Ids extends CycleIds = CycleIds>
  extends AreaOptions,
    DetectionOptions {
  /** How much of each resource there is, in the unit of the plans' costs; without it no plan is chosen. */
  readonly resources?: { readonly [Name in Ids['resource']]: number };
  /**
   * How many visits there are in the period to plan for; as many as were tallied, or else the number of
   * responses, when absent.
   */
  readonly visits?: number;
  /** Which of the plans' effects to count on; `base` when absent. */
  readonly assumption?: Assumption;
}

/**
 * Reviews a cycle: one pass through all five steps of the method.
 *
 * It scores the survey, finds the critical moments, holds measurements against the standards, chooses
 * the action plans that fit the resources, and puts the areas in order of need. What it says to do
 * next is the input of the next turn.
 *
 * @param cycle - the cycle
 * @param observations - what customers answered and what was measured
 * @param options - resources, confidence level, and the lines that areas are held against
 * @returns the results of the five steps, what the cycle lacks, and what to do next
 * @throws ServiceCycleError `invalid-argument` when a resource that a plan costs is not given, or an
 * option is out of its range
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
 * const review = reviewCycle(desk, { responses });
 * review.areas.areas[0]?.level; // => 'intervene-now'
 * review.nextSteps[0]?.message;
 * // => '"reception" needs intervention now: level-deteriorated, level-deteriorated'
 */
export function reviewCycle<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  observations: Observations<Ids>,
  options: ReviewOptions<Ids> = {},
): Review<Ids> {
  const scores = scoresOf(cycle, observations.responses ?? [], options);
  const { visits: tally } = observations;
  const criticalMoments = detectCriticalMoments(cycle, tally ? { visits: tally } : {}, options);
  const critical = criticalMoments.moments
    .filter(({ level }) => level === 'critical')
    .map(({ moment }) => moment);
  const requirements = assessRequirements(cycle, observations.measurements ?? [], {
    ...options,
    critical,
    scores,
  });
  const { earlierResponses } = observations;
  const areas = prioritizeAreas(
    cycle,
    {
      scores,
      criticalMoments,
      requirements,
      ...(earlierResponses && { earlierScores: scoresOf(cycle, earlierResponses, options) }),
    },
    options,
  );
  const { resources, visits, assumption } = options;
  const stakes = momentStakes(cycle, scores, { visits, tally, level: options.level });
  const plans =
    resources &&
    selectActionPlans(cycle, {
      resources,
      stakes,
      ...(assumption && { assumption }),
    });
  const review = {
    kind: 'review',
    cycle: cycle.id,
    criticalMoments,
    requirements,
    requirementLint: lintRequirements(cycle),
    stakes,
    ...(plans && { plans }),
    areas,
    scores,
    findings: checkCycle(cycle, { critical }),
  } as const;
  return { ...review, nextSteps: nextSteps(review) };
}

function scoresOf<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  responses: Iterable<SurveyResponse<Ids['question']>>,
  options: AreaOptions,
): SurveyScores<Ids['question'], Ids['moment'], Ids['area']> {
  const unasked: SatisfactionSurvey<never> = { id: cycle.id, title: '', questions: [] };
  const { level } = options;
  return scoreSurvey(cycle.survey ?? unasked, responses, { ...(level !== undefined && { level }) });
}
