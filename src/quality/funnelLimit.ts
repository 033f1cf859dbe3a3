import { binomialTails } from '../stats/distributions/binomial.ts';
import type { Funnel, Limits } from './types.ts';

/**
 * The share that so many of `n` lie at or below, between the whole numbers: exact where a whole number
 * reaches `p`, and on a line between two of them elsewhere.
 *
 *     r = the least with P(R <= r) > p
 *     limit = (r - (P(R <= r) - p)/P(R = r))/n,  kept within 0 and 1
 *
 * @param p - above 0 and below 1
 * @param n - a whole number, 1 or more
 * @param share - the chance of one, above 0 and below 1
 * @example
 * funnelLimit(0.025, 50, 0.2) // ~> 0.084405
 * funnelLimit(0.999, 50, 0.2) // ~> 0.379144
 * @see Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202, appendix A.1.1
 */
export function funnelLimit(p: number, n: number, share: number): number {
  const atMost = (r: number): number => (r < 0 ? 0 : binomialTails(r, n, share).atMost);
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (atMost(middle) > p) high = middle;
    else low = middle + 1;
  }
  const reached = atMost(low);
  const chance = reached - atMost(low - 1);
  return Math.min(1, Math.max(0, (low - (reached - p) / chance) / n));
}

/** Limits as they are drawn: widened by a factor where places differ more than chance has it. */
export function drawnLimits(n: number, tail: number, target: number, factor: number): Limits {
  return widened(funnelLimit(tail, n, target), funnelLimit(1 - tail, n, target), target, factor);
}

/** Limits that are so many times as far from the target, kept within 0 and 1. */
export function widened(low: number, high: number, target: number, factor: number): Limits {
  return {
    low: Math.max(0, target - factor * (target - low)),
    high: Math.min(1, target + factor * (high - target)),
  };
}

/** How many times as far from the target limits lie as chance alone has it. */
export function wideningOf({ isApplied, phi }: Funnel['overdispersion']): number {
  return isApplied ? Math.sqrt(phi) : 1;
}
