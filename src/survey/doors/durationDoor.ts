import type { SatisfactionSurvey } from '../../model/survey.ts';
import { DURATION_TALLY_SHAPE } from '../quality/durationShape.ts';
import type { DurationTally } from '../quality/types.ts';
import type { TallyDoor } from './tallyDoor.ts';

/** Reads a tally of durations, which knows nothing of the survey but its responses. */
export function durationDoor(): TallyDoor<DurationTally, SatisfactionSurvey> {
  return {
    kind: 'duration-tally',
    source: ['survey', 'asks'],
    shape: DURATION_TALLY_SHAPE,
    layout: () => ({}),
    check: ({ responses, missing, invalid, counts }, tell) => {
      let all = missing + invalid;
      let before = -1;
      for (const [place, pair] of (counts as readonly (readonly number[])[]).entries()) {
        const [duration = -1, count = 0] = pair;
        if (pair.length !== 2 || !(Number.isSafeInteger(count) && count >= 1)) {
          tell(['counts', place], pair, 'a duration and a whole number, 1 or more', 'out-of-range');
          continue;
        }
        if (duration <= before) {
          tell(['counts', place, 0], duration, 'durations in ascending order, each once');
        }
        before = duration;
        all += count;
      }
      if (all !== responses) {
        tell(['responses'], responses, `the ${all} responses that are counted`);
      }
    },
  };
}
