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
  const telling = plans.map((plan) =>
    (given[plan.given] ?? []).filter(({ moment, share }) => share > 0 && (stakes[moment] ?? 0) > 0),
  );
  const all = telling.flat();
  const starts = new Int32Array(plans.length + 1);
  for (const [plan, own] of telling.entries()) starts[plan + 1] = (starts[plan] ?? 0) + own.length;
  const moments = Int32Array.from(all, ({ moment }) => moment);
  return {
    effects: {
      starts,
      moments,
      shares: Float64Array.from(all, ({ share }) => share),
      strengths: Float64Array.from(all, ({ share }) =>
        Math.min(GREATEST_STRENGTH, -Math.log1p(-share)),
      ),
    },
    noise:
      RELATIVE_NOISE *
      [...new Set(moments)].reduce((sum, moment) => sum + (stakes[moment] ?? 0), 0),
    whole:
      stakes.every((stake) => Number.isInteger(stake)) && all.every(({ share }) => share === 1),
  };
}
