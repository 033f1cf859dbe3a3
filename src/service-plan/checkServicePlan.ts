import { checkCycleShape, checkServicePlanShape } from '../model/checkShapes.ts';
import type { Cycle } from '../model/cycle.ts';
import type { ServicePlan, ServicePlanIds } from '../model/servicePlan.ts';
import { servicePlanIssues } from '../model/servicePlanIssues.ts';
import { pathText, quote } from '../shared/quote.ts';
import { checkOptions } from '../shared/refuse.ts';
import { checkShape } from '../shared/shape.ts';
import type { Tally } from '../survey/types.ts';
import { compareProfile, type ProfileOptions, type SampleRow } from './compareProfile.ts';
import { hoursOverlap } from './hoursOverlap.ts';
import { hoursFault } from './openSpans.ts';

/**
 * What a valid service plan still lacks.
 *
 * - `unknown-id`: it names what none of its cycles has
 * - `need-without-requirement`: nothing says what has to be true for the need to be met
 * - `requirement-without-need`: a requirement of its cycles answers no need
 * - `no-help-when-it-fails`: no need says what customers need when a unit fails
 * - `policy-without-procedure`: nobody says how the policy is carried out
 * - `channel-without-hours`: the channel never opens
 * - `channel-without-standard`: nothing says how soon a channel with people behind it answers
 * - `hours-overlap`: two times of a channel's week, or of one day, overlap
 * - `hours-with-faults`: hours that are none; they count as closed
 * - `critical-moment-without-training`: a critical moment for which no staff is trained
 * - `profile-differs`: those who answered are not such customers as the plan is for
 */
export type ServicePlanFindingCode =
  | 'unknown-id'
  | 'need-without-requirement'
  | 'requirement-without-need'
  | 'no-help-when-it-fails'
  | 'policy-without-procedure'
  | 'channel-without-hours'
  | 'channel-without-standard'
  | 'hours-overlap'
  | 'hours-with-faults'
  | 'critical-moment-without-training'
  | 'profile-differs';

/** One thing that a valid service plan still lacks. */
export interface ServicePlanFinding {
  /** What is lacking, stable across versions. */
  readonly code: ServicePlanFindingCode;
  /** The ids of the things concerned. */
  readonly ids: readonly string[];
  /** The finding in a sentence. */
  readonly message: string;
}

/** What {@link checkServicePlan} is told besides the plan and its cycles. */
export interface CheckServicePlanOptions extends ProfileOptions {
  /** The moments to hold as critical, such as those that were detected; those declared critical when absent. */
  readonly critical?: readonly string[];
  /** The responses of the survey, to hold the profile against; it is not held against any when absent. */
  readonly sample?: Iterable<SampleRow> | Tally;
}

/**
 * Finds what is valid but incomplete in a service plan. An empty list means that nothing is open.
 *
 * @param plan - the plan
 * @param cycles - the cycles that it is for; where the plan names some, the others do not count
 * @param options - which moments are critical, and the sample to hold the profile against
 * @returns the findings, in the order of the plan
 * @throws ServiceCycleError `invalid-argument` where the plan or a cycle is none
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'pay', name: 'Pays', contact: 'staff', declaredCritical: { because: 'Money' } }],
 *   requirements: [
 *     { id: 'right', statement: 'Bills are right', moments: ['pay'], source: { kind: 'values' } },
 *   ],
 * });
 * const plan = defineServicePlan({
 *   id: 'desk-plan',
 *   name: 'How the desk serves',
 *   channels: [
 *     { id: 'desk', name: 'Desk', kind: 'in-person', answer: 'live', open: { weekly: [] } },
 *   ],
 *   review: { everyMonths: 12 },
 * });
 * checkServicePlan(plan, [desk]).map(({ code, ids }) => [code, ids.join()]);
 * // => [
 * //   ['no-help-when-it-fails', 'desk-plan'],
 * //   ['requirement-without-need', 'right'],
 * //   ['channel-without-hours', 'desk'],
 * //   ['channel-without-standard', 'desk'],
 * //   ['critical-moment-without-training', 'pay'],
 * // ]
 */
export function checkServicePlan<Ids extends ServicePlanIds>(
  plan: ServicePlan<Ids>,
  cycles: readonly Cycle[],
  options: CheckServicePlanOptions = {},
): readonly ServicePlanFinding[] {
  checkServicePlanShape(plan);
  checkShape('cycles', cycles, [{}]);
  for (const cycle of cycles) checkCycleShape(cycle);
  checkOptions(options, ['critical', 'sample', 'level', 'minimumGroupSize']);
  const { critical, sample, ...profile } = options;
  if (critical !== undefined) checkShape('critical', critical, ['text']);
  const named = cycles.filter(({ id }) => plan.cycles?.includes(id));
  const its = named.length > 0 ? named : cycles;
  return [
    ...unknownIds(plan, cycles),
    ...openNeeds(plan, its),
    ...openPolicies(plan),
    ...openChannels(plan),
    ...untrainedMoments(plan, its, critical),
    ...(sample === undefined ? [] : differingProfile(plan, sample, profile)),
  ];
}

function unknownIds(plan: ServicePlan, cycles: readonly Cycle[]): ServicePlanFinding[] {
  return servicePlanIssues(plan, cycles)
    .listed.filter(({ code }) => code === 'unknown-reference')
    .map(({ path, message }) => {
      const found = path.reduce<unknown>((owner, step) => Reflect.get(owner as object, step), plan);
      return { code: 'unknown-id', ids: [String(found)], message };
    });
}

function openNeeds(plan: ServicePlan, cycles: readonly Cycle[]): ServicePlanFinding[] {
  const needs = plan.needs ?? [];
  const answered = new Set(needs.flatMap(({ requirements = [] }) => requirements));
  return [
    ...needs
      .filter(({ requirements = [] }) => requirements.length === 0)
      .map(({ id }) => finding('need-without-requirement', id, 'has no requirement')),
    ...(needs.some(({ of }) => of === 'help-when-it-fails')
      ? []
      : [
          finding(
            'no-help-when-it-fails',
            plan.id,
            'says nothing of what customers need when a unit fails',
          ),
        ]),
    ...cycles
      .flatMap(({ requirements = [] }) => requirements)
      .filter(({ id }) => !answered.has(id))
      .map(({ id }) => finding('requirement-without-need', id, 'answers no need of the plan')),
  ];
}

function openPolicies(plan: ServicePlan): ServicePlanFinding[] {
  return (plan.policies ?? [])
    .filter(({ procedure = [] }) => procedure.length === 0)
    .map(({ id }) => finding('policy-without-procedure', id, 'has no procedure'));
}

function openChannels(plan: ServicePlan): ServicePlanFinding[] {
  return plan.channels.flatMap(({ id, answer, open, answersWithin }) => {
    const { weekly, exceptions = [] } = open;
    const fault = hoursFault(open);
    const isClosed = weekly.length === 0 && exceptions.every((one) => one.open.length === 0);
    const overlap = fault === undefined ? hoursOverlap(open) : undefined;
    return [
      ...(isClosed ? [finding('channel-without-hours', id, 'never opens')] : []),
      ...(fault === undefined
        ? []
        : [
            finding(
              'hours-with-faults',
              id,
              `has hours that are none: ${pathText(fault.path)} is ${quote(fault.found)}; expected ${fault.expected}`,
            ),
          ]),
      ...(overlap === undefined
        ? []
        : [finding('hours-overlap', id, `has hours that overlap: ${overlap}`)]),
      ...(answer !== 'self-service' && answersWithin === undefined
        ? [finding('channel-without-standard', id, 'has no standard for how soon it answers')]
        : []),
    ];
  });
}

function untrainedMoments(
  plan: ServicePlan,
  cycles: readonly Cycle[],
  critical: readonly string[] | undefined,
): ServicePlanFinding[] {
  const trained = new Set(
    (plan.training ?? []).flatMap(({ audience, moments = [] }) =>
      audience === 'staff' ? moments : [],
    ),
  );
  const chosen = critical && new Set(critical);
  return cycles
    .flatMap(({ moments }) => moments)
    .filter(({ id, declaredCritical }) => chosen?.has(id) ?? declaredCritical !== undefined)
    .filter(({ id }) => !trained.has(id))
    .map(({ id }) =>
      finding(
        'critical-moment-without-training',
        id,
        'is critical, and no training of staff is for it',
      ),
    );
}

function differingProfile(
  plan: ServicePlan,
  sample: Iterable<SampleRow> | Tally,
  options: ProfileOptions,
): ServicePlanFinding[] {
  return compareProfile(plan, sample, options)
    .filter(({ status }) => status === 'differs')
    .map(({ trait, n }) =>
      finding(
        'profile-differs',
        trait,
        `of the ${String(n)} who told it is not as in the plan: weigh their answers by the profile`,
      ),
    );
}

function finding(code: ServicePlanFindingCode, id: string, says: string): ServicePlanFinding {
  return { code, ids: [id], message: `${quote(id)} ${says}` };
}
