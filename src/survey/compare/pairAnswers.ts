import { checkArray, checkObject } from '../answers/guards.ts';
import type { Answer } from '../../model/observations.ts';
import { checkScale } from '../../model/checkScale.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import type { Scale } from '../../model/survey.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { answerPlacer, placeOf } from '../answers/answerPlacer.ts';
import type { PairedAnswers } from './types.ts';

/** A scale of more answers has too many pairs of them to count. */
const MOST_PAIRED = 1001;

/**
 * Counts the answers of the same people to the same question, asked twice.
 *
 * Only those who answered both times are a pair. Who answered once, or said that it does not apply,
 * is counted apart; so is an answer that is not on the scale, which counts as not given.
 *
 * @param scale - the answers the question takes, both times
 * @param before - the earlier answers, one for each person
 * @param after - the later answers of the same people, in the same order
 * @returns the pairs, counted, for {@link comparePairedAnswers}
 * @throws ServiceCycleError `invalid-argument` when the lists differ in length or are none
 * @example
 * const pairs = pairAnswers({ min: 1, max: 3 }, [1, 2, 2, 3, null], [2, 2, 3, 9, 1]);
 * pairs.perPair // => [[0, 1, 0], [0, 1, 1], [0, 0, 0]]
 * pairs.onlyBefore // => 1
 * pairs.invalid // => 1
 */
export function pairAnswers(
  scale: Scale,
  before: readonly Answer[],
  after: readonly Answer[],
): PairedAnswers {
  checkObject('scale', scale);
  checkArray('before', before);
  checkArray('after', after);
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
  for (let person = 0; person < before.length; person += 1) {
    const first = placeOf(placer, before[person]);
    const second = placeOf(placer, after[person]);
    counts.invalid += Number(first === 'invalid') + Number(second === 'invalid');
    const row = typeof first === 'number' ? perPair[first] : undefined;
    if (typeof second === 'number') {
      if (row) row[second] = (row[second] ?? 0) + 1;
      else counts.onlyAfter += 1;
    } else if (row) counts.onlyBefore += 1;
    else counts.neither += 1;
  }
  return { kind: 'paired-answers', scale, perPair, ...counts };
}
