import { adjustForMultipleTests } from '../stats/tests/adjustForMultipleTests.ts';

/** How a test is held against the level when as many moments are tested at once. */
export type FamilyAdjustment = 'holm' | 'none';

/** A test made of several moments at once. */
export interface FamilyTest {
  /** How often a difference as large would be found if there were none, 0 to 1. */
  readonly pValue: number;
  /** The same, adjusted for as many tests; equal to `pValue` without adjustment. */
  readonly adjustedPValue: number;
  /** How many moments were tested. */
  readonly tests: number;
  /** How the p value was adjusted. */
  readonly adjustment: FamilyAdjustment;
}

/**
 * Tests made of several moments at once, each held against all of them.
 *
 * @param pValues - those of all tests
 * @param adjustment - how they are adjusted
 * @returns one test for each, in the same order
 */
export function familyTests(
  pValues: readonly number[],
  adjustment: FamilyAdjustment,
): readonly FamilyTest[] {
  const adjusted =
    adjustment === 'none' ? pValues : adjustForMultipleTests(pValues, { adjustment });
  return pValues.map((pValue, place) => ({
    pValue,
    adjustedPValue: adjusted[place] ?? pValue,
    tests: pValues.length,
    adjustment,
  }));
}
