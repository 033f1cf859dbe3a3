import type { AttributableShare, IncidentEffect } from '../incidents/incidentTypes.ts';
import type { FamilyTest } from '../types.ts';

/**
 * Whether visits with an incident end dissatisfied more often beyond doubt: the low end of the
 * difference is above 0, and the exact test agrees. The interval alone would find harm in a single
 * dissatisfied visit.
 */
export function isHarmShown(
  effect: IncidentEffect,
  { pValue }: FamilyTest,
  level: number,
): boolean {
  return effect.riskDifference.interval.low > 0 && pValue <= 1 - level;
}

/**
 * Whether harm is shown, stands among all tests that were made, and is large: the share of dissatisfied
 * visits reaches the minimum.
 */
export function isHarmProven(
  effect: IncidentEffect,
  test: FamilyTest,
  level: number,
  minimumShare: number,
): boolean {
  return (
    isHarmShown(effect, test, level) &&
    test.adjustedPValue <= 1 - level &&
    // Not short of it by rounding.
    shareOfDissatisfied(effect).value >= minimumShare * (1 - 1e-9)
  );
}

/** The share of all dissatisfied visits where it is known, else of those in the table. */
export function shareOfDissatisfied(effect: IncidentEffect): AttributableShare {
  return effect.shareOfAllDissatisfied ?? effect.attributableFraction;
}
