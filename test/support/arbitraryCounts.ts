import fc from 'fast-check';
import { answerCount } from '../../src/model/scaleAnswers.ts';
import type { Scale } from '../../src/model/survey.ts';
import type { AnswerCounts } from '../../src/survey/types.ts';

/** The scale of a net promoter score. */
export const PROMOTER_SCALE = { min: 0, max: 10 } as const;

/** Scales as surveys use them: any direction, steps, negative answers, two answers and a thousand. */
const arbitraryScale: fc.Arbitrary<Scale> = fc
  .record({
    min: fc.integer({ min: -5, max: 5 }),
    steps: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(100)),
    step: fc.constantFrom(1, 2, 0.5, 0.25, 0.1),
    reversed: fc.boolean(),
  })
  .map(({ min, steps, step, reversed }) => ({ min, max: min + steps * step, step, reversed }));

/** Counted answers to a question on a scale, at least so many of them answered. */
export function countsOn(scale: Scale, least = 1): fc.Arbitrary<AnswerCounts> {
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
        // Everybody gives one of two answers: the corners where intervals go wrong.
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
    })
    .filter(({ perAnswer }) => perAnswer.reduce((sum, count) => sum + count, 0) >= least);
}

/** Counted answers on any scale, at least so many of them answered. */
export function arbitraryCounts(least = 1): fc.Arbitrary<AnswerCounts> {
  return arbitraryScale.chain((scale) => countsOn(scale, least));
}

/** The same counts with one answer moved from one place of the scale to another. */
export function moveOne(counts: AnswerCounts, from: number, to: number): AnswerCounts {
  return {
    ...counts,
    perAnswer: counts.perAnswer.map(
      (count, place) => count - Number(place === from) + Number(place === to),
    ),
  };
}

/** The same counts, each so many times. */
export function times(factor: number, counts: AnswerCounts): AnswerCounts {
  return { ...counts, perAnswer: counts.perAnswer.map((count) => factor * count) };
}

/** The counts as a mirror shows them: the scale turned round and the answers with it. */
export function mirrored(counts: AnswerCounts): AnswerCounts {
  const { scale, perAnswer } = counts;
  return {
    ...counts,
    scale: { ...scale, reversed: scale.reversed !== true },
    perAnswer: perAnswer.toReversed(),
  };
}
