import { DEFAULT_LEVEL, type Estimated } from '../../shared/estimate.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import type { ScoreOptions } from '../types.ts';

/** A share with its Wilson interval; not estimable of nobody. */
export function shareOf(
  part: number,
  n: number,
  { level = DEFAULT_LEVEL }: ScoreOptions,
): Estimated {
  if (n === 0) return { kind: 'not-estimable', reason: 'no-answers', n };
  return {
    kind: 'estimate',
    value: part / n,
    unit: 'share',
    interval: wilsonInterval(part, n, { level }),
    n,
    basis: 'measured',
  };
}
