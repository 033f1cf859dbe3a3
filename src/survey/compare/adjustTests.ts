import {
  adjustForMultipleTests,
  type MultipleTestAdjustment,
} from '../../stats/tests/adjustForMultipleTests.ts';
import type { ChangeTest } from './types.ts';

/** Adjusts tests for all of them together, and gives for each of them what became of it. */
export function adjustTests(
  tests: readonly ChangeTest[],
  adjustment: MultipleTestAdjustment,
): (test: ChangeTest) => ChangeTest {
  const adjusted = adjustForMultipleTests(
    tests.map(({ pValue }) => pValue),
    { adjustment },
  );
  const byTest = new Map(tests.map((test, place) => [test, adjusted[place]]));
  return (test) => ({ ...test, adjustedPValue: byTest.get(test) ?? test.pValue });
}
