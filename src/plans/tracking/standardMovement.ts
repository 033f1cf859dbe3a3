import type { Standard } from '../../model/requirement.ts';
import { assessStandard } from '../../requirements/assessStandard.ts';
import type { CollectedMeasurements } from '../../requirements/measurements/collectMeasurements.ts';
import type { StandardFigures } from '../../requirements/types.ts';
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
  const figures = (tallies: Tallies<StandardId>): StandardFigures =>
    assessStandard<StandardId>(standard, tallies.get(standard.id) ?? [], { level });
  return { standard: standard.id, ...movementBetween(figures(before), figures(after), level) };
}

/** Whether a standard moved from what was found before to what was found after. */
export function movementBetween(
  before: StandardFigures,
  after: StandardFigures,
  level: number,
): Omit<StandardMovement, 'standard'> {
  const told = { before: thenOf(before), after: thenOf(after) };
  if (before.measured === 0 || after.measured === 0) return { ...told, movement: 'not-measured' };
  const { difference, interval } = newcombeDifference(countsOf(after), countsOf(before), { level });
  return { ...told, movement: movementOf(interval.low, interval.high), difference, interval };
}

/** Whether movements verify a plan that is carried out: a standard moved, and none became worse. */
export function isVerified(movements: readonly Pick<StandardMovement, 'movement'>[]): boolean {
  const has = (movement: Movement): boolean => movements.some((one) => one.movement === movement);
  return has('moved') && !has('worse');
}

function thenOf({ status, conformingShare, conforming, measured }: StandardFigures): StandardThen {
  return { status, conformingShare, conforming, measured };
}

/** The share as counts; of the cases that tell it as surely, where customers gave up. */
function countsOf({ conformingShare, conforming, measured, effectiveCases: n }: StandardFigures) {
  return n === undefined || conformingShare.kind !== 'estimate'
    ? { successes: conforming, n: measured }
    : { successes: conformingShare.value * n, n };
}

function movementOf(low: number, high: number): Movement {
  if (low > 0) return 'moved';
  return high < 0 ? 'worse' : 'not-proven';
}
