import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import type { AnswerRange } from './weightedShare.ts';
import type { ResponseCounts, Score, ScoreDefinition, ScoreOptions } from '../types.ts';

/** The share of answers in a range of the scale, with its Wilson interval. */
export function shareScore<Definition extends ScoreDefinition>(
  definition: Definition,
  counts: ResponseCounts,
  { from, to }: AnswerRange,
  { level = DEFAULT_LEVEL }: ScoreOptions,
): Score<Definition> {
  const n = counts.answered;
  if (n === 0) return { kind: 'not-estimable', reason: 'no-answers', n, definition, counts };
  let inside = 0;
  for (let place = from; place < to; place += 1) inside += counts.perAnswer[place] ?? 0;
  return {
    kind: 'estimate',
    value: inside / n,
    unit: 'share',
    interval: wilsonInterval(inside, n, { level }),
    n,
    basis: 'measured',
    definition,
    counts,
  };
}
