import type { Interval } from '../../shared/estimate.ts';
import { checkArray, checkCount, checkNumber, checkObject, refuse } from '../../shared/refuse.ts';
import { criticalValue } from '../distributions/normal.ts';
import { type IntervalOptions, levelOf } from '../intervals/intervalOptions.ts';
import { type CountedDurations, type SurvivalCount, survivalSteps } from './survivalSteps.ts';

/** The share that lasts longer than one duration. */
export interface SurvivalStep {
  /** The duration. */
  readonly time: number;
  /** How many had come so far, those included that end or leave at this duration. */
  readonly atRisk: number;
  /** How many ended at this duration. */
  readonly events: number;
  /** How many were last seen at this duration, and had not ended. */
  readonly censored: number;
  /** The share that lasts longer, 0 to 1. */
  readonly survival: number;
  /** Its standard error, by Greenwood's formula. */
  readonly standardError: number;
  /** Its interval on the log-log scale; absent where the share is 1 or 0, of which it cannot tell. */
  readonly interval?: Interval<'log-log'>;
}

/**
 * How long something lasts, where part of it was not seen to end: the estimator of Kaplan and Meier.
 *
 *     S(t)  = Π over t(i) <= t of (1 - d(i)/n(i)),  d(i) of n(i) at risk end at t(i)
 *     V(t)  = Σ over t(i) <= t of d(i) / (n(i)·(n(i) - d(i)))           Greenwood
 *     SE(t) = S(t)·sqrt(V(t))
 *     limits: S(t)^exp(±z·sqrt(V(t)) / ln S(t)), which stay between 0 and 1
 *
 * Who gave up after two minutes says that a wait was longer than two minutes, and no more. To leave them
 * out makes waits look shorter, to count them as served makes waits look shorter still. It supposes that those who leave would
 * not have waited longer or shorter than those who stay on.
 *
 * Without anyone who left, the share is that of the longer durations among all.
 *
 * @param ended - the durations that were seen to end, in ascending order, with how often each came
 * @param notEnded - the durations up to which others were seen, likewise
 * @param options - the confidence level
 * @returns one step for each duration, in ascending order
 * @throws ServiceCycleError `invalid-argument` when durations are in no order or counts are no counts
 * @example
 * const served = { values: [20, 40, 90], counts: [2, 1, 1] };
 * const gaveUp = { values: [30, 60], counts: [1, 1] };
 * const steps = kaplanMeier(served, gaveUp);
 * steps.map(({ time }) => time); // => [20, 30, 40, 60, 90]
 * steps[2]?.survival; // ~> 0.444444
 * steps[2]?.interval?.low; // ~> 0.066187
 * @see Kaplan & Meier (1958), Journal of the American Statistical Association 53, 457-481
 * @see Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd edition, section 1.4
 */
export function kaplanMeier(
  ended: CountedDurations,
  notEnded: CountedDurations,
  options: IntervalOptions = {},
): readonly SurvivalStep[] {
  const level = levelOf(options);
  checkDurations('ended', ended);
  checkDurations('notEnded', notEnded);
  const all = [...ended.counts, ...notEnded.counts].reduce((sum, count) => sum + count, 0);
  checkCount('the sum of all counts', all);
  const z = criticalValue(level);
  return survivalSteps(ended, notEnded).map((step) => stepOf(step, z, level));
}

function stepOf(step: SurvivalCount, z: number, level: number): SurvivalStep {
  const { time, atRisk, events, censored, survival, relativeVariance } = step;
  const spread = Math.sqrt(relativeVariance);
  const power = Math.exp((z * spread) / Math.log(survival));
  return {
    time,
    atRisk,
    events,
    censored,
    survival,
    standardError: survival > 0 ? survival * spread : 0,
    ...(survival > 0 &&
      survival < 1 && {
        interval: {
          low: survival ** (1 / power),
          high: survival ** power,
          level,
          method: 'log-log',
        },
      }),
  };
}

function checkDurations(name: string, durations: CountedDurations): void {
  checkObject(name, durations);
  const { values, counts } = durations;
  checkArray(`values of ${name}`, values);
  checkArray(`counts of ${name}`, counts);
  if (counts.length !== values.length) {
    refuse(`counts of ${name}`, counts, 'one count for each value');
  }
  for (const [place, value] of values.entries()) {
    checkNumber(`values of ${name}[${place}]`, value);
    checkCount(`counts of ${name}[${place}]`, counts[place]);
    const before = values[place - 1];
    if (before !== undefined && !(value > before)) {
      refuse(`values of ${name}[${place}]`, value, `a number above ${before}`);
    }
  }
}
