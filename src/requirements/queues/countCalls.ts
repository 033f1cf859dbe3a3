import { checkCount, checkRows } from '../../shared/refuse.ts';
import { LISTED_INVALID_MEASUREMENTS } from '../measurements/measurementCounter.ts';
import { measurementReader, rowOf } from '../measurements/readMeasurement.ts';
import type { InvalidMeasurement } from '../measurements/tallyTypes.ts';
import type { Call, CallCounts } from './callTypes.ts';

/** Calls counted, and those that count neither way. */
export interface CountedCalls {
  /** The calls that count. */
  readonly counts: Required<CallCounts>;
  /** Those still waiting that have not reached the limit. */
  readonly undecided: number;
  /** Those that are invalid. */
  readonly invalid: number;
  /** The first of them. */
  readonly firstInvalid: readonly InvalidMeasurement[];
}

/** Counts calls by how their wait ended, or checks calls that were counted before. */
export function countCalls(
  calls: Iterable<Call> | CallCounts,
  withinSeconds: number,
): CountedCalls {
  if (isCounted(calls)) return checked(calls);
  checkRows('calls', calls);
  const read = measurementReader('seconds');
  const firstInvalid: InvalidMeasurement[] = [];
  const counts = {
    answeredWithin: 0,
    answeredBeyond: 0,
    abandonedWithin: 0,
    abandonedBeyond: 0,
    waitingBeyond: 0,
  };
  let undecided = 0;
  let invalid = 0;
  let position = 0;
  for (const call of calls) {
    const reading = read(rowOf(call));
    if ('because' in reading) {
      invalid += 1;
      if (invalid <= LISTED_INVALID_MEASUREMENTS) firstInvalid.push({ position, ...reading });
    } else {
      const { value, ended } = reading;
      const isWithin = value <= withinSeconds;
      if (ended === 'completed') counts[isWithin ? 'answeredWithin' : 'answeredBeyond'] += 1;
      else if (ended === 'abandoned') counts[isWithin ? 'abandonedWithin' : 'abandonedBeyond'] += 1;
      else if (isWithin) undecided += 1;
      else counts.waitingBeyond += 1;
    }
    position += 1;
  }
  return { counts, undecided, invalid, firstInvalid };
}

function isCounted(calls: unknown): calls is CallCounts {
  return typeof calls === 'object' && calls !== null && !(Symbol.iterator in calls);
}

function checked(given: CallCounts): CountedCalls {
  const counts = {
    answeredWithin: countOf('answeredWithin', given.answeredWithin),
    answeredBeyond: countOf('answeredBeyond', given.answeredBeyond),
    abandonedWithin: countOf('abandonedWithin', given.abandonedWithin),
    abandonedBeyond: countOf('abandonedBeyond', given.abandonedBeyond),
    waitingBeyond: countOf('waitingBeyond', given.waitingBeyond ?? 0),
  };
  return { counts, undecided: 0, invalid: 0, firstInvalid: [] };
}

function countOf(name: string, count: number): number {
  checkCount(name, count);
  // Adding 0 turns -0 into 0.
  return count + 0;
}
