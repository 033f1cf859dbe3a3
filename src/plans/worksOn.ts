import type { Effect } from '../model/actionPlan.ts';

/** Whether a plan does anything at a moment, by the hopeful figure of its effects. */
export function worksOn(
  plan: { readonly effects: readonly Effect[] } | undefined,
  moment: string,
): boolean {
  return (
    plan?.effects.some(
      (effect) => effect.moment === moment && effect.incidentReduction.high > 0,
    ) === true
  );
}
