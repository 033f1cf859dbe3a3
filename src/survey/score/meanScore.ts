import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { meanInterval } from '../../stats/intervals/meanInterval.ts';
import type { ResponseCounts, Score, ScoreDefinition, ScoreOptions } from '../types.ts';

/** The mean answer with its t interval, cut at the ends of the scale. */
export function meanScore<Definition extends ScoreDefinition>(
  definition: Definition,
  counts: ResponseCounts,
  { level = DEFAULT_LEVEL }: ScoreOptions,
): Score<Definition> {
  const { min, max, step = 1 } = definition.scale;
  const { perAnswer, answered: n } = counts;
  if (n === 0) return { kind: 'not-estimable', reason: 'no-answers', n, definition, counts };
  if (n === 1) return { kind: 'not-estimable', reason: 'one-answer', n, definition, counts };

  let places = 0;
  for (const [place, count] of perAnswer.entries()) places += place * count;
  const meanPlace = places / n;
  let squares = 0;
  for (const [place, count] of perAnswer.entries()) squares += count * (place - meanPlace) ** 2;
  if (squares === 0)
    return { kind: 'not-estimable', reason: 'zero-variance', n, definition, counts };

  const value = min + step * meanPlace;
  const variance = (step * step * squares) / (n - 1);
  const interval = meanInterval({ n, mean: value, variance }, { level });
  const withinScale = {
    ...interval,
    low: Math.max(min, interval.low),
    high: Math.min(max, interval.high),
  };
  return {
    kind: 'estimate',
    value,
    unit: 'scale',
    interval: withinScale,
    n,
    basis: 'measured',
    definition,
    counts,
  };
}
