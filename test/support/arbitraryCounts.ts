import fc from 'fast-check';
import type { Scale } from '../../src/model/survey.ts';
import type { AnswerCounts } from '../../src/survey/types.ts';
import * as testing from '../../src/testing/arbitraryCounts.ts';

/** The scale of a net promoter score. */
export const PROMOTER_SCALE = { min: 0, max: 10 } as const;

/** Counted answers to a question on a scale, at least so many of them answered. */
export function countsOn(scale: Scale, least = 1): fc.Arbitrary<AnswerCounts> {
  return testing.arbitraryCounts(fc, { scale, least });
}

/** Counted answers on any scale, at least so many of them answered. */
export function arbitraryCounts(least = 1): fc.Arbitrary<AnswerCounts> {
  return testing.arbitraryCounts(fc, { least });
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
