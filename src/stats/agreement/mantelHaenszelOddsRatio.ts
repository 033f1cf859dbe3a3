import type { NotEstimable } from '../../shared/estimate.ts';
import { checkList, checkObject } from '../../shared/refuse.ts';
import { checkCounts } from '../checkCounts.ts';
import { criticalValue } from '../distributions/normal.ts';
import { type IntervalOptions, levelOf } from '../intervals/intervalOptions.ts';

/** Four counts: two groups, each by whether something happened. */
export interface FourfoldCounts {
  /** Of the first group, those to whom it happened. */
  readonly a: number;
  /** Of the first group, those to whom it did not. */
  readonly b: number;
  /** Of the second group, those to whom it happened. */
  readonly c: number;
  /** Of the second group, those to whom it did not. */
  readonly d: number;
}

/** An odds ratio that is common to several strata. */
export interface OddsRatio {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** The odds of the first group over those of the second, above 0; 1 where the groups are the same. */
  readonly value: number;
  /** How far it can be trusted. */
  readonly interval: {
    /** The lower limit, 0 or more. */
    readonly low: number;
    /** The upper limit; the largest number there is where it is beyond. */
    readonly high: number;
    /** The confidence level, above 0 and below 1. */
    readonly level: number;
    /** How the limits were computed. */
    readonly method: 'robins-breslow-greenland';
  };
  /** The standard error of the logarithm of the odds ratio. */
  readonly logStandardError: number;
  /** How many were counted in all strata. */
  readonly n: number;
}

/**
 * An odds ratio that the counts cannot give, and why.
 *
 * `no-data` where nobody was counted; `no-telling-stratum` where in every stratum all are of one group
 * or all have the same outcome; `zero-denominator` where only b·c is 0 in every stratum, so that the
 * ratio would be infinite; `zero-numerator` where only a·d is, so that its logarithm would be.
 */
export interface OddsRatioNotEstimable
  extends NotEstimable<'no-data' | 'no-telling-stratum' | 'zero-denominator' | 'zero-numerator'> {
  /** How many were counted in all strata. */
  readonly n: number;
}

/**
 * Mantel and Haenszel's common odds ratio: how the odds differ between two groups that are alike in
 * what the strata are made of.
 *
 *     R = Σ ad/N,  S = Σ bc/N,  odds ratio = R/S,  with P = (a + d)/N and Q = (b + c)/N
 *     variance of its logarithm = ΣP·ad/N / 2R² + Σ(P·bc/N + Q·ad/N) / 2RS + ΣQ·bc/N / 2S²
 *     limits = odds ratio · exp(±z · standard error)
 *
 * The interval holds for a few large strata as for many small ones, pairs included. A stratum in which
 * all are of one group, or all have the same outcome, tells nothing and changes nothing. The ratio
 * assumes that the odds differ by the same factor in every stratum.
 *
 * @param strata - four counts each, 0 or from 1e-15 to 2^53 - 1
 * @param options - the confidence level
 * @throws `invalid-argument` where a count or the level is outside its range
 * @example
 * const women = { a: 16, b: 11, c: 5, d: 20 };
 * const men = { a: 12, b: 16, c: 7, d: 19 };
 * const found = mantelHaenszelOddsRatio([women, men]);
 * found.kind === 'estimate' && found.value // ~> 3.313168
 * found.kind === 'estimate' && found.interval.low // ~> 1.445613
 * @see Mantel & Haenszel (1959), Journal of the National Cancer Institute 22, 719-748
 * @see Robins, Breslow & Greenland (1986), Biometrics 42, 311-323: the variance
 */
export function mantelHaenszelOddsRatio(
  strata: readonly FourfoldCounts[],
  options: IntervalOptions = {},
): OddsRatio | OddsRatioNotEstimable {
  const level = levelOf(options);
  checkList('strata', strata);
  let total = 0;
  let r = 0;
  let s = 0;
  let pr = 0;
  let mixed = 0;
  let qs = 0;
  for (const [place, stratum] of strata.entries()) {
    checkObject(`strata[${place}]`, stratum);
    const { a, b, c, d } = stratum;
    checkCounts(`strata[${place}]`, [a, b, c, d]);
    const n = a + b + c + d;
    if (n === 0) continue;
    const p = (a + d) / n;
    const q = (b + c) / n;
    const forIt = (a / n) * d;
    const against = (b / n) * c;
    total += n;
    r += forIt;
    s += against;
    pr += p * forIt;
    mixed += p * against + q * forIt;
    qs += q * against;
  }
  if (total === 0) return { kind: 'not-estimable', reason: 'no-data', n: total };
  if (r === 0 && s === 0) return { kind: 'not-estimable', reason: 'no-telling-stratum', n: total };
  if (s === 0) return { kind: 'not-estimable', reason: 'zero-denominator', n: total };
  if (r === 0) return { kind: 'not-estimable', reason: 'zero-numerator', n: total };
  const value = r / s;
  const logStandardError = Math.sqrt((pr / r / r + mixed / r / s + qs / s / s) / 2);
  const factor = Math.exp(criticalValue(level) * logStandardError);
  return {
    kind: 'estimate',
    value,
    interval: {
      low: value / factor,
      // Counts close to 0, which weights make, leave it open by more than there are numbers.
      high: Math.min(value * factor, Number.MAX_VALUE),
      level,
      method: 'robins-breslow-greenland',
    },
    logStandardError,
    n: total,
  };
}
