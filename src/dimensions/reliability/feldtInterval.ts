import { DEFAULT_LEVEL, type Interval } from '../../shared/estimate.ts';
import { checkLevel } from '../../shared/refuse.ts';
import { fQuantile } from '../../stats/distributions/f.ts';
import type { AlphaOptions } from './types.ts';

/** What {@link feldtInterval} needs to know of a sample. */
export interface AlphaSummary {
  /** Cronbach's alpha, 1 at most. */
  readonly alpha: number;
  /** How many complete responses it rests on, 2 or more. */
  readonly n: number;
  /** How many items there are, 2 or more. */
  readonly items: number;
}

/**
 * Feldt's interval of Cronbach's alpha.
 *
 *     low  = 1 - (1 - alpha) · F(1 - γ/2),  high = 1 - (1 - alpha) · F(γ/2),  γ = 1 - level
 *     F with n - 1 and (n - 1)(items - 1) degrees of freedom
 *
 * Exact where answers are normal and items run parallel. Some programs take n(items - 1) for the
 * second number, which is off by one response.
 *
 * @example
 * feldtInterval({ alpha: 0.85, n: 89, items: 7 }).low // ~> 0.797065
 * @see Feldt, Woodruff & Salih (1987), Applied Psychological Measurement 11, 93-103, formulas 6 and 7
 */
export function feldtInterval(
  { alpha, n, items }: AlphaSummary,
  { level = DEFAULT_LEVEL }: AlphaOptions = {},
): Interval<'feldt'> {
  checkLevel(level);
  const degreesOfFreedom = [n - 1, (n - 1) * (items - 1)] as const;
  const tail = (1 - level) / 2;
  return {
    low: 1 - (1 - alpha) * fQuantile(1 - tail, degreesOfFreedom),
    high: 1 - (1 - alpha) * fQuantile(tail, degreesOfFreedom),
    level,
    method: 'feldt',
  };
}
