import type { Cycle } from '../model/cycle.ts';
import type { CustomerNeed, ServicePlan } from '../model/servicePlan.ts';
import { channelCoverage } from '../service-plan/channelCoverage.ts';
import { checkServicePlan, type ServicePlanFinding } from '../service-plan/checkServicePlan.ts';
import type {
  ChannelCoverage,
  ChannelCoverageNotEstimable,
  CoveredHours,
} from '../service-plan/coverageTypes.ts';
import { type ReviewCall, type ReviewStatus, reviewStatus } from '../service-plan/reviewStatus.ts';
import {
  type TrainingCoverage,
  type TrainingRecord,
  trainingCoverage,
} from '../service-plan/trainingCoverage.ts';
import type { ZoneOffsets } from '../service-plan/zoneOffsets.ts';
import { dayNumber, dayText } from '../shared/calendar.ts';
import { checkDay, checkOptions, isFields, refuse } from '../shared/refuse.ts';
import type { Tally } from '../survey/types.ts';

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

/** Looks at a service plan beside its cycle. */
export function servicePlanReview(
  cycle: Cycle,
  given: ServicePlanToReview,
  context: {
    readonly critical: readonly string[];
    /** What customers answered; held against the profile where it is a list of rows, or a tally. */
    readonly responses: unknown;
    readonly level: number | undefined;
  },
): ServicePlanReview {
  const { plan, asOf, records, offsets, events } = given;
  checkDay('options.servicePlan.asOf', asOf);
  const { critical, responses } = context;
  const level = context.level === undefined ? {} : { level: context.level };
  const status = reviewStatus(plan, { asOf, ...(events && { events }) });
  const isSample = Array.isArray(responses) || (isFields(responses) && isTally(responses));
  const isCompared = isSample && (plan.profile ?? []).length > 0;
  const findings = checkServicePlan(plan, [cycle], {
    critical,
    ...(isCompared && { sample: responses as Record<string, unknown>[] | Tally }),
    ...level,
  });
  const { cycles = [cycle.id] } = plan;
  if (!cycles.includes(cycle.id)) {
    refuse('options.servicePlan.plan.cycles', cycles, `the cycle "${cycle.id}" among them`);
  }
  // What a plan for several cycles names may be of another one.
  const isOnlyIts = cycles.length === 1;
  const first = dayNumber(asOf) ?? 0;
  const period = given.period ?? { from: asOf, to: dayText(first + DAYS - 1) };
  checkOptions(period, ['from', 'to'], 'options.servicePlan.period');
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

function isTally(responses: object): boolean {
  return 'kind' in responses && responses.kind === 'tally';
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
