import type { Problem, Visit } from '../../model/observations.ts';
import { checkVisitTally } from '../../moments/visits/checkVisitTally.ts';
import type { VisitTally } from '../../moments/visits/types.ts';
import { checkCount, checkRows, isFields, refuse } from '../../shared/refuse.ts';
import type { MeasuredCase } from '../measurements/measurementCounter.ts';

/** How many measurements a tally may become: each takes room of its own in the list. */
const LISTED_AT_MOST = 10_000_000;

/** How long complaints waited for an answer. */
export interface AnswerTimes {
  /** Tells answer times from other results. */
  readonly kind: 'answer-times';
  /** One measurement for each problem whose answer has a time, to be held against a standard; in seconds from a tally. */
  readonly measurements: readonly Exclude<MeasuredCase, number>[];
  /** How many problems customers complained about. */
  readonly complained: number;
  /** How many of them tell no time: not answered, or nobody noted when. Fewer are in the measurements by so many. */
  readonly withoutTime: number;
}

/**
 * Reads off visits how long complaints waited for an answer, for {@link assessStandard}.
 *
 * Problems are those of the whole visit and incidents at its moments. Where `times` or `answeredAfterHours` is
 * told, the customer complained. Two complaints about one problem are one, whose wait begins with the first. Complaints
 * without an answer have no time here and are counted apart: if many are, measure from a log with
 * {@link measurementsFromEvents}, where they count as still waiting. A time that is no number of hours stays, so
 * that the assessment counts it as invalid.
 *
 * A tally of visits tells the times where it keeps waits exactly (`waits: 'exact'`), so that days and branches can be added up
 * first; it is refused where there are more than 10 million of them, because each becomes a measurement.
 *
 * @param visits - the visits, or a tally of them
 * @throws ServiceCycleError `invalid-argument` when the visits are no list, or a tally that keeps waits as a sketch
 * or has too many
 * @example
 * const { measurements, withoutTime } = answerTimes([
 *   { moments: {}, problem: { complained: true, answeredAfterHours: 20 } },
 *   { moments: { pay: { incident: { answeredAfterHours: 50, recovered: true } } } },
 *   { moments: {}, problem: { complained: true } },
 *   { moments: {}, problem: false },
 * ]);
 * withoutTime; // => 1
 * const verdict = assessStandard(
 *   {
 *     id: 'answered',
 *     measure: 'Time to the answer to a complaint',
 *     unit: 'days',
 *     operator: '<=',
 *     threshold: 2,
 *     requiredShare: 0.9,
 *   },
 *   measurements,
 * );
 * [verdict.conforming, verdict.measured]; // => [1, 2]
 * @see ISO 10002:2018, 7.6: complaints are to be answered within the time promised
 */
export function answerTimes(
  visits: Iterable<Partial<Pick<Visit, 'moments' | 'problem'>>> | VisitTally,
): AnswerTimes {
  checkRows('visits', visits, 'visit-tally');
  if ('kind' in visits) return toldByTally(visits);
  const measurements: Exclude<MeasuredCase, number>[] = [];
  let complained = 0;
  for (const visit of visits as Iterable<unknown>) {
    for (const problem of problemsOf(visit)) {
      const { answeredAfterHours: hours } = problem;
      const isTimed = hours !== undefined && hours !== null;
      if (problem.complained === false || problem.times === 0) continue;
      if (!isTimed && problem.complained !== true && !(Number(problem.times) > 0)) continue;
      complained += 1;
      if (isTimed) measurements.push({ value: told(hours), unit: 'hours' });
    }
  }
  const withoutTime = complained - measurements.length;
  return { kind: 'answer-times', measurements, complained, withoutTime };
}

function toldByTally(tally: VisitTally): AnswerTimes {
  checkVisitTally('visits', tally);
  const { waits, withoutTime } = tally.problems.answers;
  if (waits.kind !== 'exact') refuse('definition.waits of visits', 'sketch', '"exact"');
  const answered = waits.counts.reduce((sum, [, count]) => sum + count, 0);
  checkCount('answered complaints of visits', answered, 0, LISTED_AT_MOST);
  const measurements = waits.counts.flatMap(([value, count]) => {
    const measured = { value, unit: 'seconds' };
    return Array.from({ length: count }, () => measured);
  });
  return { kind: 'answer-times', measurements, complained: answered + withoutTime, withoutTime };
}

/** Times that are none stay, for the assessment to count them; no number without meaning goes out. */
function told(hours: number): number {
  const isMeaningless = typeof hours === 'number' && !Number.isFinite(hours);
  return isMeaningless ? (String(hours) as never) : hours;
}

/** What went wrong in a visit, at its moments and in all, as far as it tells more than that. */
function problemsOf(visit: unknown): readonly Problem[] {
  if (!isFields(visit)) return [];
  const { problem, moments }: { readonly problem?: unknown; readonly moments?: unknown } = visit;
  const incidents = isFields(moments)
    ? Object.values(moments).map((record: unknown) =>
        isFields(record) ? (Reflect.get(record, 'incident') as unknown) : undefined,
      )
    : [];
  return [problem, ...incidents].filter((each): each is Problem => isFields(each));
}
