import type { MeasurementEnd } from '../../model/observations.ts';
import { closestName } from '../../shared/closestName.ts';
import { activitiesOf, type CaseMarks, type EventMark } from './collectEvents.ts';
import type {
  CasePoint,
  EventFault,
  EventFaultCode,
  EventPair,
  PairReport,
  UnknownActivity,
} from './eventTypes.ts';
import {
  type PairedMarks,
  pairInCase,
  pairInRow,
  pairWithPrevious,
  type TimedMark,
  type TimedMarks,
} from './pairMarks.ts';

/** A duration read off two events. */
interface Duration {
  /** How long it took, in seconds. */
  readonly seconds: number;
  /** How it ended. */
  readonly ended: MeasurementEnd;
  /** The values of the columns to copy. */
  readonly labels: readonly (string | null)[];
}

/** Pairs the events of one pair case by case, and counts what comes of it. */
export interface PairReporter<StandardId extends string> {
  /** The durations in a case, of which this is the pair at a place. */
  readonly add: (one: CaseMarks, place: number) => readonly Duration[];
  /** What came of all cases so far, in a log of these activities. */
  readonly report: (activities: ReadonlySet<string>) => PairReport<StandardId>;
}

/** How many faults the report on a pair lists; it counts all of them. */
export const LISTED_EVENT_FAULTS = 20;

/** A reporter on one pair; events after `asOf` have not happened yet. */
export function pairReporter<StandardId extends string>(
  pair: EventPair<StandardId>,
  asOf: number,
): PairReporter<StandardId> {
  const { standard, from, to } = pair;
  const counts = {
    begins: 0,
    ends: 0,
    paired: 0,
    abandoned: 0,
    early: 0,
    stillWaiting: 0,
    afterAsOf: 0,
  };
  const faults = {
    'repeated-begin': 0,
    'unpaired-begin': 0,
    'unpaired-end': 0,
    reversed: 0,
    'unreadable-time': 0,
    'unclear-unit': 0,
    'differing-times': 0,
  };
  const listed: EventFault[] = [];

  function fail(code: EventFaultCode, { position, found }: EventMark, id: string): void {
    faults[code] += 1;
    listed.push({ code, position, case: id, found });
    // Cases come in the order of their first rows, so the first faults are known only in the end.
    if (listed.length > 8 * LISTED_EVENT_FAULTS) keepFirst(listed);
  }

  function readable(marks: readonly EventMark[], id: string): readonly TimedMark[] {
    return marks.flatMap((mark): TimedMark[] => {
      if (!isTimed(mark)) fail(mark.because ?? 'unreadable-time', mark, id);
      else if (mark.time <= asOf) return [mark];
      else counts.afterAsOf += 1;
      return [];
    });
  }

  function once(
    marks: readonly TimedMark[],
    point: object | string,
    id: string,
  ): readonly TimedMark[] {
    const [first] = marks;
    if (!isCasePoint(point) || first === undefined) return marks;
    const other = marks.find(({ time }) => time !== first.time);
    if (other === undefined) return [first];
    fail('differing-times', other, id);
    return [];
  }

  function pairsOf(marks: TimedMarks, one: CaseMarks): PairedMarks {
    if (from === 'previous-event') {
      return pairWithPrevious(marks, one.events.filter(isTimed));
    }
    return pair.within === 'row' ? pairInRow(marks) : pairInCase(marks);
  }

  function add(one: CaseMarks, place: number): readonly Duration[] {
    const { begins = [], ends = [], abandons = [] } = one.pairs[place] ?? {};
    const isInRow = pair.within === 'row';
    const single = (list: readonly EventMark[], point: object | string): readonly TimedMark[] => {
      const timed = readable(distinct(list, point, isInRow), one.id);
      return isInRow ? timed : once(timed, point, one.id);
    };
    const marks = {
      begins: single(begins, from),
      ends: single(ends, to),
      abandons: readable(abandons, one.id),
    };
    const { stretches, faults: found } = pairsOf(marks, one);
    counts.begins += from === 'previous-event' ? stretches.length : marks.begins.length;
    counts.ends += marks.ends.length + marks.abandons.length;
    const durations: Duration[] = [];
    for (const [code, mark] of found) {
      if (code === 'reversed' && pair.reversed === 'early') {
        counts.paired += 1;
        counts.early += 1;
        durations.push({ seconds: 0, ended: 'completed', labels: mark.labels });
      } else fail(code, mark, one.id);
    }
    for (const { begin, ended, end } of stretches) {
      if (ended !== 'open') {
        counts.paired += 1;
        if (ended === 'abandoned') counts.abandoned += 1;
        durations.push({ seconds: (end - begin.time) / 1000, ended, labels: begin.labels });
      } else if (asOf < Infinity) {
        counts.stillWaiting += 1;
        const seconds = (asOf - begin.time) / 1000;
        durations.push({ seconds, ended: 'still-waiting', labels: begin.labels });
      } else fail('unpaired-begin', begin, one.id);
    }
    return durations;
  }

  function report(activities: ReadonlySet<string>): PairReport<StandardId> {
    keepFirst(listed);
    return {
      standard,
      ...counts,
      faults: { ...faults },
      firstFaults: [...listed],
      unknownActivities: unknownActivities(pair, activities),
    };
  }

  return { add, report };
}

function unknownActivities(
  pair: EventPair,
  activities: ReadonlySet<string>,
): readonly UnknownActivity[] {
  const unknown = new Set(activitiesOf(pair).filter((activity) => !activities.has(activity)));
  return [...unknown].map((activity) => {
    const nearest = closestName(activity, activities);
    return nearest === undefined ? { activity } : { activity, nearest };
  });
}

function isTimed(mark: EventMark): mark is TimedMark {
  return mark.time !== undefined;
}

function isCasePoint(point: object | string): point is CasePoint {
  return typeof point === 'object' && 'caseTime' in point;
}

/** A time that a case has once, only where it is written otherwise than before. */
function distinct(
  marks: readonly EventMark[],
  point: object | string,
  isInRow: boolean,
): readonly EventMark[] {
  if (isInRow || !isCasePoint(point)) return marks;
  return [...new Map(marks.toReversed().map((mark) => [mark.found, mark])).values()].reverse();
}

/** Leaves only the first faults by position. */
function keepFirst(listed: EventFault[]): void {
  listed.sort((a, b) => a.position - b.position);
  listed.splice(LISTED_EVENT_FAULTS);
}
