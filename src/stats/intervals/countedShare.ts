import { DEFAULT_LEVEL, type Estimate, type NotEstimable } from '../../shared/estimate.ts';
import { wilsonInterval } from './wilsonInterval.ts';

/** A share that was counted. */
export type CountedShare = Estimate<'share', 'wilson'>;

/** A share of at least one case, with its Wilson interval. */
export function shareEstimate(successes: number, n: number, level: number): CountedShare {
  return {
    kind: 'estimate',
    value: successes / n,
    unit: 'share',
    interval: wilsonInterval(successes, n, { level }),
    n,
    basis: 'measured',
  };
}

/** A share with its Wilson interval, or that there is nothing to take a share of. */
export function countedShare(
  successes: number,
  n: number,
  level: number = DEFAULT_LEVEL,
): CountedShare | NotEstimable<'no-answers'> {
  return n === 0
    ? { kind: 'not-estimable', reason: 'no-answers', n }
    : shareEstimate(successes, n, level);
}
