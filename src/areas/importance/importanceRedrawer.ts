import type { Random } from '../../stats/random/createRandom.ts';
import { johnsonWeights } from '../../stats/regression/johnsonWeights.ts';
import { toCorrelations } from '../../stats/regression/toCorrelations.ts';
import { correlationDrawer } from './correlationDrawer.ts';
import { equivalentCases } from './equivalentCases.ts';
import { toCrossProducts } from './toCrossProducts.ts';
import type { DriverTally } from './types.ts';

/**
 * Makes a source of Johnson's weights as other samples of the same size might have given them, driver
 * by driver; nothing of drivers that do not vary.
 *
 * @param tally - a tally that importance can be derived from
 */
export function importanceRedrawer(
  tally: DriverTally,
): (random: Random) => ReadonlyMap<string, number> {
  const correlations = toCorrelations(toCrossProducts(tally));
  const draw = correlationDrawer(correlations, equivalentCases(tally));
  const ids = correlations.varying.map((column) => tally.drivers[column]?.id ?? '');
  return (random) => {
    const drawn = draw && johnsonWeights(draw(random));
    const columns = drawn?.kind === 'estimate' ? drawn.columns : [];
    return new Map(
      ids.map((id, place) => {
        const column = columns[place];
        return [id, column?.kind === 'share' ? column.explained : 0];
      }),
    );
  };
}
