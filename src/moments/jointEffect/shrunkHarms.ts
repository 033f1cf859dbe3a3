import type { JointEffect, JointEffects } from './jointTypes.ts';

/**
 * What share of the incidents at each moment turn a visit from satisfied to dissatisfied: the joint effects,
 * shrunk towards 0 by their noise.
 *
 *     sₐ = bₐ · max(0, 1 - (SEₐ/bₐ)²) for bₐ above 0, else 0;  at most 1
 *     T  = Σ bₐ·Nₐ,  V = ΣΣ covarianceₐᵦ·Nₐ·Nᵦ,  T* = T · max(0, 1 - V/T²) for T above 0
 *     harmₐ = sₐ + λ·(max(0, bₐ) - sₐ),  λ from 0 to 1 as Σ harmₐ·Nₐ comes nearest to T*, at least Σ sₐ·Nₐ
 *
 * Of twelve moments that harm nobody six have effects above 0 by chance, and summed as they are they
 * would come to customers that no plan can keep. But eight mild harms, none of them sure, are sure together: the
 * sum of effects has far less noise, for its size, than each. So what they are shrunk by is given back as
 * far as the sum, shrunk by its own noise, asks for it, and no harm passes its effect.
 *
 * @returns one share per moment, `undefined` where there is no effect
 * @see James & Stein (1961), Proceedings of the Fourth Berkeley Symposium 1, 361-379
 */
export function shrunkHarms({
  moments,
  covariance,
}: Pick<JointEffects, 'moments' | 'covariance'>): readonly (number | undefined)[] {
  const effects = moments.filter((each) => each.kind === 'estimate');
  const sumOver = (figure: (effect: JointEffect) => number): number =>
    effects.reduce((sum, effect) => sum + figure(effect) * effect.incidents, 0);
  const total = sumOver(({ value }) => value);
  let variance = 0;
  for (const [i, one] of effects.entries()) {
    for (const [j, other] of effects.entries()) {
      variance += (covariance[i]?.[j] ?? 0) * one.incidents * other.incidents;
    }
  }
  const asked = shrunk(total, variance);
  const [least, most] = [sumOver(alone), sumOver(asItIs)];
  const part = asked > least ? Math.min(1, (asked - least) / (most - least)) : 0;
  return moments.map((effect) => {
    if (effect.kind !== 'estimate') return undefined;
    const own = alone(effect);
    return own + part * (asItIs(effect) - own);
  });
}

/** A figure shrunk by its noise, 0 where it is no more than that. */
function shrunk(value: number, variance: number): number {
  return value > 0 && value * value > variance ? value - variance / value : 0;
}

function alone({ value, standardError }: JointEffect): number {
  return Math.min(1, shrunk(value, standardError * standardError));
}

function asItIs({ value }: JointEffect): number {
  return Math.min(1, Math.max(0, value));
}
