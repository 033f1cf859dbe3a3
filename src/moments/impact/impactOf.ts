import { studentTPValue, studentTQuantile } from '../../stats/distributions/studentT.ts';
import { asymmetryOf, type Draws } from './asymmetryOf.ts';
import type { FittedDriver } from './impactRegression.ts';
import type { BandEffect, ImpactCaution, ImpactSettings, MomentImpact } from './impactTypes.ts';

/** A variance inflated more than so many times is worth a caution. */
const INFLATED = 10;

/**
 * The impact of a moment from its two coefficients.
 *
 * @param driver - the moment and its coefficients
 * @param n - how many visits they rest on
 * @param method - whether other moments were held fixed
 * @param settings - seed, draws, thresholds and level
 * @param draws - what the interval of the asymmetry is drawn from
 */
export function impactOf<MomentId extends string>(
  driver: FittedDriver<MomentId>,
  n: number,
  method: 'joint' | 'alone',
  settings: ImpactSettings,
  draws: () => Draws,
): MomentImpact<MomentId> {
  const { moment, counts, degreesOfFreedom, covariance, exact, standsFor } = driver;
  const t = -studentTQuantile((1 - settings.level) / 2, degreesOfFreedom);
  const effect = (side: 'low' | 'high'): BandEffect => {
    const { coefficient, standardError, varianceInflation } = driver[side];
    const isExpected = side === 'low' ? coefficient <= 0 : coefficient >= 0;
    return {
      cases: counts[side],
      coefficient,
      standardError,
      ...(!exact && {
        interval: {
          low: coefficient - t * standardError,
          high: coefficient + t * standardError,
          level: settings.level,
          method: 'student-t',
        },
      }),
      sign: isExpected ? 'expected' : 'wrong',
      size: isExpected ? Math.abs(coefficient) : 0,
      varianceInflation,
    };
  };
  const penalty = effect('low');
  const reward = effect('high');
  const difference = reward.coefficient + penalty.coefficient;
  const statistic =
    difference / Math.sqrt(penalty.standardError ** 2 + reward.standardError ** 2 + 2 * covariance);
  return {
    kind: 'estimate',
    moment,
    basis: 'measured',
    method,
    n,
    reference: counts.reference,
    penalty,
    reward,
    range: penalty.size + reward.size,
    asymmetry: asymmetryOf(penalty, reward, covariance, exact, settings, draws),
    ...(!exact && {
      asymmetryTest: {
        statistic,
        degreesOfFreedom,
        pValue: studentTPValue(statistic, degreesOfFreedom),
      },
    }),
    cautions: cautionsAbout(penalty, reward),
    standsFor,
  };
}

function cautionsAbout(penalty: BandEffect, reward: BandEffect): ImpactCaution[] {
  const inflation = Math.max(penalty.varianceInflation, reward.varianceInflation);
  return [
    ...(penalty.sign === 'wrong' ? (['wrong-sign-penalty'] as const) : []),
    ...(reward.sign === 'wrong' ? (['wrong-sign-reward'] as const) : []),
    ...(inflation > INFLATED ? (['variance-inflation'] as const) : []),
  ];
}
