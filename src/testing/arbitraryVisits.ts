import type { Arbitrary } from 'fast-check';
import { checkCycleShape } from '../model/checkShapes.ts';
import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { Visit } from '../model/observations.ts';
import { checkCount, checkOptions } from '../shared/refuse.ts';
import { checkFastCheck } from './checkFastCheck.ts';
import type { FastCheck } from './fastCheck.ts';

/** What {@link arbitraryVisits} makes. */
export interface ArbitraryVisitsOptions {
  /** How many visits there are at least, whole number; 0 when absent. */
  readonly least?: number;
  /** How many visits there are at most, whole number; 12 when absent. */
  readonly most?: number;
}

/**
 * Visits to a cycle as `tallyVisits` takes them, ratings and `overall` from 1 to 5: moments passed and
 * not passed, rated and not rated, with incidents reported, denied and not asked for, with what became
 * of them, and with waits.
 *
 * @param fc - fast-check, as you import it
 * @param cycle - the cycle whose moments are visited
 * @param options - how many
 * @throws ServiceCycleError `invalid-argument` where an option is no count
 * @example
 * import fc from 'fast-check';
 * import { tallyVisits } from 'service-cycle';
 * import { mergeVisitTallies } from 'service-cycle/moments';
 * import { arbitraryVisits } from 'service-cycle/testing';
 *
 * const cycle = {
 *   id: 'desk',
 *   name: 'Desk',
 *   moments: [{ id: 'wait', name: 'Waits', contact: 'none' }],
 * } as const;
 * // Two halves of the visits, counted apart and put together, are the visits counted at once.
 * const law = fc.property(arbitraryVisits(fc, cycle, { least: 2 }), (visits) => {
 *   const first = tallyVisits(cycle, visits.slice(0, 1));
 *   const rest = tallyVisits(cycle, visits.slice(1), { firstPosition: 1 });
 *   const all = tallyVisits(cycle, visits);
 *   return JSON.stringify(mergeVisitTallies(first, rest)) === JSON.stringify(all);
 * });
 * fc.check(law, { seed: 1 }).failed; // => false
 */
export function arbitraryVisits<Ids extends CycleIds>(
  fc: FastCheck,
  cycle: Cycle<Ids>,
  options: ArbitraryVisitsOptions = {},
): Arbitrary<Visit<Ids['moment']>[]> {
  checkFastCheck(fc);
  checkCycleShape(cycle);
  checkOptions(options, ['least', 'most']);
  checkCount('least', options.least ?? 0);
  const { least = 0, most = Math.max(12, least) } = options;
  checkCount('least', least);
  checkCount('most', most, least);
  const rating = fc.constantFrom<(number | string | null)[]>(1, 2, 3, 4, 5, null, 'not-applicable');
  const parts = {
    complained: fc.boolean(),
    times: fc.integer({ min: 0, max: 4 }),
    answeredAfterHours: fc.nat({ max: 400 }).map((quarters) => quarters / 4),
    recovered: fc.boolean(),
  };
  const problem = fc.record(parts, { requiredKeys: [] });
  const incident = fc.record(
    {
      cause: fc.constantFrom('queue too long', 'form missing', 'rude'),
      severity: fc.integer({ min: 1, max: 10 }),
      ...parts,
    },
    { requiredKeys: [] },
  );
  const moment = fc.record(
    {
      rating,
      incident: fc.oneof(fc.boolean(), fc.constant(null), incident),
      // Quarters of a second add up exactly, so that a law may compare sums.
      waitSeconds: fc.oneof(
        fc.constant(null),
        fc.nat({ max: 4000 }).map((quarters) => quarters / 4),
      ),
    },
    { requiredKeys: [] },
  );
  const moments = fc.record(Object.fromEntries(cycle.moments.map(({ id }) => [id, moment])), {
    requiredKeys: [],
  });
  const visit = fc.record(
    {
      moments,
      problem: fc.oneof(fc.boolean(), fc.constant(null), problem),
      overall: rating,
      wouldReturn: fc.option(fc.boolean()),
    },
    { requiredKeys: ['moments'] },
  );
  return fc.array(visit, { minLength: least, maxLength: most }) as Arbitrary<
    Visit<Ids['moment']>[]
  >;
}
