import type { Estimated } from '../../shared/estimate.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';

/** A share with its Wilson interval, or that there is nothing to take a share of. */
export function countedShare(successes: number, n: number, level: number): Estimated {
  if (n === 0) return { kind: 'not-estimable', reason: 'no-answers', n };
  const interval = wilsonInterval(successes, n, { level });
  return { kind: 'estimate', value: successes / n, unit: 'share', interval, n, basis: 'measured' };
}
