import type { CompiledPlan, CompiledProblem } from './searchTypes.ts';
import type { MomentEffect } from './selectionProblem.ts';

/** -ln(1 - share) is cut here, so that a share of 1 has a finite strength. */
const GREATEST_STRENGTH = 40;

/**
 * Bounds and values are sums of at most some hundred terms, none above the sum of the stakes, each
 * exact to 1.1e-16 of itself: a hundred times more than the error that this can add up to.
 */
const RELATIVE_NOISE = 1e-11;

/** Puts the effects of plans in one list, those that do anything where anything is at stake. */
export function compileEffects(
  given: readonly (readonly MomentEffect[])[],
  plans: readonly Pick<CompiledPlan, 'given'>[],
  stakes: readonly number[],
): Pick<CompiledProblem, 'effects' | 'noise' | 'whole'> {
  const starts = new Int32Array(plans.length + 1);
  const moments: number[] = [];
  const shares: number[] = [];
  for (const [plan, { given: place }] of plans.entries()) {
    for (const { moment, share } of given[place] ?? []) {
      if (!(share > 0 && (stakes[moment] ?? 0) > 0)) continue;
      moments.push(moment);
      shares.push(share);
    }
    starts[plan + 1] = moments.length;
  }
  return {
    effects: {
      starts,
      moments: Int32Array.from(moments),
      shares: Float64Array.from(shares),
      strengths: Float64Array.from(
        shares.map((share) => Math.min(GREATEST_STRENGTH, -Math.log1p(-share))),
      ),
    },
    noise:
      RELATIVE_NOISE *
      [...new Set(moments)].reduce((sum, moment) => sum + (stakes[moment] ?? 0), 0),
    whole: stakes.every((stake) => Number.isInteger(stake)) && shares.every((share) => share === 1),
  };
}
