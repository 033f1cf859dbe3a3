import type { Arbitrary } from 'fast-check';
import { checkScale } from '../model/checkScale.ts';
import { answerCount } from '../model/scaleAnswers.ts';
import type { Scale } from '../model/survey.ts';
import { checkCount, checkObject, checkOptions } from '../shared/refuse.ts';
import type { AnswerCounts } from '../survey/types.ts';
import { checkFastCheck } from './checkFastCheck.ts';
import type { FastCheck } from './fastCheck.ts';
import { anyScale } from './scales.ts';

/** What {@link arbitraryCounts} makes. */
export interface ArbitraryCountsOptions {
  /** The scale of the question; any when absent. */
  readonly scale?: Scale;
  /** How many of those asked answered at least, whole number; 1 when absent. */
  readonly least?: number;
}

/**
 * Counted answers to one question, as the metrics take them: few and many, spread over the scale or
 * all in one corner, where intervals go wrong, beside answers that were left out or invalid.
 *
 * @param fc - fast-check, as you import it
 * @param options - what they are limited to
 * @throws ServiceCycleError `invalid-argument` where `least` is no count
 * @example
 * import fc from 'fast-check';
 * import { meanRating } from 'service-cycle/survey';
 * import { arbitraryCounts } from 'service-cycle/testing';
 *
 * // A mean lies on its scale, whatever was answered.
 * const law = fc.property(arbitraryCounts(fc, { least: 2 }), (counts) => {
 *   const { min, max } = counts.scale;
 *   const score = meanRating(counts);
 *   return score.kind === 'estimate' && score.value >= min - 1e-9 && score.value <= max + 1e-9;
 * });
 * fc.check(law, { seed: 1 }).failed; // => false
 */
export function arbitraryCounts(
  fc: FastCheck,
  options: ArbitraryCountsOptions = {},
): Arbitrary<AnswerCounts> {
  checkFastCheck(fc);
  checkOptions(options, ['scale', 'least']);
  const { scale, least = 1 } = options;
  if (scale !== undefined) {
    checkObject('scale', scale);
    checkScale(scale);
  }
  checkCount('least', least);
  return scale === undefined
    ? anyScale(fc).chain((each) => countsOn(fc, each, least))
    : countsOn(fc, scale, least);
}

function countsOn(fc: FastCheck, scale: Scale, least: number): Arbitrary<AnswerCounts> {
  const answers = answerCount(scale);
  const some = fc.oneof(
    { weight: 2, arbitrary: fc.nat({ max: 3 }) },
    { weight: 1, arbitrary: fc.nat({ max: 500 }) },
  );
  return fc
    .record({
      scale: fc.constant(scale),
      perAnswer: fc.oneof(
        fc.array(some, { minLength: answers, maxLength: answers }),
        // Everybody gives one of two answers.
        fc
          .tuple(fc.nat({ max: answers - 1 }), fc.nat({ max: answers - 1 }), some, some)
          .map(([one, other, ones, others]) =>
            Array.from({ length: answers }, (_, place) =>
              place === one ? ones + 1 : place === other ? others : 0,
            ),
          ),
      ),
      notApplicable: fc.nat({ max: 20 }),
      skipped: fc.nat({ max: 20 }),
      invalid: fc.nat({ max: 20 }),
      missing: fc.nat({ max: least }),
    })
    .map(({ missing, ...counts }) => {
      const answered = counts.perAnswer.reduce((sum, count) => sum + count, 0);
      if (answered >= least) return counts;
      const perAnswer = [...counts.perAnswer];
      const place = missing % answers;
      perAnswer[place] = (perAnswer[place] ?? 0) + least - answered;
      return { ...counts, perAnswer };
    });
}
