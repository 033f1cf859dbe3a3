import { adjustForMultipleTests } from '../stats/tests/adjustForMultipleTests.ts';
import type { FamilyAdjustment, FamilyTest } from './types.ts';

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
