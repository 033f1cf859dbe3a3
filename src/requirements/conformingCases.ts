import type { Standard } from '../model/requirement.ts';
import { type SurvivalCount, survivalSteps } from '../stats/survival/survivalSteps.ts';
import { keptValues } from './keptValues.ts';
import type { CountedValues, MeasurementCounts } from './measurements/tallyTypes.ts';

/** How many of so many cases conform, as a verdict sees them; whole where all cases are over. */
export interface ConformingCases {
  /** Whether every case is decided and counted, or some are not and their part was estimated. */
  readonly method: 'counted' | 'kaplan-meier';
  /** The share that conforms. */
  readonly share: number;
  /** How many cases, all of them over, would tell the share as surely. */
  readonly n: number;
  /** How many of `n` conform at least: fewer than the share says where nobody stayed to the threshold. */
  readonly least: number;
  /** How many conform at most. */
  readonly most: number;
}

/**
 * How many cases conform. There is at least one that conforms or fails.
 *
 *     all decided: conforming of measured
 *     otherwise:   by Kaplan and Meier, S(threshold) the share that lasts longer (for `>=`: as long);
 *                  share = 1 - S (for `>=`: S),   n = (1 - S) / (S·V), V Greenwood's sum
 *
 * To leave out who gave up before the threshold would make the share depend on the threshold asked
 * about: the later it is, the more quick cases are kept that have no slow ones beside them. The number
 * of cases is that of which a share would have the variance p(1 - p)/n that Greenwood's formula gives.
 * Where fewer than 20 are left it is no more than r/S, the formula of Peto, r of them at risk: with 67 in
 * 100 who give up, Greenwood's alone calls up to 7 in 100 just good enough services not met. Both are
 * the number measured where nobody gave up in time.
 *
 * Where everybody ended or left before the threshold, S is not known there: it is anything from 0 to
 * its last value, and that is taken for the estimate.
 *
 * @see Peto et al. (1977), British Journal of Cancer 35, 1-39
 */
export function conformingCases(
  { operator }: Pick<Standard, 'operator'>,
  { conforming, failing, undecided, measured, notOver }: MeasurementCounts,
): ConformingCases {
  const decided = conforming + failing;
  const open = undecided.abandoned + undecided.stillWaiting;
  if (open === 0 || notOver === undefined || operator === '=') {
    const share = conforming / decided;
    return { method: 'counted', share, n: decided, least: conforming, most: conforming };
  }
  const isUpper = operator === '<=';
  const ended = firstOf(keptValues(measured), isUpper ? conforming : failing);
  const left = firstOf(keptValues(notOver), open);
  const beyond = isUpper ? failing : conforming;
  const steps = survivalSteps(ended, {
    values: [...left.values, Infinity],
    counts: [...left.counts, beyond],
  });
  const survival = steps.at(-1)?.survival ?? 1;
  const n = Math.min(decided + open, effectiveCases(steps, decided));
  const share = isUpper ? 1 - survival : survival;
  const isReached = beyond > 0;
  return {
    method: 'kaplan-meier',
    share,
    n,
    least: isReached || isUpper ? share * n : 0,
    most: isReached || !isUpper ? share * n : n,
  };
}

/** With fewer left than this, Greenwood's formula takes the share for surer than it is. */
const FEW_LEFT = 20;

/** How many cases, all of them over, would tell the last share as surely. */
function effectiveCases(steps: readonly SurvivalCount[], decided: number): number {
  const near = steps.filter(({ time }) => time < Infinity);
  const { survival = 1, relativeVariance = 0, atRisk = decided } = near.at(-1) ?? {};
  const peto = atRisk / (near.at(-2)?.survival ?? 1);
  if (!(survival > 0 && survival < 1)) return Math.min(decided, peto);
  const greenwood = (1 - survival) / survival / relativeVariance;
  return atRisk < FEW_LEFT ? Math.min(greenwood, peto) : greenwood;
}

/** The smallest `n` of the values: a sketch cannot tell by the value on which side of a threshold it is. */
function firstOf({ values, counts }: CountedValues, n: number): CountedValues {
  const taken: number[] = [];
  let rest = n;
  for (const count of counts) {
    if (rest <= 0) break;
    taken.push(Math.min(rest, count));
    rest -= count;
  }
  return { values: values.slice(0, taken.length), counts: taken };
}
