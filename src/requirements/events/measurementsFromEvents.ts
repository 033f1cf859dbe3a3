import { checkOneOf, checkOptions, checkText, isFields, refuse } from '../../shared/refuse.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';
import { type CaseMarks, collectEvents } from './collectEvents.ts';
import type { EventMeasurement, EventMeasurements, EventOptions, EventPair } from './eventTypes.ts';
import { pairReporter } from './pairReporter.ts';
import { isUnclear, readTime } from './readTime.ts';

/**
 * Reads durations off a log of events: how long each case took from an event that begins a moment to
 * the one that ends it.
 *
 * In each case the first begin is paired with the next end, in the order of time whatever the order of
 * the rows. A begin that is repeated before the end is part of the same wait. What cannot be paired is
 * counted and the first of it listed: nothing is guessed. An activity of a pair that no row has is named, with the
 * one that was likely meant. With `asOf`, what has begun and not ended is
 * measured as still waiting, and events after that moment have not happened yet.
 *
 * Times are a `Date`, ISO 8601 text with an offset, or numbers: milliseconds since 1970, or the seconds
 * that `unit` names. Which of both a number is is never guessed; a local time is not read, since it
 * means another moment at every place. Blank times have not happened. Durations are in seconds and name
 * that unit.
 *
 * @param rows - one object per event
 * @param options - the columns, the pairs, and what to copy
 * @returns measurements for `assessRequirements`, and what could not be paired
 * @throws ServiceCycleError `invalid-argument` when `asOf` cannot be read
 * @example
 * const log = [
 *   { visit: 'a', event: 'takes a ticket', at: '2024-05-02T09:00:00Z', branch: 'north' },
 *   { visit: 'b', event: 'takes a ticket', at: '2024-05-02T09:01:00Z', branch: 'north' },
 *   { visit: 'a', event: 'is called', at: '2024-05-02T11:04:30+02:00', branch: 'north' },
 * ];
 * const { measurements, pairs } = measurementsFromEvents(log, {
 *   case: 'visit',
 *   activity: 'event',
 *   time: 'at',
 *   pairs: [
 *     { standard: 'called', from: { activity: 'takes a ticket' }, to: { activity: 'is called' } },
 *   ],
 *   by: ['branch'],
 * });
 * measurements;
 * // => [{ standard: 'called', value: 270, unit: 'seconds', case: 'a', branch: 'north' }]
 * pairs[0]?.faults['unpaired-begin']; // => 1
 * @see van der Aalst (2016), Process Mining, 2nd edition, chapter 5
 */
export function measurementsFromEvents<
  const StandardId extends string,
  const Key extends string = never,
>(
  rows: Iterable<object>,
  options: EventOptions<StandardId, Key>,
): EventMeasurements<StandardId, Key> {
  checkEventOptions(options);
  const { pairs, by = [] } = options;
  const asOf = momentOfLooking(options);
  const collected = collectEvents(rows, options);
  const reporters = pairs.map((pair) => pairReporter(pair, asOf));
  const measurements = collected.cases.flatMap((one) =>
    pairs.flatMap((pair, place) => measured(one, pair, place, reporters, by)),
  );
  return {
    kind: 'event-measurements',
    measurements,
    rows: collected.rows,
    cases: collected.cases.length,
    rowsWithoutCase: collected.rowsWithoutCase,
    pairs: reporters.map(({ report }) => report(collected.activities)),
  };
}

function measured<StandardId extends string, Key extends string>(
  one: CaseMarks,
  { standard }: EventPair<StandardId>,
  place: number,
  reporters: readonly ReturnType<typeof pairReporter<StandardId>>[],
  by: readonly Key[],
): readonly EventMeasurement<StandardId, Key>[] {
  const found = reporters[place]?.add(one, place) ?? [];
  return found.map(({ seconds, ended, labels }) => {
    const copied = Object.fromEntries(by.map((key, at) => [key, labels[at] ?? null]));
    return {
      ...(copied as { readonly [Name in Key]: string | null }),
      standard,
      value: seconds,
      unit: 'seconds',
      ...(ended !== 'completed' && { ended }),
      case: one.id,
    };
  });
}

function checkEventOptions(options: EventOptions): void {
  checkOptions(options, ['case', 'activity', 'time', 'pairs', 'by', 'asOf', 'unit']);
  for (const key of ['case', 'activity', 'time'] as const) checkText(key, options[key]);
  checkShape('pairs', options.pairs, [PAIR]);
  if (options.by !== undefined) checkShape('by', options.by, ['text']);
}

/** An activity, and what else its events have to say. */
export const ACTIVITY: Shape = { activity: 'text', 'where?': {}, 'time?': 'text' };

/** A time of the case, or an event of an activity. */
const POINT: Shape = (value) =>
  isFields(value) && 'caseTime' in value ? { caseTime: 'text' } : ACTIVITY;

const PAIR: Shape = {
  standard: 'text',
  from: (value) => (value === 'previous-event' ? 'text' : POINT),
  to: POINT,
  'abandoned?': ACTIVITY,
  'within?': 'text',
  'reversed?': 'text',
};

/**
 * The moment of looking in milliseconds since 1970; endless where none is told.
 *
 * @throws ServiceCycleError `invalid-argument` when it cannot be read, or the unit is none
 */
export function momentOfLooking({ asOf, unit }: Pick<EventOptions, 'asOf' | 'unit'>): number {
  if (unit !== undefined) checkOneOf('unit', unit, ['milliseconds', 'seconds']);
  if (asOf === undefined) return Infinity;
  if (isUnclear(asOf, unit)) {
    refuse('asOf', asOf, 'the unit of times that are numbers: it would lie in January 1970');
  }
  const time = readTime(asOf, unit);
  if (time !== undefined) return time;
  return refuse(
    'asOf',
    asOf,
    'a Date, a number, or ISO 8601 text with an offset such as "2024-05-02T09:00:00Z"',
  );
}
