import { netShare } from './netShare.ts';
import { sum } from '../answers/responseCounts.ts';
import type { NetSatisfactionDefinition, ResponseCounts, Score, ScoreOptions } from '../types.ts';
import type { AnswerRange } from './weightedShare.ts';

/** The share of answers in one range of the scale less that in another, with its interval. */
export function netShareScore(
  definition: NetSatisfactionDefinition,
  counts: ResponseCounts,
  satisfied: AnswerRange,
  dissatisfied: AnswerRange,
  options: ScoreOptions,
): Score<NetSatisfactionDefinition> {
  const { answered: n, perAnswer } = counts;
  if (n === 0) return { kind: 'not-estimable', reason: 'no-answers', n, definition, counts };
  const more = sum(perAnswer.slice(satisfied.from, satisfied.to));
  const less = sum(perAnswer.slice(dissatisfied.from, dissatisfied.to));
  const net = netShare((more - less) / n, { more, less, n }, options);
  return { kind: 'estimate', ...net, n, basis: 'measured', definition, counts };
}
