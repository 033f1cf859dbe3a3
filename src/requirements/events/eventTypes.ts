import type { Measurement } from '../../model/observations.ts';

/** Events of one activity, and the column that says when. */
export interface ActivityPoint {
  /** The activity, as it stands in the column of activities. */
  readonly activity: string;
  /** What other columns have to say, such as `{ lifecycle: 'start' }`. */
  readonly where?: { readonly [column: string]: string };
  /** The column with the time; the option `time` when absent. */
  readonly time?: string;
}

/** A time that a case has once, the same in all its rows, such as the date it is due. */
export interface CasePoint {
  /** The column with the time. */
  readonly caseTime: string;
}

/** The latest event of the case that was over, by the option `time`, when the moment ends. */
export type PreviousEvent = 'previous-event';

/** Two events between which a customer waits or is served: the time between them is measured. */
export interface EventPair<StandardId extends string = string> {
  /** The standard that the durations are held against. */
  readonly standard: StandardId;
  /** What begins the moment. */
  readonly from: ActivityPoint | CasePoint | PreviousEvent;
  /** What ends it. */
  readonly to: ActivityPoint | CasePoint;
  /** What ends it without success, when the customer gives up. */
  readonly abandoned?: ActivityPoint;
  /**
   * Where begin and end are looked for: `case` (when absent), among all events of the case in the order
   * of time, or `row`, the two times of one event.
   */
  readonly within?: 'case' | 'row';
  /**
   * What an end before its begin means: a `fault` (when absent), or that the case was `early` and
   * counts as 0, as with the date it was due.
   */
  readonly reversed?: 'fault' | 'early';
}

/** What {@link measurementsFromEvents} takes besides the rows. */
export interface EventOptions<StandardId extends string = string, Key extends string = string> {
  /** The column with the case, such as one customer or one order. */
  readonly case: string;
  /** The column with the activity. */
  readonly activity: string;
  /** The column with the time of the event, its end where it has a begin too. */
  readonly time: string;
  /** The pairs to measure. */
  readonly pairs: readonly EventPair<StandardId>[];
  /** The columns to copy from the row that begins the moment, to group by. */
  readonly by?: readonly Key[];
  /**
   * The moment of looking, as a `Date`, a number like those in the columns, or ISO 8601 text with its
   * offset: what has begun by then and not ended is measured as `still-waiting`. Without it, it is left
   * out.
   */
  readonly asOf?: number | string | Date;
  /**
   * What times that are numbers count since 1970. When absent they are milliseconds, and those that would
   * lie in January 1970 are a fault, since they are seconds more likely.
   */
  readonly unit?: 'milliseconds' | 'seconds';
}

/**
 * What keeps an event from being measured.
 *
 * - `repeated-begin`: another begin before the end; the wait runs from the first
 * - `unpaired-begin`: no end follows
 * - `unpaired-end`: no begin stands open
 * - `reversed`: the end comes before the begin
 * - `unreadable-time`: no number, no `Date` and no ISO 8601 text with an offset
 * - `unclear-unit`: as milliseconds the number would lie in January 1970; name the `unit`
 * - `differing-times`: a case has several values of a time that it has once
 */
export type EventFaultCode =
  | 'repeated-begin'
  | 'unpaired-begin'
  | 'unpaired-end'
  | 'reversed'
  | 'unreadable-time'
  | 'unclear-unit'
  | 'differing-times';

/** One event that is not measured as it stands. */
export interface EventFault {
  /** What is wrong with it. */
  readonly code: EventFaultCode;
  /** The position of its row, from 0. */
  readonly position: number;
  /** The case. */
  readonly case: string;
  /** What was found: the time, as text. */
  readonly found: string;
}

/** An activity of a pair that no row has: mostly one that is written otherwise in the log. */
export interface UnknownActivity {
  /** The activity, as the pair names it. */
  readonly activity: string;
  /** The activity of the log that it most likely stands for; absent where none is near. */
  readonly nearest?: string;
}

/** What became of the events of one pair. */
export interface PairReport<StandardId extends string = string> {
  /** The standard. */
  readonly standard: StandardId;
  /** Events that begin it, their time readable. */
  readonly begins: number;
  /** Events that end it, with or without success, their time readable. */
  readonly ends: number;
  /** Durations from a begin to an end. */
  readonly paired: number;
  /** Those of them that customers ended by giving up. */
  readonly abandoned: number;
  /** Those of them that ended before they were due, and count as 0. */
  readonly early: number;
  /** Begins without an end that are measured up to the moment of looking. */
  readonly stillWaiting: number;
  /** Events that begin or end it later than `asOf`, which have not happened yet. */
  readonly afterAsOf: number;
  /** How often each fault occurs. */
  readonly faults: Readonly<Record<EventFaultCode, number>>;
  /** The first faults, by position. */
  readonly firstFaults: readonly EventFault[];
  /** Activities of the pair that no row has; empty where each was met. */
  readonly unknownActivities: readonly UnknownActivity[];
}

/** A measurement read off events; columns named in `by` stand beside it. */
export type EventMeasurement<
  StandardId extends string = string,
  Key extends string = string,
> = Measurement<StandardId> & {
  /** The case it was read off. */
  readonly case: string;
} & { readonly [Name in Key]: string | null };

/** Durations read off events, and what could not be paired. */
export interface EventMeasurements<
  StandardId extends string = string,
  Key extends string = string,
> {
  /** Tells measurements from events from other results. */
  readonly kind: 'event-measurements';
  /** The durations in seconds, case by case in the order met, in a case pair by pair. */
  readonly measurements: readonly EventMeasurement<StandardId, Key>[];
  /** How many rows came in. */
  readonly rows: number;
  /** How many cases they are of. */
  readonly cases: number;
  /** Rows that name no case; they are left out. */
  readonly rowsWithoutCase: number;
  /** What became of the events of each pair, in the order of the pairs. */
  readonly pairs: readonly PairReport<StandardId>[];
}
