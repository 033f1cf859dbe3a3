import { normalCdf } from '../stats/distributions/normal.ts';
import { type FamilyAdjustment, type FamilyTest, familyTests } from './familyTests.ts';

/** How many more visits have to end dissatisfied for an incident to be grave, as a share of them. */
export const DEFAULT_GRAVITY = 0.1;

/** A difference between two shares of visits, with its error. */
export interface Difference {
  /** The difference. */
  readonly value: number;
  /** Its standard error, above 0. */
  readonly standardError: number;
}

/**
 * The one-sided tests of whether differences are above what is grave, held against each other.
 *
 * @param differences - all that are tested
 * @param gravity - the difference that is grave
 * @param adjustment - how p values are adjusted
 * @returns one test for each, in the same order
 */
export function graveTests(
  differences: readonly Difference[],
  gravity: number,
  adjustment: FamilyAdjustment,
): readonly FamilyTest[] {
  return familyTests(
    differences.map(({ value, standardError }) => normalCdf((gravity - value) / standardError)),
    adjustment,
  );
}
