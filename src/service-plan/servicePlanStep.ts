import { checkServicePlanShape } from '../model/checkShapes.ts';
import type { Cycle } from '../model/cycle.ts';
import type { CustomerNeed, ServicePlan } from '../model/servicePlan.ts';
import { dayNumber, dayText } from '../shared/calendar.ts';
import { checkDay, checkOptions, refuse } from '../shared/refuse.ts';
import type { Tally } from '../survey/types.ts';
import { channelCoverage } from './channelCoverage.ts';
import { checkServicePlan, type ServicePlanFinding } from './checkServicePlan.ts';
import type { SampleRow } from './compareProfile.ts';
import type {
  ChannelCoverage,
  ChannelCoverageNotEstimable,
  CoveredHours,
} from './coverageTypes.ts';
import { type ReviewCall, type ReviewStatus, reviewStatus } from './reviewStatus.ts';
import {
  type TrainingCoverage,
  type TrainingRecord,
  trainingCoverage,
} from './trainingCoverage.ts';
import type { ZoneOffsets } from './zoneOffsets.ts';

/** A service plan that a review looks at, and what it is held against. */
export interface ServicePlanToReview {
  /** The plan. */
  readonly plan: ServicePlan;
  /** The day of the review, as `YYYY-MM-DD`. */
  readonly asOf: string;
  /** What happened of what calls for a review of the plan; see `reviewStatus`. */
  readonly events?: readonly ReviewCall[];
  /** Who was trained when; training is not assessed when absent. */
  readonly records?: Iterable<TrainingRecord>;
  /** The first and the last day to look at the hours of; the 28 days from `asOf` on when absent. */
  readonly period?: {
    /** The first day. */
    readonly from: string;
    /** The last day, which counts too. */
    readonly to: string;
  };
  /** The offsets of the zones of the hours, as `channelCoverage` takes them. */
  readonly offsets?: ZoneOffsets;
  /** Who answered the survey, as rows or a tally by the traits of the profile, to hold the profile against. */
  readonly sample?: Iterable<SampleRow> | Tally;
}

/** How the hours at which customers ask to be served are covered where a critical moment happens. */
export interface CriticalMomentHours<MomentId extends string = string> extends CoveredHours {
  /** The moment. */
  readonly moment: MomentId;
}

/** How a service plan stands. */
export interface ServicePlanReview<MomentId extends string = string> {
  /** The plan's id. */
  readonly plan: string;
  /** When it is to be looked through again. */
  readonly status: ReviewStatus;
  /** What it lacks, the critical moments as found. */
  readonly findings: readonly ServicePlanFinding[];
  /** How the hours that its needs ask for are covered; absent where no need says any. */
  readonly coverage?: ChannelCoverage | ChannelCoverageNotEstimable;
  /**
   * The same for each critical moment, in the order of the cycle: how the channels that are for it cover the hours of the needs that
   * its requirements answer. A moment without channel, or without such hours, is not assessed.
   */
  readonly criticalMoments: readonly CriticalMomentHours<MomentId>[];
  /** How the training stands; absent where no records are given. */
  readonly training?: TrainingCoverage;
}

/** What a review knows when it comes to the service plan. */
export interface ServicePlanContext {
  /** The moments that were found critical. */
  readonly critical: readonly string[];
  /** The confidence level; 0.95 when absent. */
  readonly level?: number;
}

/** Looks at a service plan beside its cycle; `reviewCycle` calls it. */
export type ServicePlanStep = (cycle: Cycle, context: ServicePlanContext) => ServicePlanReview;

/**
 * The step of a review that looks at a service plan: when the plan is to be looked through again, what it lacks, how the
 * hours at which customers ask to be served are covered, also where a critical moment happens, and how the training stands.
 *
 * It is handed to `reviewCycle` as the option `servicePlan`, so that a review without a plan needs none of it.
 *
 * @param given - the plan, the day to look from, and what it is held against
 * @returns the step; it refuses a plan that is for other cycles only
 * @throws ServiceCycleError `invalid-argument` for what is no plan, a day that does not exist, and an option there is not
 * @example
 * const plan = {
 *   id: 'desk-plan',
 *   name: 'Plan of the desk',
 *   channels: [
 *     {
 *       id: 'desk',
 *       name: 'Desk',
 *       kind: 'desk',
 *       answer: 'live',
 *       open: { weekly: [{ day: 1, from: '09:00', to: '17:00' }] },
 *     },
 *   ],
 *   review: { last: '2025-01-15', everyMonths: 12 },
 * } as const;
 * const desk = {
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
 * } as const;
 * const review = reviewCycle(desk, {}, { servicePlan: servicePlanStep({ plan, asOf: '2026-03-01' }) });
 * review.servicePlan?.status.status; // => 'overdue'
 */
export function servicePlanStep(given: ServicePlanToReview): ServicePlanStep {
  checkOptions(
    given,
    ['plan', 'asOf', 'events', 'records', 'period', 'offsets', 'sample'],
    'the plan to review',
  );
  checkServicePlanShape(given.plan);
  checkDay('asOf', given.asOf);
  if (given.period !== undefined) checkOptions(given.period, ['from', 'to'], 'period');
  return (cycle, context) => servicePlanReview(cycle, given, context);
}

function servicePlanReview(
  cycle: Cycle,
  { plan, asOf, records, offsets, events, sample, ...given }: ServicePlanToReview,
  context: ServicePlanContext,
): ServicePlanReview {
  const { critical } = context;
  const level = context.level === undefined ? {} : { level: context.level };
  const status = reviewStatus(plan, { asOf, ...(events && { events }) });
  const isCompared = sample !== undefined && (plan.profile ?? []).length > 0;
  const findings = checkServicePlan(plan, [cycle], {
    critical,
    ...(isCompared && { sample }),
    ...level,
  });
  const { cycles = [cycle.id] } = plan;
  if (!cycles.includes(cycle.id)) {
    refuse('plan.cycles', cycles, `the cycle "${cycle.id}" among them`);
  }
  // What a plan for several cycles names may be of another one.
  const isOnlyIts = cycles.length === 1;
  const first = dayNumber(asOf) ?? 0;
  const period = given.period ?? { from: asOf, to: dayText(first + DAYS - 1) };
  const cover = (
    channels: ServicePlan['channels'],
    needs: readonly CustomerNeed[],
  ): ChannelCoverage | ChannelCoverageNotEstimable =>
    channelCoverage(
      { ...plan, channels },
      needs.flatMap(({ hours = [] }) => hours),
      { ...period, ...(offsets && { offsets }) },
    );
  const asking = (plan.needs ?? []).filter(({ hours = [] }) => hours.length > 0);
  const criticalMoments = cycle.moments.flatMap(({ id }) => {
    const channels = plan.channels.filter(({ moments = [] }) => moments.includes(id));
    if (!critical.includes(id) || channels.length === 0) return [];
    const own = cover(channels, needsAt(id, asking, cycle));
    return own.kind === 'channel-coverage' ? [{ moment: id, ...own.any }] : [];
  });
  return {
    plan: plan.id,
    status,
    findings: findings.filter(({ code }) => isOnlyIts || code !== 'unknown-id'),
    ...(asking.length > 0 && { coverage: cover(plan.channels, asking) }),
    criticalMoments,
    ...(records && {
      training: trainingCoverage(plan.training ?? [], records, { asOf, ...level }),
    }),
  };
}

/** The needs that requirements of a moment answer, and those that none answers. */
function needsAt(
  moment: string,
  needs: readonly CustomerNeed[],
  { requirements = [] }: Cycle,
): readonly CustomerNeed[] {
  const its = new Set(
    requirements.filter(({ moments }) => moments.includes(moment)).map(({ id }) => id),
  );
  return needs.filter(
    ({ requirements: own = [] }) => own.length === 0 || own.some((id) => its.has(id)),
  );
}

/** How many days of hours are looked at where no period is given. */
const DAYS = 28;
