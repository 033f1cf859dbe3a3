import { studentTCdf } from './studentTCdf.ts';

/**
 * The two-sided p value of a t statistic: the share of Student's distribution that lies at least as
 * far from 0.
 *
 *     p = 2 · F(-|t|)
 *
 * @param t - any number
 * @param degreesOfFreedom - 1 or more, not necessarily whole
 * @example
 * studentTPValue(2.5, 10) // ~> 0.031447
 */
export function studentTPValue(t: number, degreesOfFreedom: number): number {
  return 2 * studentTCdf(-Math.abs(t), degreesOfFreedom);
}
