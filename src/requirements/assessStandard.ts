import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import { quote } from '../shared/quote.ts';
import type { Standard } from '../model/requirement.ts';
import { normalQuantile } from '../stats/normalQuantile.ts';
import { wilsonInterval } from '../stats/wilsonInterval.ts';
import type { InvalidMeasurement, StandardStatus, StandardVerdict } from './types.ts';

/** What the functions of this step take besides the data. */
export interface AssessmentOptions {
  /** The confidence level, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
}

/** How many invalid measurements a verdict lists; it counts all of them. */
export const LISTED_INVALID_MEASUREMENTS = 20;

/**
 * Holds measurements against a standard.
 *
 *     share    = conforming / measured, with its Wilson interval [low, high]
 *     met      if low >= required share
 *     not met  if high < required share
 *     not yet proven otherwise
 *
 * A measurement exactly at the threshold conforms. "In every case" (a required share of 1) can be
 * refuted by one failure and never proved by a sample, so without failures it is `met-so-far`. The
 * Wilson interval turns the score test around, so the number of measurements that would settle the
 * matter at the share seen follows from it: z² · r · (1 - r) / (share - r)², r the required share.
 *
 * Not estimable: no measurements.
 *
 * @param standard - the standard
 * @param values - one number per case, in the standard's unit
 * @param options - the confidence level
 * @returns the verdict with the share, its interval and every count
 * @example
 * const standard = {
 *   id: 'on-hold',
 *   measure: 'Time on hold',
 *   unit: 'seconds',
 *   operator: '<=',
 *   threshold: 30,
 *   requiredShare: 0.95,
 * } as const;
 * const verdict = assessStandard(standard, [10, 12, 30, 31, 8, 20, 25, 28, 5, 11]);
 * verdict.status; // => 'not-proven'
 * verdict.conforming; // => 9
 * verdict.conformingShare.kind === 'estimate' && verdict.conformingShare.interval.low; // ~> 0.59585
 * verdict.measurementsToSettle; // => 73
 * @see Wilson (1927), Journal of the American Statistical Association 22, 209-212
 */
export function assessStandard<StandardId extends string>(
  standard: Standard<StandardId>,
  values: Iterable<number>,
  options: AssessmentOptions = {},
): StandardVerdict<StandardId> {
  const { id, operator, threshold, requiredShare } = standard;
  const level = options.level ?? DEFAULT_LEVEL;
  const firstInvalid: InvalidMeasurement[] = [];
  let conforming = 0;
  let measured = 0;
  let invalid = 0;
  let position = 0;
  for (const value of values) {
    if (Number.isFinite(value)) {
      measured += 1;
      if (conforms(value, standard)) conforming += 1;
    } else {
      invalid += 1;
      if (invalid <= LISTED_INVALID_MEASUREMENTS)
        firstInvalid.push({ position, found: quote(value) });
    }
    position += 1;
  }
  const counts = { conforming, measured, invalid, firstInvalid };
  const facts = { standard: id, requiredShare, operator, threshold, ...counts };
  if (measured === 0) {
    const conformingShare = { kind: 'not-estimable', reason: 'no-answers', n: 0 } as const;
    return { ...facts, status: 'not-measured', conformingShare };
  }
  const value = conforming / measured;
  const interval = wilsonInterval(conforming, measured, { level });
  const status = statusOf(value, interval.low, interval.high, requiredShare);
  const settles = status === 'not-proven' && value !== requiredShare;
  return {
    ...facts,
    status,
    conformingShare: {
      kind: 'estimate',
      value,
      unit: 'share',
      interval,
      n: measured,
      basis: 'measured',
    },
    ...(settles && { measurementsToSettle: toSettle(value, requiredShare, level) }),
  };
}

function conforms(value: number, { operator, threshold }: Standard): boolean {
  switch (operator) {
    case '<=':
      return value <= threshold;
    case '>=':
      return value >= threshold;
    case '=':
      return value === threshold;
  }
}

function statusOf(share: number, low: number, high: number, required: number): StandardStatus {
  if (required === 1 && share === 1) return 'met-so-far';
  if (low >= required) return 'met';
  return high < required ? 'not-met' : 'not-proven';
}

function toSettle(share: number, required: number, level: number): number {
  const z = normalQuantile((1 - level) / 2);
  return Math.ceil((z * z * required * (1 - required)) / (share - required) ** 2);
}
