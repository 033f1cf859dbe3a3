import { fixedPointValue } from '../../survey/tally/fixedPointCells.ts';
import type { DriverTally } from './types.ts';

/** How many responses of equal weight would tell as much: (Σw)²/Σw². */
export function effectiveCases({ complete, weight, sums }: DriverTally): number {
  if (weight === undefined || complete === 0) return complete;
  const total = fixedPointValue(sums, 0);
  return (total * total) / fixedPointValue(sums, sums.whole.length - 1);
}
