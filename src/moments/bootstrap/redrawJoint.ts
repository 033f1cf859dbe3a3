import type { Random } from '../../stats/random/createRandom.ts';
import { drawNormal } from '../../stats/random/drawNormal.ts';
import { factorize } from '../../stats/regression/factorize.ts';
import type { JointEffect, JointEffects } from '../jointEffect/jointTypes.ts';

/**
 * Draws joint effects as other visits with the same incidents would give them: all of them at once from
 * the normal distribution with the covariance that was estimated.
 *
 *     effects* = effects + SE·L·z,  L·Lᵀ = correlations of the effects
 *
 * Errors stay as estimated, and what cannot be estimated stays so.
 *
 * @param joint - the effects found
 * @returns a function that draws
 */
export function redrawJoint(joint: JointEffects): (random: Random) => JointEffects {
  const { covariance } = joint;
  const errors = covariance.map((row, place) => Math.sqrt(row[place] ?? 0));
  const { kept, triangle } = factorize(
    covariance.map((row, i) => row.map((each, j) => each / ((errors[i] ?? 1) * (errors[j] ?? 1)))),
    0,
  );
  return (random) => {
    const normals = kept.map(() => drawNormal(random));
    const steps = errors.map((error, place) => {
      const row = triangle[kept.indexOf(place)] ?? [];
      return error * row.reduce((sum, each, i) => sum + each * (normals[i] ?? 0), 0);
    });
    let nth = 0;
    return {
      ...joint,
      moments: joint.moments.map((effect) => {
        if (effect.kind !== 'estimate') return effect;
        const step = steps[nth] ?? 0;
        nth += 1;
        return moved(effect, step, joint);
      }),
    };
  };
}

function moved(effect: JointEffect, step: number, { n, dissatisfied }: JointEffects): JointEffect {
  const { interval, incidents, burden } = effect;
  const value = effect.value + step;
  const more = (1000 * step * incidents) / n;
  return {
    ...effect,
    value,
    interval: { ...interval, low: interval.low + step, high: interval.high + step },
    burden: {
      value: burden.value + more,
      interval: {
        ...burden.interval,
        low: burden.interval.low + more,
        high: burden.interval.high + more,
      },
    },
    shareOfDissatisfied: (value * incidents) / dissatisfied,
  };
}
