import { quote } from '../shared/quote.ts';
import { checkOptions } from '../shared/refuse.ts';
import { checkShape } from '../shared/shape.ts';
import type { ActionPlan } from './actionPlan.ts';
import { checkCycleShape } from './checkShapes.ts';
import type { Cycle } from './cycle.ts';
import type { CycleIds } from './ids.ts';
import { isCircle, needingExcluded, parts, placesNamed, shortestCircle } from './planNeeds.ts';

/**
 * What a valid cycle still lacks.
 *
 * - `critical-moment-without-requirement`: nothing says what has to be true at a critical moment
 * - `requirement-without-standard`: nobody can tell whether the requirement is met
 * - `moment-without-question`: no question is about the moment or its area
 * - `plan-without-effect`: the action plan moves nothing
 * - `circular-needs`: action plans that need each other in a circle
 * - `plan-needs-excluded`: an action plan that needs what it cannot be carried out beside
 * - `external-cycle-supports`: the cycle supports another, and does not say that its customers are internal
 * - `supports-itself`: the cycle names itself among those that it supports
 * - `stage-without-moment`, `area-without-moment`: declared and not used
 */
export type CycleFindingCode =
  | 'critical-moment-without-requirement'
  | 'requirement-without-standard'
  | 'moment-without-question'
  | 'plan-without-effect'
  | 'circular-needs'
  | 'plan-needs-excluded'
  | 'external-cycle-supports'
  | 'supports-itself'
  | 'stage-without-moment'
  | 'area-without-moment';

/** One thing that a valid cycle still lacks. */
export interface CycleFinding {
  /** What is lacking, stable across versions. */
  readonly code: CycleFindingCode;
  /** The ids of the things concerned: one, or all plans of a circle in order. */
  readonly ids: readonly string[];
  /** The finding in a sentence. */
  readonly message: string;
}

/** What {@link checkCycle} is told besides the cycle. */
export interface CheckCycleOptions<MomentId extends string = string> {
  /** The moments to hold as critical; those declared critical when absent. */
  readonly critical?: readonly MomentId[];
}

/**
 * Finds what is valid but incomplete in a cycle. An empty list means that nothing is open.
 *
 * @param cycle - the cycle
 * @param options - which moments are critical, where that is known from elsewhere
 * @returns the findings, in the order of the cycle
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [
 *     { id: 'pay', name: 'Pays', contact: 'staff', declaredCritical: { because: 'Money' } },
 *   ],
 * });
 * checkCycle(desk).map((finding) => finding.code);
 * // => ['critical-moment-without-requirement', 'moment-without-question']
 */
export function checkCycle<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  options: CheckCycleOptions<Ids['moment']> = {},
): readonly CycleFinding[] {
  checkCycleShape(cycle);
  checkOptions(options, ['critical']);
  if (options.critical !== undefined) checkShape('critical', options.critical, ['text']);
  const plans = cycle.actionPlans ?? [];
  return [
    ...unusedStages(cycle),
    ...unusedAreas(cycle),
    ...criticalMomentsWithoutRequirement(cycle, options),
    ...momentsWithoutQuestion(cycle),
    ...requirementsWithoutStandard(cycle),
    ...plans
      .filter((plan) => plan.effects.length === 0)
      .map((plan) => finding('plan-without-effect', plan.id, 'has no effect on any moment')),
    ...circularNeeds(plans),
    ...plansThatNeedWhatTheyExclude(plans),
    ...misplacedSupports(cycle),
  ];
}

function misplacedSupports({ id, customer, supports = [] }: Cycle): CycleFinding[] {
  const found: CycleFinding[] = [];
  if (supports.length > 0 && customer !== 'internal') {
    const says = 'supports other cycles, and its customers are not said to be internal';
    found.push(finding('external-cycle-supports', id, says));
  }
  if (supports.some(({ cycle }) => cycle === id)) {
    found.push(finding('supports-itself', id, 'is among the cycles that it supports'));
  }
  return found;
}

function unusedStages(cycle: Cycle): CycleFinding[] {
  const used = new Set(cycle.moments.map((moment) => moment.stage));
  return (cycle.stages ?? [])
    .filter((stage) => !used.has(stage.id))
    .map((stage) => finding('stage-without-moment', stage.id, 'has no moment of truth'));
}

function unusedAreas(cycle: Cycle): CycleFinding[] {
  const used = new Set(cycle.moments.map((moment) => moment.area));
  return (cycle.areas ?? [])
    .filter((area) => !used.has(area.id))
    .map((area) => finding('area-without-moment', area.id, 'has no moment of truth'));
}

function criticalMomentsWithoutRequirement(
  cycle: Cycle,
  options: CheckCycleOptions,
): CycleFinding[] {
  const declared = cycle.moments.filter((moment) => moment.declaredCritical).map(({ id }) => id);
  const critical = new Set(options.critical ?? declared);
  const served = new Set((cycle.requirements ?? []).flatMap(({ moments }) => moments));
  return cycle.moments
    .filter(({ id }) => critical.has(id) && !served.has(id))
    .map(({ id }) =>
      finding('critical-moment-without-requirement', id, 'is critical and has no requirement'),
    );
}

function momentsWithoutQuestion(cycle: Cycle): CycleFinding[] {
  const about = (cycle.survey?.questions ?? []).flatMap((question) =>
    'about' in question ? [question.about] : [],
  );
  const moments = new Set(about.map((subject) => 'moment' in subject && subject.moment));
  const areas = new Set(about.map((subject) => 'area' in subject && subject.area));
  return cycle.moments
    .filter(({ id, area }) => !moments.has(id) && !(area !== undefined && areas.has(area)))
    .map(({ id }) => finding('moment-without-question', id, 'is in no question, nor is its area'));
}

function requirementsWithoutStandard(cycle: Cycle): CycleFinding[] {
  return (cycle.requirements ?? [])
    .filter(({ standards = [] }) => standards.length === 0)
    .map(({ id }) => finding('requirement-without-standard', id, 'has no standard to check it by'));
}

/** Each circle once, told from its first plan in the order of the cycle. */
function circularNeeds(plans: readonly ActionPlan[]): CycleFinding[] {
  const needs = placesNamed(plans, (plan) => plan.needs);
  const circles = parts(needs).filter((part) => isCircle(part, needs));
  const inCircle = new Set(circles.flat());
  const told = new Set<number>();
  return plans.flatMap(({ id }, place) => {
    if (told.has(place) || !inCircle.has(place)) return [];
    const circle = shortestCircle(place, needs);
    for (const member of circle) told.add(member);
    const ids = circle.flatMap((member) => plans[member]?.id ?? []);
    const shown = ids.slice(0, LONGEST_TOLD).map(quote);
    const left = ids.length - shown.length;
    const way = [...shown, ...(left > 0 ? [`${String(left)} more`] : []), quote(id)].join(' -> ');
    const message = `action plans need each other in a circle: ${way}`;
    return [{ code: 'circular-needs' as const, ids, message }];
  });
}

/** How many plans of a circle its message names; all stand in the finding's `ids`. */
const LONGEST_TOLD = 20;

function plansThatNeedWhatTheyExclude(plans: readonly ActionPlan[]): CycleFinding[] {
  const clashing = needingExcluded(
    placesNamed(plans, (plan) => plan.needs),
    placesNamed(plans, (plan) => plan.excludes),
  );
  return plans
    .filter((_, place) => clashing.has(place))
    .map(({ id }) =>
      finding('plan-needs-excluded', id, 'needs what cannot be carried out beside it'),
    );
}

function finding(code: CycleFindingCode, id: string, says: string): CycleFinding {
  return { code, ids: [id], message: `${quote(id)} ${says}` };
}
