import { once } from '../../shared/once.ts';
import type { Random } from '../../stats/random/createRandom.ts';
import { drawNormal } from '../../stats/random/drawNormal.ts';
import { drawsFrom } from '../impact/asymmetryOf.ts';
import { impactLevels } from '../impact/impactLevels.ts';
import { impactOf } from '../impact/impactOf.ts';
import { type FittedDriver, impactRegression } from '../impact/impactRegression.ts';
import type { ImpactAnalysis } from '../impact/impactTypes.ts';
import type { JointRatings } from '../visits/types.ts';

/**
 * Draws impacts as other visits with the same ratings would give them: both coefficients of a moment
 * from the normal distribution that the regression estimates for them, with the errors it found.
 *
 *     p* = p + SE(p)·z₁,  r* = r + (Cov(p, r)·z₁/SE(p) + sqrt(Var r - Cov²/Var p)·z₂)
 *
 * Moments are drawn each by itself. What cannot be estimated stays so.
 *
 * @param joint - the sums that the impacts come from
 * @param impacts - the impacts found
 * @param resamples - how many draws the interval of a drawn asymmetry rests on
 * @returns a function that draws
 */
export function redrawImpacts(
  joint: JointRatings,
  impacts: ImpactAnalysis,
  resamples: number,
): (random: Random) => ImpactAnalysis {
  const settings = { ...impacts.settings, resamples };
  const { drivers } = impactRegression(joint, settings.minimumCases);
  const method = drivers.length === 1 ? 'alone' : 'joint';
  const draws = once(() => drawsFrom(settings));
  return (random) => ({
    ...impacts,
    settings,
    moments: impactLevels(
      drivers.map((driver) =>
        driver.kind === 'fitted'
          ? impactOf(redrawDriver(driver, random), impacts.n, method, settings, draws)
          : driver,
      ),
    ),
  });
}

function redrawDriver(driver: FittedDriver<string>, random: Random): FittedDriver<string> {
  const { low, high, covariance } = driver;
  const first = drawNormal(random);
  const second = drawNormal(random);
  if (low.standardError === 0) return driver;
  const common = covariance / low.standardError;
  const own = Math.sqrt(Math.max(0, high.standardError ** 2 - common ** 2));
  return {
    ...driver,
    low: { ...low, coefficient: low.coefficient + low.standardError * first },
    high: { ...high, coefficient: high.coefficient + common * first + own * second },
  };
}
