import type { Judgement } from '../../model/momentOfTruth.ts';
import type { ActionPriority } from '../reasonTypes.ts';
import { actionPriority } from './actionPriority.ts';

/** The place of each priority: the lower, the more urgent. */
export const RANK_OF_PRIORITY: { readonly [priority in ActionPriority]: number } = {
  high: 0,
  medium: 1,
  low: 2,
};

/**
 * The median of the priorities that several people's judgements give, of two middle ones the more urgent.
 *
 * Not the priority of the median ratings: where one judge finds an incident severe and another one finds
 * it frequent, these would make it both, which nobody said.
 *
 * @param judgements - at least one, with ratings from 1 to 10
 */
export function medianPriority(judgements: readonly Judgement[]): ActionPriority {
  const sorted = judgements
    .map((judgement) => actionPriority(judgement))
    .toSorted((one, other) => RANK_OF_PRIORITY[one] - RANK_OF_PRIORITY[other]);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 'low';
}
