import type { IncidentOutcomes, KnownOutcomes } from './incidentTypes.ts';

/**
 * The standard error of a risk difference, each side taken with one visit more of either end: few
 * incidents that all ended alike are no proof.
 *
 *     SE² = p₁(1 - p₁)/(n₁ + 2) + p₀(1 - p₀)/(n₀ + 2),  p = (x + 1)/(n + 2)
 *
 * @param counts - the table
 * @see Agresti & Caffo (2000), The American Statistician 54, 280-288
 */
export function differenceError({ incident, noIncident }: IncidentOutcomes): number {
  // Counts that were changed by hand need not go together, and have no error then.
  return Math.sqrt(Math.max(0, varianceOf(incident) + varianceOf(noIncident) || 0));
}

function varianceOf({ dissatisfied, satisfied }: KnownOutcomes): number {
  const n = dissatisfied + satisfied + 2;
  const share = (dissatisfied + 1) / n;
  return (share * (1 - share)) / n;
}
