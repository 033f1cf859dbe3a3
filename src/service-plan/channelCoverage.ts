import { checkServicePlanShape, HOURS } from '../model/checkShapes.ts';
import type { OpeningHours, RequiredHours } from '../model/openingHours.ts';
import type { AnswerKind, ServicePlan, ServicePlanIds } from '../model/servicePlan.ts';
import { dayNumber } from '../shared/calendar.ts';
import {
  checkAtLeast,
  checkDay,
  checkList,
  checkOneOf,
  checkOptions,
  refuse,
} from '../shared/refuse.ts';
import { checkShape } from '../shared/shape.ts';
import type {
  ChannelCoverage,
  ChannelCoverageNotEstimable,
  CoverageOptions,
  CoveredHours,
} from './coverageTypes.ts';
import { checkHours, openSpans } from './openSpans.ts';
import { lengthOf, merged, type Span, without } from './spans.ts';
import { type Demand, uncoveredHours } from './uncoveredHours.ts';
import { type ClockChanges, clocksOf, firstAt } from './zoneOffsets.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** How many days a period may have. */
const LONGEST = 3661;

const ANSWERS: readonly AnswerKind[] = ['live', 'deferred', 'self-service'];

/**
 * How much of the hours at which customers ask to be served the channels of a plan cover.
 *
 *     share = Σ w · |open ∩ required| / Σ w · |required|
 *
 * in real minutes: a day on which clocks change has 23 or 25 hours. Hours that overlap count once. Where hours asked for
 * overlap, the greater weight counts. Exceptions stand instead of the week's hours of their day. Hours past midnight belong to the
 * day on which they begin, of which the part before the first and after the last day is left out.
 *
 * A zone is a name that decides nothing: which offset its clocks have, and when they change, says `offsets`. Without it all hours stand
 * on one clock that never changes. A channel opens when its clock first shows the begin or a later time, and closes when it first
 * shows the end or a later one.
 *
 * A share says when somebody could be reached, not how soon: that is a matter of `serviceLevel` and of
 * `assessStandard`. A deferred channel that takes letters at night covers the night.
 *
 * Not estimable: `nothing-required`, where customers ask for nothing in the period.
 *
 * @param plan - the plan with its channels
 * @param required - the hours that customers ask for, such as those of the plan's needs
 * @param options - the first and the last day, and the offsets of the zones
 * @returns the share of each channel, of live, deferred and self-service, and of all, each with what it leaves uncovered
 * @throws ServiceCycleError `invalid-argument` where the plan or hours are none, a day does not exist, the last is before the first
 * or more than 3,660 days after it, or hours in several zones have no offsets
 * @example
 * const days = (from: string, to: string, ...days: number[]) => days.map((day) => ({ day, from, to }));
 * const plan = defineServicePlan({
 *   id: 'support',
 *   name: 'Support',
 *   channels: [
 *     {
 *       id: 'phone',
 *       name: 'Telephone',
 *       kind: 'telephone',
 *       answer: 'live',
 *       open: { weekly: [...days('09:00', '17:00', 1, 2, 4, 5), ...days('09:00', '13:00', 3)] },
 *     },
 *   ],
 *   review: { everyMonths: 12 },
 * });
 * const required = [{ weekly: days('08:00', '18:00', 1, 2, 3, 4, 5) }];
 * const coverage = channelCoverage(plan, required, { from: '2026-03-02', to: '2026-03-08' });
 * coverage.kind === 'channel-coverage' && coverage.any.share; // => 0.72
 * coverage.kind === 'channel-coverage' && coverage.any.uncovered[0];
 * // => {
 * //   weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '09:00', weight: 1,
 * //   minutes: 300, days: 5, firstDay: '2026-03-02',
 * // }
 * @see ISO 23592:2021, Service excellence, principles and model
 */
export function channelCoverage<Ids extends ServicePlanIds>(
  plan: ServicePlan<Ids>,
  required: readonly RequiredHours[],
  options: CoverageOptions,
): ChannelCoverage<Ids['channel']> | ChannelCoverageNotEstimable {
  checkServicePlanShape(plan);
  checkShape('required', required, [{ ...HOURS, 'weight?': 'number' }]);
  checkList('required', required);
  checkOptions(options, ['from', 'to', 'offsets']);
  const { from, to, offsets } = options;
  checkDay('from', from);
  checkDay('to', to);
  const first = dayNumber(from) ?? 0;
  const last = dayNumber(to) ?? 0;
  if (last < first) refuse('to', to, `a day that is not before ${from}`);
  if (last - first >= LONGEST) refuse('to', to, `a day at most ${LONGEST - 1} days after ${from}`);
  for (const [place, hours] of required.entries()) {
    checkHours(`required[${place}]`, hours);
    if (hours.weight !== undefined) checkAtLeast(`required[${place}].weight`, hours.weight, 0);
  }
  for (const { id, open, answer } of plan.channels) {
    checkHours(() => `open of channel "${id}"`, open);
    checkOneOf(`answer of channel "${id}"`, answer, ANSWERS);
  }

  const zones = [...required, ...plan.channels.map(({ open }) => open)].map(({ zone }) => zone);
  const clocks = clocksOf(zones, offsets, first, last);
  const clockOf = ({ zone }: OpeningHours): ClockChanges => clocks.get(zone) ?? [];
  const demands = demandsOf(required, clockOf, first, last);
  const most = demands.reduce((highest, { weight }) => Math.max(highest, weight), 0);
  const asked = weighed(demands, most);
  if (asked === 0) return { kind: 'not-estimable', reason: 'nothing-required', n: 0 };

  const starts = demands.flatMap(({ spans }) => spans[0]?.[0] ?? []);
  const stops = demands.flatMap(({ spans }) => spans.at(-1)?.[1] ?? []);
  const [begin, end] = [Math.min(...starts), Math.max(...stops)];
  const open = plan.channels.map((channel) => ({
    channel,
    spans: openSpans(channel.open, begin, end, clockOf(channel.open)),
  }));
  const requiredMinutes = minutesIn(demands);
  const cover = (spans: readonly Span[]): CoveredHours => {
    const missing = demands.map((demand) => ({ ...demand, spans: without(demand.spans, spans) }));
    const left = weighed(missing, most);
    return {
      share: left === 0 ? 1 : (asked - left) / asked,
      minutes: requiredMinutes - minutesIn(missing),
      uncovered: uncoveredHours(missing),
    };
  };
  return {
    kind: 'channel-coverage',
    from,
    to,
    requiredMinutes,
    channels: open.map(({ channel: { id, answer }, spans }) => ({
      channel: id,
      answer,
      ...cover(spans),
    })),
    answers: ANSWERS.map((answer) => ({
      answer,
      ...cover(
        merged(open.flatMap(({ channel, spans }) => (channel.answer === answer ? spans : []))),
      ),
    })),
    any: cover(merged(open.flatMap(({ spans }) => spans))),
  };
}

/** What is asked for, by weight and zone, the weightiest first; where it overlaps it stands in the first. */
function demandsOf(
  required: readonly RequiredHours[],
  clockOf: (hours: OpeningHours) => ClockChanges,
  first: number,
  last: number,
): readonly Demand[] {
  const kinds = new Map<string, { hours: RequiredHours; weight: number; spans: Span[] }>();
  for (const hours of required) {
    const { weight = 1, zone } = hours;
    const key = JSON.stringify([weight + 0, zone]);
    const kind = kinds.get(key) ?? { hours, weight: weight + 0, spans: [] };
    kinds.set(key, kind);
    const clock = clockOf(hours);
    const [begin, end] = [firstAt(clock, first * DAY), firstAt(clock, (last + 1) * DAY)];
    for (const span of openSpans(hours, begin, end, clock)) kind.spans.push(span);
  }
  let taken: readonly Span[] = [];
  return [...kinds.values()]
    .sort((one, other) => other.weight - one.weight)
    .map(({ hours, weight, spans: all }) => {
      const spans = without(merged(all), taken);
      taken = merged([...taken, ...spans]);
      const { zone } = hours;
      return { weight, spans, clock: clockOf(hours), ...(zone !== undefined && { zone }) };
    });
}

/** The minutes by weight, beside the greatest weight, so that no weight is too great to be added up. */
function weighed(demands: readonly Demand[], most: number): number {
  if (most === 0) return 0;
  return demands.reduce(
    (sum, { weight, spans }) => sum + (weight / most) * (lengthOf(spans) / MINUTE),
    0,
  );
}

function minutesIn(demands: readonly Demand[]): number {
  return demands.reduce((sum, { spans }) => sum + lengthOf(spans) / MINUTE, 0);
}
