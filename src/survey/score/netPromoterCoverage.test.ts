import { describe, expect, it } from 'vitest';
import type { Interval } from '../../shared/estimate.ts';
import { logGamma } from '../../stats/distributions/gamma.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import type { PromoterCounts } from '../types.ts';
import { adjustedWald } from './adjustedWald.ts';
import { netPromoterTango } from './netPromoterTango.ts';
import { netPromoterWald } from './netPromoterWald.ts';

type Method = (counts: PromoterCounts, options: IntervalOptions) => Interval;

/** Shares of promoters and detractors, spread evenly over all there can be. */
const POPULATIONS = Array.from({ length: 24 }, (_, i) =>
  Array.from({ length: 24 - i }, (_, j) => [(i + 1 / 3) / 24, (j + 1 / 3) / 24] as const),
).flat();

/**
 * How often intervals of level 0.95 hold the true score: in how many of all samples of n from each
 * population, listed one by one; on average and for the worst population.
 */
function coverage(method: Method, n: number): { average: number; worst: number } {
  const logFactorial = Array.from({ length: n + 1 }, (_, k) => logGamma(k + 1));
  const samples = Array.from({ length: n + 1 }, (_, promoters) =>
    Array.from({ length: n + 1 - promoters }, (_, detractors) => {
      const passives = n - promoters - detractors;
      return {
        promoters,
        detractors,
        passives,
        logWays:
          logFactorial[n]! -
          logFactorial[promoters]! -
          logFactorial[detractors]! -
          logFactorial[passives]!,
        interval: method({ promoters, detractors, n }, { level: 0.95 }),
      };
    }),
  ).flat();
  const held = POPULATIONS.map(([p, d]) => {
    const truth = 100 * (p - d);
    let probability = 0;
    for (const { promoters, detractors, passives, logWays, interval } of samples) {
      if (interval.low > truth || interval.high < truth) continue;
      const log = promoters * Math.log(p) + detractors * Math.log(d);
      probability += Math.exp(logWays + log + passives * Math.log(1 - p - d));
    }
    return probability;
  });
  return {
    average: held.reduce((sum, one) => sum + one, 0) / held.length,
    worst: Math.min(...held),
  };
}

describe('the intervals of the net promoter score, over every sample there can be', () => {
  it.each([5, 10, 40])(
    'hold the true score in 95 of 100 samples of %i answers where they are adjusted Wald',
    (n) => {
      const { average, worst } = coverage(adjustedWald, n);
      expect(average).toBeGreaterThan(0.948);
      expect(average).toBeLessThan(0.956);
      expect(worst).toBeGreaterThan(0.8);
    },
  );

  it.each([5, 10, 40])('hold it in 95 of 100 samples of %i or more where they are Tango’s', (n) => {
    const { average, worst } = coverage(netPromoterTango, n);
    expect(average).toBeGreaterThan(0.948);
    expect(worst).toBeGreaterThan(0.84);
  });

  it('do not where they are plain Wald: far less often of 10 answers, and still not of 40', () => {
    const ten = coverage(netPromoterWald, 10);
    const forty = coverage(netPromoterWald, 40);
    expect(ten.average).toBeLessThan(0.89);
    expect(ten.worst).toBeLessThan(0.3);
    expect(forty.average).toBeGreaterThan(ten.average);
    expect(forty.average).toBeLessThan(0.94);
  });
});
