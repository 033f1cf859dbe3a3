import type { ReviewCadence } from '../model/servicePlan.ts';
import { addMonths, dayNumber, dayText } from '../shared/calendar.ts';
import { checkCount, checkDay, checkOptions, refuse } from '../shared/refuse.ts';
import { checkShape } from '../shared/shape.ts';

/** How many days before a day something is due soon. */
export const DUE_SOON = 30;

/** Where the review of a service plan stands on a day. */
export interface ReviewStatus {
  /** Tells it from other results. */
  readonly kind: 'review-status';
  /**
   * `ok`; `due-soon`, from 30 days before the next review up to its day; `called-for`, where something happened since the last one
   * that the plan wants to be looked through upon; `overdue`, from the day after the next; `never`, where there was no review yet,
   * which is overdue too.
   */
  readonly status: 'ok' | 'due-soon' | 'called-for' | 'overdue' | 'never';
  /** The day that it is looked at from. */
  readonly asOf: string;
  /** The day of the last review; absent where there was none. */
  readonly last?: string;
  /** The day of the next: so many months after the last, or the last day of a month that is too short. */
  readonly next?: string;
  /** How many days are left to it, below 0 where it is past. */
  readonly daysLeft?: number;
  /** What happened after the last review up to this day and calls for one, the earliest first; absent where nothing did. */
  readonly calledForBy?: readonly ReviewCall[];
}

/** Something that happened upon which a plan is to be looked through. */
export interface ReviewCall {
  /** The trigger of the plan. */
  readonly trigger: string;
  /** The day on which it happened, as `YYYY-MM-DD`. */
  readonly on: string;
}

/** What {@link reviewStatus} takes besides the plan. */
export interface ReviewStatusOptions {
  /** The day to look from. */
  readonly asOf: string;
  /** What happened of what calls for a review. */
  readonly events?: readonly ReviewCall[];
}

/**
 * Where the review of a service plan stands on a day.
 *
 *     next = last + months, and no later than the last day of that month
 *
 * A plan that names triggers is called for a review as soon as one of them happened after the last. What happened on the
 * day of the last review was looked at there.
 *
 * @param plan - the plan, or anything with its `review`
 * @param options - the day to look from, and what happened
 * @throws ServiceCycleError `invalid-argument` where the plan has no cadence, a day does not exist, or an event is none of the
 * plan's triggers
 * @example
 * const plan = { review: { last: '2026-01-31', everyMonths: 1 } };
 * reviewStatus(plan, { asOf: '2026-02-10' }).next; // => '2026-02-28'
 * reviewStatus(plan, { asOf: '2026-02-10' }).status; // => 'due-soon'
 * reviewStatus(plan, { asOf: '2026-03-01' }).status; // => 'overdue'
 * reviewStatus({ review: { everyMonths: 12 } }, { asOf: '2026-03-01' }).status; // => 'never'
 *
 * const watched = {
 *   review: {
 *     last: '2026-01-31',
 *     everyMonths: 12,
 *     triggers: [{ id: 'channels', event: 'A channel is opened or closed' }],
 *   },
 * };
 * const events = [{ trigger: 'channels', on: '2026-02-20' }];
 * reviewStatus(watched, { asOf: '2026-03-01', events }).status; // => 'called-for'
 */
export function reviewStatus(
  plan: { readonly review: ReviewCadence },
  options: ReviewStatusOptions,
): ReviewStatus {
  checkShape('plan', plan, {
    review: { 'last?': 'text', everyMonths: 'number', 'triggers?': [{ id: 'text' }] },
  });
  checkOptions(options, ['asOf', 'events']);
  const { asOf, events = [] } = options;
  const { last, everyMonths, triggers = [] } = plan.review;
  checkDay('asOf', asOf);
  checkCount('plan.review.everyMonths', everyMonths, 1, 1200);
  if (last !== undefined) checkDay('plan.review.last', last);
  checkShape('events', events, [{ trigger: 'text', on: 'text' }]);
  for (const [at, { trigger, on }] of events.entries()) {
    checkDay(() => `events[${String(at)}].on`, on);
    if (triggers.some(({ id }) => id === trigger)) continue;
    refuse(`events[${String(at)}].trigger`, trigger, 'the id of a trigger of the plan');
  }
  // Days as texts are in the order of days.
  const calls = events
    .filter(({ on }) => on <= asOf && (last === undefined || on > last))
    .map(({ trigger, on }) => ({ trigger, on }))
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  const called = calls.length === 0 ? {} : { calledForBy: calls };
  if (last === undefined) return { kind: 'review-status', status: 'never', asOf, ...called };
  const next = addMonths(dayNumber(last) ?? 0, everyMonths);
  const daysLeft = next - (dayNumber(asOf) ?? 0);
  const byDate = daysLeft < 0 ? 'overdue' : daysLeft <= DUE_SOON ? 'due-soon' : 'ok';
  const status = calls.length > 0 && byDate !== 'overdue' ? 'called-for' : byDate;
  return { kind: 'review-status', status, asOf, last, next: dayText(next), daysLeft, ...called };
}
