import { type CompiledProblem, TAKEN } from './searchTypes.ts';

/**
 * The customers that the plans taken keep, computed afresh in the order of the plans:
 *
 *     sum over moments of stake · (1 - product over plans taken of (1 - share))
 *
 * @param problem - the effects of the plans, and what is at stake
 * @param state - which plans are taken
 * @param remaining - receives what remains at stake per moment
 */
export function keptCustomers(
  { effects, stakes }: Pick<CompiledProblem, 'effects' | 'stakes'>,
  state: Int8Array,
  remaining: Float64Array = new Float64Array(stakes.length),
): number {
  const { starts, moments, shares } = effects;
  remaining.set(stakes);
  for (let plan = 0; plan < state.length; plan += 1) {
    if (state[plan] !== TAKEN) continue;
    const end = starts[plan + 1] ?? 0;
    for (let effect = starts[plan] ?? 0; effect < end; effect += 1) {
      const moment = moments[effect] ?? 0;
      remaining[moment] = (remaining[moment] ?? 0) * (1 - (shares[effect] ?? 0));
    }
  }
  let kept = 0;
  for (let moment = 0; moment < stakes.length; moment += 1) {
    kept += (stakes[moment] ?? 0) - (remaining[moment] ?? 0);
  }
  return kept;
}
