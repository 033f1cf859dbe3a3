import type { Problem } from '../../model/observations.ts';
import { checkOptions, checkText } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { type CaseMarks, collectEvents } from './collectEvents.ts';
import type { ActivityPoint, EventOptions, PairReport } from './eventTypes.ts';
import { ACTIVITY, momentOfLooking } from './measurementsFromEvents.ts';
import { pairReporter } from './pairReporter.ts';

/** What {@link complaintsFromEvents} takes besides the rows. */
export interface ComplaintOptions
  extends Pick<EventOptions, 'case' | 'activity' | 'time' | 'asOf' | 'unit'> {
  /** A complaint. */
  readonly complaint: ActivityPoint;
  /** The answer to it. */
  readonly answer: ActivityPoint;
  /** That it was made good; whether it was is unknown where neither this nor `notRecovered` comes. */
  readonly recovered: ActivityPoint;
  /** That the matter was closed and not made good. */
  readonly notRecovered?: ActivityPoint;
}

/** What one customer complained about, and what became of it. */
export interface LoggedComplaint {
  /** The case, such as one visit. */
  readonly case: string;
  /** What is told of it, to be the `problem` of the visit. */
  readonly problem: Problem;
}

/** Complaints read off a log, and what could not be read. */
export interface EventComplaints {
  /** Tells complaints from other results. */
  readonly kind: 'event-complaints';
  /** One for each case with a complaint whose time can be read, in the order met. */
  readonly complaints: readonly LoggedComplaint[];
  /** How many rows came in. */
  readonly rows: number;
  /** Rows that name no case; they are left out. */
  readonly rowsWithoutCase: number;
  /**
   * What became of the events: complaints with their answers, and with how they were closed; `abandoned` are those
   * not made good. A complaint that is still open is an `unpaired-begin`, and with `asOf` still waiting.
   */
  readonly pairs: readonly PairReport<'answer' | 'recovery'>[];
}

/**
 * Reads complaints off a log of events, case by case: how often the customer complained, after how many hours the
 * first answer came, and whether it was made good.
 *
 * A case is one problem: several complaints in it are one problem with `times`. Made good after
 * all, even if not upon the first complaint, is made good. A case without a complaint is no problem
 * here: whether its customer was silent or content a log cannot tell. Times are read, and faults told, as
 * {@link measurementsFromEvents} does; with it complaints and answers are held against a standard too.
 *
 * @param rows - one object per event
 * @param options - the columns, and what the activities are called
 * @throws ServiceCycleError `invalid-argument` when an option is none, or `asOf` cannot be read
 * @example
 * const log = [
 *   { stay: 'a', event: 'complains', at: '2024-05-02T09:00:00Z' },
 *   { stay: 'a', event: 'complains', at: '2024-05-03T09:00:00Z' },
 *   { stay: 'a', event: 'is answered', at: '2024-05-03T15:00:00Z' },
 *   { stay: 'a', event: 'is refunded', at: '2024-05-05T09:00:00Z' },
 *   { stay: 'b', event: 'complains', at: '2024-05-06T09:00:00Z' },
 * ];
 * const { complaints } = complaintsFromEvents(log, {
 *   case: 'stay',
 *   activity: 'event',
 *   time: 'at',
 *   complaint: { activity: 'complains' },
 *   answer: { activity: 'is answered' },
 *   recovered: { activity: 'is refunded' },
 * });
 * complaints[0];
 * // => { case: 'a', problem: { complained: true, times: 2, answeredAfterHours: 30, recovered: true } }
 * complaints[1]; // => { case: 'b', problem: { complained: true, times: 1 } }
 */
export function complaintsFromEvents(
  rows: Iterable<object>,
  options: ComplaintOptions,
): EventComplaints {
  checkOptions(options, NAMES);
  const { complaint, answer, recovered, notRecovered } = options;
  for (const key of ['case', 'activity', 'time'] as const) checkText(key, options[key]);
  for (const [name, point] of Object.entries({ complaint, answer, recovered })) {
    checkShape(name, point, ACTIVITY);
  }
  if (notRecovered !== undefined) checkShape('notRecovered', notRecovered, ACTIVITY);
  const asOf = momentOfLooking(options);
  const pairs = [
    { standard: 'answer', from: complaint, to: answer },
    {
      standard: 'recovery',
      from: complaint,
      to: recovered,
      ...(notRecovered !== undefined && { abandoned: notRecovered }),
    },
  ] as const;
  const collected = collectEvents(rows, { ...options, pairs });
  const reporters = pairs.map((pair) => pairReporter<'answer' | 'recovery'>(pair, asOf));
  const complaints = collected.cases.flatMap((one): LoggedComplaint[] => {
    const [answers = [], ends = []] = reporters.map(({ add }, place) => add(one, place));
    const times = complaintsIn(one, asOf);
    if (times === 0) return [];
    const answered = answers.find(({ ended }) => ended === 'completed');
    const isRecovered = ends.some(({ ended }) => ended === 'completed');
    const isClosed = isRecovered || ends.some(({ ended }) => ended === 'abandoned');
    const problem: Problem = {
      complained: true,
      times,
      ...(answered && { answeredAfterHours: answered.seconds / 3600 }),
      ...(isClosed && { recovered: isRecovered }),
    };
    return [{ case: one.id, problem }];
  });
  return {
    kind: 'event-complaints',
    complaints,
    rows: collected.rows,
    rowsWithoutCase: collected.rowsWithoutCase,
    pairs: reporters.map(({ report }) => report(collected.activities)),
  };
}

const NAMES = [
  'case',
  'activity',
  'time',
  'asOf',
  'unit',
  'complaint',
  'answer',
  'recovered',
  'notRecovered',
];

/** How many complaints of a case have a time that can be read, and have happened. */
function complaintsIn({ pairs: [answer] }: CaseMarks, asOf: number): number {
  return answer?.begins.filter(({ time }) => time !== undefined && time <= asOf).length ?? 0;
}
