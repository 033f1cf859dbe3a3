import { checkAtLeast, checkObject, refuse } from '../../shared/refuse.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import type { Call, CallCounts, ServiceLevel, ServiceLevelVariant } from './callTypes.ts';
import { countCalls } from './countCalls.ts';

/** What {@link serviceLevel} takes besides the calls. */
export interface ServiceLevelOptions extends IntervalOptions {
  /** What counts as a good call; there is no default, since the four differ and all are in use. */
  readonly variant: ServiceLevelVariant;
  /** The limit, in seconds, 0 or more. */
  readonly withinSeconds: number;
}

/**
 * The service level of a telephone line: the share of calls answered within a limit, by one of the four
 * ways in which callers who give up are counted. The result names its variant, since the same calls
 * give four figures.
 *
 * Calls that still wait beyond the limit count as not answered in time, except for `answered-only`,
 * where they do not count.
 *
 * Not estimable: no calls that count.
 *
 * @param calls - one object per call, or the calls counted
 * @param options - the variant, the limit and the confidence level
 * @returns the share with its Wilson interval, the variant and every count
 * @throws ServiceCycleError `invalid-argument` when the variant is not one of the four, the limit is no
 * number, 0 or more, or a count is no whole number, 0 or more
 * @example
 * const calls = { answeredWithin: 78, answeredBeyond: 12, abandonedWithin: 4, abandonedBeyond: 6 };
 * const level = serviceLevel(calls, { variant: 'short-abandons-excluded', withinSeconds: 20 });
 * level.kind === 'estimate' && level.value; // => 0.8125
 * const offered = serviceLevel(calls, { variant: 'offered', withinSeconds: 20 });
 * offered.kind === 'estimate' && offered.value; // => 0.78
 */
export function serviceLevel(
  calls: Iterable<Call> | CallCounts,
  options: ServiceLevelOptions,
): ServiceLevel {
  checkObject('options', options);
  const { variant, withinSeconds, ...interval } = options;
  checkAtLeast('withinSeconds', withinSeconds, 0);
  const { counts, undecided, invalid, firstInvalid } = countCalls(calls, withinSeconds);
  const [good, n] = goodOf(variant, counts);
  const facts = { variant, withinSeconds, counts, undecided, invalid, firstInvalid };
  if (n === 0) return { kind: 'not-estimable', reason: 'no-answers', n: 0, ...facts };
  return {
    kind: 'estimate',
    value: good / n,
    unit: 'share',
    interval: wilsonInterval(good, n, interval),
    n,
    basis: 'measured',
    ...facts,
  };
}

/** The calls that count as good, and those that count at all. */
function goodOf(
  variant: ServiceLevelVariant,
  counts: Required<CallCounts>,
): readonly [good: number, n: number] {
  const { answeredWithin, answeredBeyond, abandonedWithin, abandonedBeyond, waitingBeyond } =
    counts;
  const answered = answeredWithin + answeredBeyond;
  const beyond = answered + abandonedBeyond + waitingBeyond;
  switch (variant) {
    case 'offered':
      return [answeredWithin, beyond + abandonedWithin];
    case 'answered-only':
      return [answeredWithin, answered];
    case 'abandoned-as-met':
      return [answeredWithin + abandonedWithin, beyond + abandonedWithin];
    case 'short-abandons-excluded':
      return [answeredWithin, beyond];
    default:
      return refuse(
        'variant',
        variant,
        '"offered", "answered-only", "abandoned-as-met" or "short-abandons-excluded"',
      );
  }
}
