import { recodedReader } from '../../survey/answers/answerReader.ts';
import { type JointCounter, jointCounter } from '../joint/jointSums.ts';
import type { DimensionWeighing, WeightedSums } from './types.ts';

/** Adds up respondents' scores, weighted by their own weights. */
export interface WeightCounter {
  /** Adds a respondent: the total and the number of items of each dimension, 0 where it has no score. */
  readonly add: (response: unknown, totals: ArrayLike<number>, parts: ArrayLike<number>) => void;
  /** What was added up. */
  readonly sums: () => WeightedSums;
}

/** The respondents whose weights have one sum. */
interface Group {
  respondents: number;
  readonly weightSums: Float64Array;
  readonly joint: JointCounter;
}

/**
 * Makes a counter of weighted scores.
 *
 * A respondent's score Σ w·x / Σ w has a denominator of its own. Respondents whose weights sum to the
 * same share one, so their sums stay whole numbers; nearly all share out exactly 100 points.
 *
 * @param weighing - the questions that weigh the dimensions
 * @param mostParts - how many items each dimension has
 */
export function weightCounter(
  weighing: DimensionWeighing,
  mostParts: readonly number[],
): WeightCounter {
  const { questions, scale, recoded } = weighing;
  const isRecoded = new Set(recoded);
  const readers = questions.map((id) =>
    recodedReader({ id, scale: { ...scale, reversed: isRecoded.has(id) } }),
  );
  const lowest = Math.round(scale.min / (scale.step ?? 1));
  const groups = new Map<number, Group>();
  const size = questions.length;
  const weights = new Float64Array(size);
  const weighted = new Float64Array(size);
  const used = new Float64Array(size);
  let withoutWeights = 0;
  let withoutScore = 0;

  function add(response: unknown, totals: ArrayLike<number>, parts: ArrayLike<number>): void {
    let total = 0;
    for (const [place, read] of readers.entries()) {
      const answer = read(response);
      if (typeof answer !== 'number') {
        withoutWeights += 1;
        return;
      }
      weights[place] = lowest + answer;
      total += lowest + answer;
    }
    for (let place = 0; place < size; place += 1) {
      const weight = weights[place] ?? 0;
      const isUsed = weight > 0 || total === 0;
      if (isUsed && parts[place] === 0) {
        withoutScore += 1;
        return;
      }
      used[place] = isUsed ? (parts[place] ?? 0) : 0;
      weighted[place] = (totals[place] ?? 0) * (total === 0 ? 1 : weight);
    }
    const group = groupOf(total);
    group.respondents += 1;
    for (const [place, weight] of weights.entries()) {
      group.weightSums[place] = (group.weightSums[place] ?? 0) + weight;
    }
    group.joint.add(weighted, used);
  }

  function groupOf(total: number): Group {
    const known = groups.get(total);
    if (known !== undefined) return known;
    const group = {
      respondents: 0,
      weightSums: new Float64Array(size),
      joint: jointCounter(mostParts),
    };
    groups.set(total, group);
    return group;
  }

  return {
    add,
    sums: () => ({
      withoutWeights,
      withoutScore,
      groups: [...groups]
        .sort(([one], [other]) => one - other)
        .map(([total, { respondents, weightSums, joint }]) => ({
          total,
          respondents,
          weightSums: [...weightSums],
          sums: joint.sums(),
        })),
    }),
  };
}
