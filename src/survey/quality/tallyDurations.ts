import { checkOptions, checkText } from '../../shared/refuse.ts';
import { ownAnswerReader } from '../answers/ownAnswer.ts';
import { type Responses, readResponses } from '../answers/readResponses.ts';
import type { DurationTally } from './types.ts';

/** A response that may hold a duration under a key. */
export type Timed<Key extends string> = Partial<Readonly<Record<Key, unknown>>>;

/** What `tallyDurations` takes besides the responses. */
export interface DurationOptions<Key extends string = string> {
  /** The key of the response objects that holds how long the response took, in any one unit. */
  readonly duration: Key;
}

/**
 * Counts how long responses took. It takes memory for the different durations: count whole seconds
 * where there are very many responses.
 *
 * A duration is a finite number, 0 or more; everything else is counted as missing or invalid.
 *
 * @param responses - one object per customer, in any iterable or as a stream
 * @param options - the key of the durations
 * @returns the tally; for a stream, a promise of it. An error of the stream is passed on.
 * @example
 * const responses = [{ seconds: 240 }, { seconds: 180 }, { seconds: 240 }, { seconds: 'long' }];
 * tallyDurations(responses, { duration: 'seconds' }).counts; // => [[180, 1], [240, 2]]
 */
export function tallyDurations<const Key extends string, Response extends Timed<Key>>(
  responses: readonly Response[] | Iterable<Response>,
  options: DurationOptions<Key>,
): DurationTally;
/** The same for a stream. */
export function tallyDurations<const Key extends string, Response extends Timed<Key>>(
  responses: AsyncIterable<Response>,
  options: DurationOptions<Key>,
): Promise<DurationTally>;
export function tallyDurations(
  responses: Responses<unknown>,
  options: DurationOptions,
): DurationTally | Promise<DurationTally> {
  checkOptions(options, ['duration']);
  const { duration } = options;
  checkText('duration', duration);
  const durationOf = ownAnswerReader(duration);
  const counts = new Map<number, number>();
  let responseCount = 0;
  let missing = 0;
  let invalid = 0;

  function add(response: unknown): void {
    responseCount += 1;
    const took = durationOf(response);
    if (took === undefined || took === null) missing += 1;
    else if (isDuration(took)) counts.set(took, (counts.get(took) ?? 0) + 1);
    else invalid += 1;
  }

  return readResponses(responses, add, () => ({
    kind: 'duration-tally',
    duration,
    responses: responseCount,
    missing,
    invalid,
    counts: [...counts].sort(([one], [other]) => one - other),
  }));
}

/** A duration is a finite number, 0 or more. */
export function isDuration(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < Infinity;
}
