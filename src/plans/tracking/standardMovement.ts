import type { Standard } from '../../model/requirement.ts';
import { assessStandard } from '../../requirements/assessStandard.ts';
import type { CollectedMeasurements } from '../../requirements/measurements/collectMeasurements.ts';
import { newcombeDifference } from '../../stats/intervals/newcombeDifference.ts';
import type { Movement, StandardMovement, StandardThen } from './types.ts';

/** Measurements by standard. */
type Tallies<StandardId extends string> = CollectedMeasurements<StandardId, never>['tallies'];

/** Whether a standard moved between two sets of measurements. */
export function standardMovement<StandardId extends string>(
  standard: Standard<StandardId>,
  before: Tallies<StandardId>,
  after: Tallies<StandardId>,
  level: number,
): StandardMovement<StandardId> {
  const then = (tallies: Tallies<StandardId>): StandardThen => {
    const tally = tallies.get(standard.id);
    const { status, conformingShare, conforming, measured } = assessStandard<StandardId>(
      standard,
      tally ?? [],
      { level },
    );
    return { status, conformingShare, conforming, measured };
  };
  const [first, second] = [then(before), then(after)];
  const told = { standard: standard.id, before: first, after: second };
  if (first.measured === 0 || second.measured === 0) return { ...told, movement: 'not-measured' };
  const { difference, interval } = newcombeDifference(
    { successes: second.conforming, n: second.measured },
    { successes: first.conforming, n: first.measured },
    { level },
  );
  return { ...told, movement: movementOf(interval.low, interval.high), difference, interval };
}

function movementOf(low: number, high: number): Movement {
  if (low > 0) return 'moved';
  return high < 0 ? 'worse' : 'not-proven';
}
