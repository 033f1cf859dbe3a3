import { sum } from '../answers/responseCounts.ts';
import { intervalSize } from '../score/linearizedSize.ts';
import type { WeightedAnswers } from '../score/weightedTypes.ts';
import type { Score } from '../types.ts';

/** What a comparison knows of the answers behind a score. */
export interface Sample {
  /** How many answers the score is as precise as: all of them, or their effective number. */
  readonly n: number;
  /** How many of these gave each answer of the scale, the lowest answer first. */
  readonly perAnswer: readonly number[];
  /** How many people answered. */
  readonly people: number;
  /** The answers with their weights; absent where all weights are the same, or there are none. */
  readonly weighted?: WeightedAnswers;
}

/**
 * The answers behind a score, as many as they count for. Every comparison takes n, shares, means and
 * variances from here and from nowhere else.
 */
export function sampleOf(score: Score): Sample {
  const { counts, weights, definition } = score;
  const { answered: people, perAnswer } = counts;
  if (weights === undefined || people === 0) return { n: people, perAnswer, people };
  const weight = sum(weights.perAnswer);
  const kish = weight * (weight / sum(weights.squaredPerAnswer));
  if (people - kish < ALIKE * people) return { n: people, perAnswer, people };
  const n = score.effectiveN ?? kish;
  return {
    n,
    perAnswer: weights.perAnswer.map((own) => own * (n / weight)),
    people,
    weighted: {
      scale: definition.scale,
      n: people,
      weights: weights.perAnswer,
      squaredWeights: weights.squaredPerAnswer,
    },
  };
}

/** The sample, as many answers as its interval is taken with. */
export function intervalSample(sample: Sample, level: number): Sample {
  if (sample.weighted === undefined) return sample;
  const n = intervalSize(sample.people, sample.n, level);
  return { ...sample, n, perAnswer: sample.perAnswer.map((count) => count * (n / sample.n)) };
}

/** The answers with their weights, each of 1 where there are none. */
export function weightedOf(sample: Sample, scale: WeightedAnswers['scale']): WeightedAnswers {
  const { perAnswer, people, weighted } = sample;
  return weighted ?? { scale, n: people, weights: perAnswer, squaredWeights: perAnswer };
}

/** Weights that cost less of the answers than this are all the same but for rounding. */
const ALIKE = 1e-9;
