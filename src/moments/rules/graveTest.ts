import { normalCdf } from '../../stats/distributions/normal.ts';
import { familyTest } from '../familyTest.ts';
import type { FamilyAdjustment, FamilyTest } from '../types.ts';

/** A difference between two shares of dissatisfied visits, with its error. */
interface Difference {
  /** The difference. */
  readonly value: number;
  /** Its standard error, above 0. */
  readonly standardError: number;
}

/**
 * The one-sided test of whether a difference is above what is grave, held against those of all.
 *
 * @param one - the difference
 * @param all - all that are tested, this one included
 * @param gravity - the difference that is grave
 * @param adjustment - how p values are adjusted
 */
export function graveTest(
  one: Difference,
  all: readonly Difference[],
  gravity: number,
  adjustment: FamilyAdjustment,
): FamilyTest {
  const pValueOf = ({ value, standardError }: Difference): number =>
    normalCdf((gravity - value) / standardError);
  return familyTest(pValueOf(one), all.map(pValueOf), adjustment);
}
