import { checkScale } from '../../model/checkScale.ts';
import type { Answer } from '../../model/observations.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import type { Scale } from '../../model/survey.ts';
import { checkArray, checkObject, checkOptions, refuse } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { answerPlacer, placeOf } from '../answers/answerPlacer.ts';
import { type FixedPointSums, fixedPointValue, plainCells } from '../tally/fixedPointCells.ts';
import { isWeight } from '../tally/rowCounter.ts';
import { weightAdder } from '../tally/weightAdder.ts';
import type { PairedAnswers, PairWeights } from './types.ts';

/** What {@link pairAnswers} takes besides the answers. */
export interface PairOptions {
  /** The weight of each person, in the order of the answers; each counts once when absent. */
  readonly weights?: ArrayLike<number>;
}

/** A scale of more answers has too many pairs of them to count. */
const MOST_PAIRED = 1001;

/**
 * Counts the answers of the same people to the same question, asked twice.
 *
 * Only those who answered both times are a pair. Who answered once, or said that it does not apply,
 * is counted apart; so is an answer that is not on the scale, which counts as not given.
 *
 * With `weights`, one for each person, a weight of 0 is nobody, and what is no weight is counted and left out.
 *
 * @param scale - the answers the question takes, both times
 * @param before - the earlier answers, one for each person
 * @param after - the later answers of the same people, in the same order
 * @param options - the weights
 * @returns the pairs, counted, for {@link comparePairedAnswers}
 * @throws ServiceCycleError `invalid-argument` when the lists differ in length or are none; `wrong-scale`
 * for a scale that is none, or has more answers than can be paired
 * @example
 * const pairs = pairAnswers({ min: 1, max: 3 }, [1, 2, 2, 3, null], [2, 2, 3, 9, 1]);
 * pairs.perPair // => [[0, 1, 0], [0, 1, 1], [0, 0, 0]]
 * pairs.onlyBefore // => 1
 * pairs.invalid // => 1
 * const weighted = pairAnswers({ min: 1, max: 2 }, [1, 1, 2], [2, 1, 2], { weights: [2, 0.5, 0] });
 * weighted.weights // => {
 * //   perPair: [[0.5, 2], [0, 0]], squaredPerPair: [[0.25, 4], [0, 0]], invalid: 0, zero: 1,
 * // }
 */
export function pairAnswers(
  scale: Scale,
  before: readonly Answer[],
  after: readonly Answer[],
  options: PairOptions = {},
): PairedAnswers {
  checkObject('scale', scale);
  checkArray('before', before);
  checkArray('after', after);
  checkOptions(options, ['weights']);
  const { weights } = options;
  if (weights !== undefined) {
    checkArray('weights', weights);
    if (weights.length !== before.length) {
      refuse('the number of weights', weights.length, `${before.length}, one for each person`);
    }
  }
  if (before.length !== after.length) {
    throw new ServiceCycleError(
      'invalid-argument',
      `there are ${before.length} answers before and ${after.length} after; expected one each of the same people`,
    );
  }
  checkScale(scale);
  const answers = answerCount(scale);
  if (answers > MOST_PAIRED) {
    throw new ServiceCycleError(
      'wrong-scale',
      `the scale has ${answers} answers; expected at most ${MOST_PAIRED}, since every pair is counted`,
    );
  }
  const placer = answerPlacer({ id: '', scale, firstCell: 0 });
  const perPair = Array.from({ length: answers }, () => new Array<number>(answers).fill(0));
  const counts = { onlyBefore: 0, onlyAfter: 0, neither: 0, invalid: 0 };
  const weighing = weights && pairWeigher(weights, answers);
  for (let person = 0; person < before.length; person += 1) {
    if (weighing?.isNobody(person) === true) continue;
    const first = placeOf(placer, before[person]);
    const second = placeOf(placer, after[person]);
    counts.invalid += Number(first === 'invalid') + Number(second === 'invalid');
    const row = typeof first === 'number' ? perPair[first] : undefined;
    if (typeof second === 'number') {
      if (row) {
        row[second] = (row[second] ?? 0) + 1;
        weighing?.add(person, Number(first), second);
      } else counts.onlyAfter += 1;
    } else if (row) counts.onlyBefore += 1;
    else counts.neither += 1;
  }
  return {
    kind: 'paired-answers',
    scale,
    perPair,
    ...counts,
    ...(weighing && { weights: weighing.summed() }),
  };
}

/** Sums the weights of pairs, exactly, so that the order of people changes no digit. */
function pairWeigher(
  weights: ArrayLike<number>,
  answers: number,
): {
  readonly isNobody: (person: number) => boolean;
  readonly add: (person: number, first: number, second: number) => void;
  readonly summed: () => PairWeights;
} {
  const adder = weightAdder(1);
  const counts = { invalid: 0, zero: 0 };
  const tableOf = (sums: FixedPointSums): readonly (readonly number[])[] => {
    const cells = plainCells(sums);
    const places = Array.from({ length: answers }, (_, place) => place);
    return places.map((row) =>
      places.map((column) => fixedPointValue(cells, row * answers + column)),
    );
  };
  return {
    isNobody(person) {
      const weight = weights[person];
      if (!isWeight(weight)) counts.invalid += 1;
      else if (weight === 0) counts.zero += 1;
      else return false;
      return true;
    },
    add(person, first, second) {
      adder.add(first * answers + second, weights[person] ?? 0);
    },
    summed: () => ({
      perPair: tableOf(adder.sums),
      squaredPerPair: tableOf(adder.squares),
      ...counts,
    }),
  };
}
