import type { IncidentEffect } from '../incidents/incidentTypes.ts';

/**
 * Whether visits with an incident end dissatisfied more often beyond doubt: the low end of the
 * difference is above 0, and the exact test agrees. The interval alone would find harm in a single
 * dissatisfied visit.
 */
export function isHarmSeen(
  { riskDifference }: IncidentEffect,
  pValue: number,
  level: number,
): boolean {
  return riskDifference.interval.low > 0 && pValue <= 1 - level;
}
