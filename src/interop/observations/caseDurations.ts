import { HOURS } from '../../model/checkShapes.ts';
import type { Measurement } from '../../model/observations.ts';
import type { OpeningHours } from '../../model/openingHours.ts';
import { checkHours } from '../../service-plan/openSpans.ts';
import { checkObject, checkRows } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { type ClockRule, clockOf } from '../reading/clock.ts';
import { openSeconds } from '../reading/openHours.ts';
import type { ReadEvent } from './readEvents.ts';

/** From the first event of one activity to the last of another, within a case. */
export interface CasePair<StandardId extends string = string> {
  /** The standard that the durations are held against. */
  readonly standard: StandardId;
  /** The activity whose first event begins it. */
  readonly from: string;
  /** The activity whose last event ends it. */
  readonly to: string;
}

/** What {@link caseDurations} takes besides the events. */
export interface CaseDurationOptions<StandardId extends string = string> {
  /** The pairs to measure. */
  readonly pairs: readonly CasePair<StandardId>[];
  /** Counts only the time in these hours. */
  readonly openHours?: OpeningHours;
  /** The zone on whose clock the hours stand; UTC when absent. */
  readonly clock?: Pick<ClockRule, 'offset' | 'zone'>;
  /** The moment of looking in milliseconds since 1970: a case without end by then is `still-waiting`, else left out. */
  readonly asOf?: number;
}

/** What became of the cases of one pair. */
export interface CasePairReport<StandardId extends string = string> {
  /** The standard. */
  readonly standard: StandardId;
  /** Cases measured from begin to end. */
  readonly completed: number;
  /** Cases measured up to the moment of looking. */
  readonly stillWaiting: number;
  /** Cases with a begin and no end after it, which are left out. */
  readonly withoutEnd: number;
  /** Cases with an end and no begin before it, which are left out. */
  readonly withoutBegin: number;
}

/** Durations of whole cases. */
export interface CaseDurations<StandardId extends string = string> {
  /** The durations in seconds, pair by pair, in a pair case by case in the order met. */
  readonly measurements: readonly (Measurement<StandardId> & {
    /** The case. */
    readonly case: string;
  })[];
  /** What became of the cases, pair by pair. */
  readonly pairs: readonly CasePairReport<StandardId>[];
}

/**
 * How long whole cases took, from the *first* begin to the *last* end: what a customer waits whose case is
 * reopened. `measurementsFromEvents` instead measures each wait of a case for itself.
 *
 * With `openHours` only the time in these hours counts.
 *
 * @param events - as {@link readEvents} reads them
 * @param options - the pairs, and the hours that count
 * @throws `invalid-argument` for events, pairs or hours that are none
 * @example
 * const hour = 3_600_000;
 * const events = [
 *   { case: 'a', activity: 'opened', time: 0 },
 *   { case: 'a', activity: 'solved', time: 2 * hour },
 *   { case: 'a', activity: 'opened', time: 5 * hour },
 *   { case: 'a', activity: 'solved', time: 6 * hour },
 * ];
 * const pairs = [{ standard: 'solving', from: 'opened', to: 'solved' }];
 * caseDurations(events, { pairs }).measurements;
 * // => [{ standard: 'solving', value: 21600, unit: 'seconds', ended: 'completed', case: 'a' }]
 */
export function caseDurations<StandardId extends string>(
  events: Iterable<ReadEvent>,
  options: CaseDurationOptions<StandardId>,
): CaseDurations<StandardId> {
  checkRows('events', events);
  checkObject('options', options);
  const { pairs, openHours, asOf } = options;
  checkShape('pairs', pairs, [{ standard: 'text', from: 'text', to: 'text' }]);
  if (openHours !== undefined) checkShape('openHours', openHours, HOURS);
  if (options.clock !== undefined) {
    checkShape('clock', options.clock, {
      'offset?': 'text',
      'zone?': { offset: 'text', summer: 'text' },
    });
  }
  if (openHours !== undefined) checkHours('openHours', openHours);
  const clock = clockOf(options.clock ?? { offset: 'Z' });
  const cases = pairs.map(() => new Map<string, { begin?: number; end?: number }>());
  for (const event of events) {
    checkShape('an event', event, { case: 'text', activity: 'text', time: 'number' });
    const { case: id, activity, time } = event;
    for (const [at, { from, to }] of pairs.entries()) {
      if (activity !== from && activity !== to) continue;
      const known = cases[at]?.get(id) ?? {};
      cases[at]?.set(id, known);
      if (activity === from) known.begin = Math.min(known.begin ?? time, time);
      if (activity === to) known.end = Math.max(known.end ?? time, time);
    }
  }
  const secondsOf = (from: number, to: number): number =>
    (openHours && openSeconds(from, to, openHours, clock)) ?? (to - from) / 1000;
  const measurements: CaseDurations<StandardId>['measurements'][number][] = [];
  const reports = pairs.map(({ standard }, at): CasePairReport<StandardId> => {
    const counts = { completed: 0, stillWaiting: 0, withoutEnd: 0, withoutBegin: 0 };
    for (const [id, { begin, end }] of cases[at] ?? []) {
      const isOver = begin !== undefined && end !== undefined && end >= begin;
      const waits = begin !== undefined && !isOver && asOf !== undefined && asOf >= begin;
      if (isOver) counts.completed += 1;
      else if (waits) counts.stillWaiting += 1;
      else if (begin === undefined) counts.withoutBegin += 1;
      else counts.withoutEnd += 1;
      if (!isOver && !waits) continue;
      measurements.push({
        standard,
        value: secondsOf(begin, isOver ? end : (asOf ?? begin)),
        unit: 'seconds',
        ended: isOver ? 'completed' : 'still-waiting',
        case: id,
      });
    }
    return { standard, ...counts };
  });
  return { measurements, pairs: reports };
}
