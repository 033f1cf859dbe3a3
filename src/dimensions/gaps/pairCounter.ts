import type { NoAnswer } from '../../survey/answers/answerPlacer.ts';
import type { PairSums } from './types.ts';

/** Adds up what respondents answered to both questions of an item. */
export interface PairCounter {
  /** Adds a respondent: the place of each answer from the worst, or why there is none. */
  readonly add: (perception: number | NoAnswer, expectation: number | NoAnswer) => void;
  /** What was added up. */
  readonly sums: () => PairSums;
}

/** Makes the counter of one item. */
export function pairCounter(): PairCounter {
  const sums = {
    both: 0,
    perceptionOnly: 0,
    expectationOnly: 0,
    neither: 0,
    invalid: 0,
    perceptionSum: 0,
    expectationSum: 0,
    perceptionSquares: 0,
    expectationSquares: 0,
    productSum: 0,
  };
  return {
    add(perception, expectation) {
      if (perception === 'invalid') sums.invalid += 1;
      if (expectation === 'invalid') sums.invalid += 1;
      if (typeof perception !== 'number') {
        sums[typeof expectation === 'number' ? 'expectationOnly' : 'neither'] += 1;
      } else if (typeof expectation !== 'number') {
        sums.perceptionOnly += 1;
      } else {
        sums.both += 1;
        sums.perceptionSum += perception;
        sums.expectationSum += expectation;
        sums.perceptionSquares += perception * perception;
        sums.expectationSquares += expectation * expectation;
        sums.productSum += perception * expectation;
      }
    },
    sums: () => ({ ...sums }),
  };
}
