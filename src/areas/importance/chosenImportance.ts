import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import type { Random } from '../../stats/random/createRandom.ts';
import { drawMultinomial } from '../../stats/random/drawMultinomial.ts';
import type { AreaEvidence, AreaImportance, AreaWarning, DerivedAreaImportance } from '../types.ts';
import { areaImportances } from './areaImportances.ts';
import { askedImportances, meanAnswer } from './askedImportances.ts';
import { deriveWithDraws } from './deriveImportance.ts';
import type { DriverTally } from './types.ts';

/** The importance that areas are judged by, and what else is known of it. */
export interface ChosenImportance<AreaId extends string = string> {
  /** Where it comes from; absent where nothing is known. */
  readonly from?: 'stated' | 'asked' | 'derived';
  /** The importance, by area. */
  readonly values: ReadonlyMap<AreaId, AreaImportance>;
  /** What is derived, by area, whether it is used or not. */
  readonly derived: ReadonlyMap<string, DerivedAreaImportance>;
  /** Draws the importances that rest on answers anew; absent where none does. */
  readonly redraw?: (random: Random) => ReadonlyMap<string, number>;
  /** What is odd about it. */
  readonly warnings: readonly AreaWarning[];
}

/**
 * Chooses the importance that areas are judged by: as stated by the organization, else as customers
 * were asked, else as derived from their answers; or as derived where that is preferred and can be.
 */
export function chosenImportance<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  { scores, drivers }: AreaEvidence<Ids>,
  prefer: 'stated' | 'derived',
): ChosenImportance<Ids['area']> {
  const said = areaImportances(cycle, scores);
  const { known, usable, warnings, redraw } = derive(drivers);
  const isDerived = usable && (prefer === 'derived' || said.size === 0);
  const told = prefer === 'derived' || said.size === 0 ? warnings : [];
  if (isDerived && drivers !== undefined) {
    const values = new Map<Ids['area'], AreaImportance>();
    for (const { id } of cycle.areas ?? []) {
      const own = known.get(id);
      if (own !== undefined) values.set(id, { value: own.value, basis: 'measured' });
    }
    return {
      from: 'derived',
      values,
      derived: known,
      ...(redraw && { redraw }),
      warnings: told,
    };
  }
  if (said.size === 0) return { values: said, derived: known, warnings: told };
  const isStated = [...said.values()].some(({ basis }) => basis === 'judged');
  const asked = isStated ? new Map<never, never>() : askedImportances<Ids>(scores);
  return {
    from: isStated ? 'stated' : 'asked',
    values: said,
    derived: known,
    ...(!isStated && {
      redraw: (random: Random): ReadonlyMap<string, number> =>
        new Map(
          [...asked].map(([area, { scale, perAnswer, n }]) => {
            const drawn = drawMultinomial(random, Math.max(1, Math.round(n)), perAnswer);
            return [area, meanAnswer({ scale, perAnswer: drawn })];
          }),
        ),
    }),
    warnings: told,
  };
}

function derive(tally: DriverTally | undefined): {
  readonly known: ReadonlyMap<string, DerivedAreaImportance>;
  readonly usable: boolean;
  readonly warnings: readonly AreaWarning[];
  readonly redraw?: (random: Random) => ReadonlyMap<string, number>;
} {
  if (tally === undefined) return { known: new Map(), usable: false, warnings: [] };
  const { importance: found, redraw } = deriveWithDraws(tally, {});
  if (found.kind === 'not-estimable') {
    const { reason } = found;
    return {
      known: new Map(),
      usable: false,
      warnings: [{ code: 'importance-not-derived', reason }],
    };
  }
  const { drivers, refusals } = found;
  const known = new Map<string, DerivedAreaImportance>();
  for (const { driver, importance, isSuppressor } of drivers) {
    if (importance.kind !== 'estimate') continue;
    const { value, share = 0, interval, n } = importance;
    known.set(driver, {
      value,
      share,
      ...(interval && { interval }),
      isSuppressor,
      n,
      basis: 'measured',
    });
  }
  return {
    known,
    usable: refusals.length === 0,
    ...(redraw && { redraw }),
    warnings: refusals.length === 0 ? [] : [{ code: 'importance-not-ranked', refusals }],
  };
}
