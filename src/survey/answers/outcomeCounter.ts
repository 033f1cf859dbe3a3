import { type ReadableQuestion, recodedReader } from './answerReader.ts';
import type { OutcomeCounts } from '../types.ts';

/** Reads the answers to a question and counts what became of each response. */
export interface OutcomeCounter {
  /** The place of the answer from the worst, or nothing where there is none. */
  readonly read: (response: unknown) => number | undefined;
  /** What became of the responses so far. */
  readonly counts: () => OutcomeCounts;
}

/** Makes the counter of a question. */
export function outcomeCounter(question: ReadableQuestion): OutcomeCounter {
  const readPlace = recodedReader(question);
  const counts = { answered: 0, notApplicable: 0, skipped: 0, invalid: 0 };
  return {
    read(response) {
      const place = readPlace(response);
      if (typeof place === 'number') {
        counts.answered += 1;
        return place;
      }
      counts[place] += 1;
      return undefined;
    },
    counts: () => ({ ...counts }),
  };
}
