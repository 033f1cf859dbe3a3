import { checkCount } from '../../shared/refuse.ts';
import { checkKind } from '../answers/guards.ts';
import { DURATION_TALLY_SHAPE } from './durationShape.ts';
import type { DurationTally } from './types.ts';

/** Refuses a tally of durations that was changed by hand: one that holds what is no count or duration. */
export function checkDurationTally(name: string, tally: DurationTally): void {
  checkKind(name, tally, 'duration-tally', DURATION_TALLY_SHAPE);
  for (const [, count] of tally.counts) checkCount(`a count of ${name}`, count);
}
