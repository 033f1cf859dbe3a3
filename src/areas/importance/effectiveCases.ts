import { fixedPointValue } from '../../survey/tally/fixedPointCells.ts';
import type { DriverTally } from './types.ts';

/** How many responses of equal weight would tell as much: (Σw)²/Σw², never more than there are. */
export function effectiveCases({ complete, weight, sums }: DriverTally): number {
  if (weight === undefined || complete === 0) return complete;
  const total = fixedPointValue(sums, 0);
  const squares = fixedPointValue(sums, sums.whole.length - 1);
  // A tally from elsewhere may hold sums that no weights give.
  return squares > 0 ? Math.min(complete, total * (total / squares)) : 0;
}
