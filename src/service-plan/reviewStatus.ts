import type { ReviewCadence } from '../model/servicePlan.ts';
import { addMonths, dayNumber, dayText } from '../shared/calendar.ts';
import { checkCount, checkDay, checkOptions } from '../shared/refuse.ts';
import { checkShape } from '../shared/shape.ts';

/** How many days before a day something is due soon. */
export const DUE_SOON = 30;

/** Where the review of a service plan stands on a day. */
export interface ReviewStatus {
  /** Tells it from other results. */
  readonly kind: 'review-status';
  /**
   * `ok`; `due-soon`, from 30 days before the next review up to its day; `overdue`, from the day after; `never`, where there was no
   * review yet, which is overdue too.
   */
  readonly status: 'ok' | 'due-soon' | 'overdue' | 'never';
  /** The day that it is looked at from. */
  readonly asOf: string;
  /** The day of the last review; absent where there was none. */
  readonly last?: string;
  /** The day of the next: so many months after the last, or the last day of a month that is too short. */
  readonly next?: string;
  /** How many days are left to it, below 0 where it is past. */
  readonly daysLeft?: number;
}

/**
 * Where the review of a service plan stands on a day.
 *
 *     next = last + months, and no later than the last day of that month
 *
 * @param plan - the plan, or anything with its `review`
 * @param options - the day to look from
 * @throws ServiceCycleError `invalid-argument` where the plan has no cadence, or a day does not exist
 * @example
 * const plan = { review: { last: '2026-01-31', everyMonths: 1 } };
 * reviewStatus(plan, { asOf: '2026-02-10' }).next; // => '2026-02-28'
 * reviewStatus(plan, { asOf: '2026-02-10' }).status; // => 'due-soon'
 * reviewStatus(plan, { asOf: '2026-03-01' }).status; // => 'overdue'
 * reviewStatus({ review: { everyMonths: 12 } }, { asOf: '2026-03-01' }).status; // => 'never'
 */
export function reviewStatus(
  plan: { readonly review: ReviewCadence },
  options: { readonly asOf: string },
): ReviewStatus {
  checkShape('plan', plan, { review: { 'last?': 'text', everyMonths: 'number' } });
  checkOptions(options, ['asOf']);
  const { asOf } = options;
  const { last, everyMonths } = plan.review;
  checkDay('asOf', asOf);
  checkCount('plan.review.everyMonths', everyMonths, 1, 1200);
  if (last === undefined) return { kind: 'review-status', status: 'never', asOf };
  checkDay('plan.review.last', last);
  const next = addMonths(dayNumber(last) ?? 0, everyMonths);
  const daysLeft = next - (dayNumber(asOf) ?? 0);
  const status = daysLeft < 0 ? 'overdue' : daysLeft <= DUE_SOON ? 'due-soon' : 'ok';
  return { kind: 'review-status', status, asOf, last, next: dayText(next), daysLeft };
}
