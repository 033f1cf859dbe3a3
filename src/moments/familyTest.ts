import { adjustForMultipleTests } from '../stats/tests/adjustForMultipleTests.ts';
import type { FamilyAdjustment, FamilyTest } from './types.ts';

/**
 * One of several tests, held against all of them.
 *
 * @param pValue - that of the test
 * @param family - those of all tests made, this one included
 * @param adjustment - how they are adjusted
 */
export function familyTest(
  pValue: number,
  family: readonly number[],
  adjustment: FamilyAdjustment,
): FamilyTest {
  const adjusted = adjustment === 'none' ? family : adjustForMultipleTests(family, { adjustment });
  return {
    pValue,
    adjustedPValue: adjusted[family.indexOf(pValue)] ?? pValue,
    tests: family.length,
    adjustment,
  };
}
