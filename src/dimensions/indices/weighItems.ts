import type { Scale } from '../../model/survey.ts';
import type { JointMean } from '../joint/jointMeans.ts';
import type { PlacedItems } from './indexItems.ts';

/** The weights of an index's questions and what the index depends on. */
export interface WeighedItems {
  /** The share of each question in all weights; absent where they have no sum to take a share of. */
  readonly shares: readonly (number | undefined)[];
  /** The index, on the scale of the answers. */
  readonly value: number;
  /** By how much it rises with a step of the mean of each question that it depends on. */
  readonly slopes: ReadonlyMap<number, number>;
  /** Whether there are weights: `zero` where nothing matters to anybody. */
  readonly importance: 'some' | 'zero' | 'unanswered';
}

/**
 * Weighs the questions of an index.
 *
 *     w_j = I_j / Σ I,  index = Σ w_j · S_j
 *     slope in S_j = w_j,  slope in I_j = (S_j - index) / Σ I
 */
export function weighItems(
  { items, scale, importanceScale }: PlacedItems,
  means: readonly JointMean[],
): WeighedItems {
  const scoreAt = (place: number): number => valueOf(scale, means[place]);
  const weights = items.map(({ importance, weight }) =>
    importance === undefined || importanceScale === undefined
      ? weight
      : valueOf(importanceScale, means[importance]),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const isAnswered = items.every(
    ({ importance }) => importance === undefined || means[importance]?.n !== 0,
  );
  const importance = isAnswered ? (total > 0 ? 'some' : 'zero') : 'unanswered';
  const shares = weights.map((weight) => (importance === 'some' ? weight / total : undefined));

  let value = 0;
  for (const [place, { score }] of items.entries()) value += (shares[place] ?? 0) * scoreAt(score);
  const slopes = new Map<number, number>();
  const add = (place: number, slope: number): void => {
    slopes.set(place, (slopes.get(place) ?? 0) + slope);
  };
  for (const [place, item] of items.entries()) {
    const share = shares[place] ?? 0;
    if (item.importance !== undefined) {
      const rise = importance === 'some' ? (scoreAt(item.score) - value) / total : 0;
      add(item.importance, (importanceScale?.step ?? 1) * rise);
    }
    // A question that the caller gives no weight need not have been answered.
    if (item.importance !== undefined || item.weight > 0)
      add(item.score, (scale.step ?? 1) * share);
  }
  return { shares, value, slopes, importance };
}

function valueOf({ min, step = 1 }: Scale, mean?: JointMean): number {
  return min + step * (mean?.mean ?? 0);
}
