import type { FourfoldCounts } from '../../stats/agreement/mantelHaenszelOddsRatio.ts';
import { criticalValue } from '../../stats/distributions/normal.ts';
import type { IncidentEffect, RatioEstimate } from './incidentTypes.ts';

/**
 * The risk ratio and the odds ratio of a table of which no row and no column is empty, with intervals
 * on their logarithms; 1/2 is added to all four counts where one of them is 0.
 *
 *     risk ratio: variance of the logarithm = b/(a·(a + b)) + d/(c·(c + d))
 *     odds ratio: variance of the logarithm = 1/a + 1/b + 1/c + 1/d
 *
 * @see Katz, Baptista, Azen & Pike (1978), Biometrics 34, 469-474
 * @see Woolf (1955), Annals of Human Genetics 19, 251-253
 */
export function incidentRatios(
  counts: FourfoldCounts,
  level: number,
): Pick<IncidentEffect, 'riskRatio' | 'oddsRatio'> {
  const continuityCorrected = Object.values(counts).includes(0);
  const extra = continuityCorrected ? 0.5 : 0;
  const a = counts.a + extra;
  const b = counts.b + extra;
  const c = counts.c + extra;
  const d = counts.d + extra;
  const z = criticalValue(level);

  function ratio(
    value: number,
    variance: number,
    method: RatioEstimate['interval']['method'],
  ): RatioEstimate {
    const factor = Math.exp(z * Math.sqrt(variance));
    const interval = { low: value / factor, high: value * factor, level, method };
    return { value, interval, continuityCorrected };
  }

  return {
    riskRatio: ratio(a / (a + b) / (c / (c + d)), b / a / (a + b) + d / c / (c + d), 'katz'),
    oddsRatio: ratio((a / b) * (d / c), 1 / a + 1 / b + 1 / c + 1 / d, 'woolf'),
  };
}
