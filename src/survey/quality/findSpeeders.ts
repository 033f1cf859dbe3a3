import { checkCount, checkOpenShare, checkOptions, checkText } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { ownAnswerReader } from '../answers/ownAnswer.ts';
import { type Responses, readResponses } from '../answers/readResponses.ts';
import { checkDurationTally } from './checkDurationTally.ts';
import { type FlagOptions, idReader } from './idReader.ts';
import { type DurationOptions, isDuration, type Timed, tallyDurations } from './tallyDurations.ts';
import type { DurationTally, Speeder, Speeders } from './types.ts';

/** What `findSpeeders` takes besides the responses. */
export interface SpeederOptions<Key extends string = string>
  extends FlagOptions,
    DurationOptions<Key> {
  /**
   * The share of the median duration below which a response is a speeder's, above 0, below 1;
   * a third when absent.
   */
  readonly shareOfMedian?: number;
  /** The durations to take the median of; those of these responses when absent. */
  readonly durations?: DurationTally;
}

/** The share of the median duration below which a response is a speeder's. */
export const SPEEDER_SHARE: number = 0.333_333_333_333_333_3;

/**
 * Finds responses that took less than a third of the median time: nobody reads that fast.
 *
 *     flagged when duration < median / 3
 *
 * The median is the middle duration, or the mean of the middle two. It is taken of these responses;
 * where they are a part of a longer file, tally the durations of all parts first, merge them and hand
 * them over, so that every part is measured against the same median.
 *
 * Flagged responses are named and stay where they are: whether to leave them out is for a person to
 * decide, and to report. A response without a duration is counted and not judged.
 *
 * @param responses - one object per customer, in any iterable or as a stream
 * @param options - the key of the durations, the share, the durations to compare with, the key of the
 * ids and the first position
 * @returns the flagged responses by position, with the median and how many could be judged; for a
 * stream, a promise of them
 * @throws ServiceCycleError `invalid-argument` for a share that is not above 0 and below 1, a first
 * position that is not a whole number, or durations tallied by another key. An error of the stream is passed on.
 * @example
 * const responses = [
 *   { code: 'a', seconds: 300 },
 *   { code: 'b', seconds: 99 },
 *   { code: 'c', seconds: 400 },
 * ];
 * const found = findSpeeders(responses, { duration: 'seconds', id: 'code' });
 * found.definition.median; // => 300
 * found.flagged; // => [{ position: 1, id: 'b', duration: 99 }]
 * @see Greszki, Meyer and Schoen (2015), Public Opinion Quarterly 79, 471-503
 */
export function findSpeeders<const Key extends string, Response extends Timed<Key>>(
  responses: readonly Response[] | Iterable<Response>,
  options: SpeederOptions<Key>,
): Speeders;
/** The same for a stream. */
export function findSpeeders<const Key extends string, Response extends Timed<Key>>(
  responses: AsyncIterable<Response>,
  options: SpeederOptions<Key>,
): Promise<Speeders>;
export function findSpeeders(
  responses: Responses<unknown>,
  options: SpeederOptions,
): Speeders | Promise<Speeders> {
  checkOptions(options, ['duration', 'shareOfMedian', 'durations', 'id', 'firstPosition']);
  const { duration, shareOfMedian = SPEEDER_SHARE, durations, id, firstPosition = 0 } = options;
  checkOpenShare('shareOfMedian', shareOfMedian);
  checkCount('firstPosition', firstPosition);
  checkText('duration', duration);
  if (id !== undefined) checkText('id', id);
  if (durations !== undefined) checkDurationTally('durations', durations);
  checkKey(duration, durations);
  const durationOf = ownAnswerReader(duration);
  const idOf = idReader(id);
  const timed: Speeder[] = [];
  let responseCount = 0;
  let missing = 0;

  function look(response: unknown, position: number): void {
    responseCount += 1;
    const took = durationOf(response);
    if (took === undefined || took === null) missing += 1;
    if (!isDuration(took)) return;
    timed.push({
      position: firstPosition + position,
      ...idOf(response),
      duration: took,
    });
  }

  return readResponses(responses, look, () => {
    const own = tallyDurations(timed, { duration: 'duration' });
    const median = medianDuration(durations ?? own);
    return {
      kind: 'speeders',
      definition: {
        metric: 'speeders',
        duration,
        shareOfMedian,
        ...(median !== undefined && { median }),
      },
      responses: responseCount,
      assessed: timed.length,
      missing,
      invalid: responseCount - missing - timed.length,
      flagged: timed.filter((each) => isBelow(each.duration, shareOfMedian * (median ?? 0))),
    };
  });
}

/** Below by more than rounding: exactly a third of the median is not below it. */
function isBelow(duration: number, limit: number): boolean {
  return duration < limit * (1 - 1e-12);
}

function checkKey(duration: string, durations: DurationTally | undefined): void {
  if (durations === undefined || durations.duration === duration) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `durations are of ${JSON.stringify(durations.duration)}; expected those of ${JSON.stringify(duration)}`,
  );
}

/**
 * The median of counted durations: the middle one, or the mean of the middle two; nothing where there
 * are none.
 */
function medianDuration({ counts }: DurationTally): number | undefined {
  const n = counts.reduce((sum, [, count]) => sum + count, 0);
  const lower = durationAt(counts, Math.floor((n - 1) / 2));
  const upper = durationAt(counts, Math.floor(n / 2));
  if (lower === undefined || upper === undefined) return undefined;
  return lower + (upper - lower) / 2;
}

/** The duration of the response at a rank, from 0 for the shortest. */
function durationAt(counts: DurationTally['counts'], rank: number): number | undefined {
  let passed = 0;
  for (const [duration, count] of counts) {
    passed += count;
    if (passed > rank) return duration;
  }
  return undefined;
}
