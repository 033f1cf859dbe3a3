import type { CrossProducts } from '../../stats/regression/crossProducts.ts';
import { fixedPointValue } from '../../survey/tally/fixedPointCells.ts';
import type { DriverTally } from './types.ts';

/** The sums of a driver tally, as regression takes them. */
export function toCrossProducts({ complete, drivers, sums }: DriverTally): CrossProducts {
  const values = sums.whole.map((_, cell) => fixedPointValue(sums, cell));
  return {
    kind: 'cross-products',
    n: complete,
    columns: drivers.length,
    sums: values.slice(0, -1),
  };
}
