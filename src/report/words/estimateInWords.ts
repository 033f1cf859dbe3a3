import type { Interval, NotEstimable } from '../../shared/estimate.ts';
import { own, type Speech } from './speech.ts';

/** What of an estimate is put into words. */
export interface ToldEstimate {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** The value, in `unit`. */
  readonly value: number;
  /** The unit; a bare number when absent. */
  readonly unit?: string;
  /** How a score is made; absent for what is none, such as a difference. */
  readonly definition?: object;
  /** Its limits; absent where there are none. */
  readonly interval?: Pick<Interval<string>, 'low' | 'high' | 'level'>;
}

/** A case that cannot be estimated. */
export type ToldGap = NotEstimable<string>;

/** An estimate with its limits, or why there is none and what would help. */
export function estimateInWords(speech: Speech, estimate: ToldEstimate | ToldGap): string {
  if (estimate.kind === 'not-estimable') return gapInWords(speech, estimate.reason);
  const { value, interval, unit } = estimate;
  const write = writer(speech, estimate);
  if (unit === 'net-share' && estimate.definition === undefined) {
    const { difference, range } = speech.difference(value, interval);
    return interval === undefined
      ? difference
      : speech.phrase('estimate', { value: difference, range });
  }
  return interval === undefined
    ? write(value)
    : speech.phrase('estimate', { value: write(value), range: speech.range(interval, write) });
}

/** A difference, with its limits: of shares in percentage points, never in percent. */
export function differenceInWords(speech: Speech, estimate: ToldEstimate): string {
  return estimateInWords(
    speech,
    estimate.unit === 'share' ? { ...estimate, unit: 'net-share' } : estimate,
  );
}

/** Why something is not known, and what would help. */
export function gapInWords(speech: Speech, reason: string): string {
  const because = own(speech.words.notKnown, reason) ?? speech.quote(reason);
  return speech.phrase('notKnown', { because });
}

/** How a value and its limits are written: a share so that its limits do not look the same. */
export function writer(
  speech: Speech,
  { unit, interval }: Pick<ToldEstimate, 'unit' | 'interval'>,
): (value: number) => string {
  switch (unit) {
    case 'share': {
      const width = interval === undefined ? 1 : interval.high - interval.low;
      const decimals = width >= 0.02 ? 0 : width >= 0.002 ? 1 : 2;
      return (value) => speech.percent(value, decimals);
    }
    case 'net-share':
      return (value) => speech.number(100 * value, 1);
    case 'points':
      return (value) => speech.number(value, 1);
    case 'per-thousand':
      return (value) => speech.phrase('ofThousand', { n: speech.amount(value) });
    case 'scale':
    case undefined:
      return (value) => speech.number(value);
    default:
      return (value) => speech.number(value, 3);
  }
}
