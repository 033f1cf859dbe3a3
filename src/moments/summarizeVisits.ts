import type { Cycle } from '../model/cycle.ts';
import { quote } from '../shared/quote.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import type { VisitSummary } from './types.ts';
import type { VisitTally } from './visits/types.ts';

/**
 * The visits that verdicts on a cycle rest on, and what is wrong with them.
 *
 * @throws ServiceCycleError `invalid-argument` when they are visits of another cycle
 */
export function summarizeVisits(cycle: Cycle, tally: VisitTally): VisitSummary {
  const { definition, visits, unreadable, outcome, issues } = tally;
  if (definition.cycle !== cycle.id) {
    const message = `found visits of cycle ${quote(definition.cycle)}, expected ${quote(cycle.id)}`;
    throw new ServiceCycleError('invalid-argument', message);
  }
  const known = new Set(cycle.moments.map(({ id }) => id));
  const unknownMoments = definition.moments.filter((moment) => !known.has(moment));
  return { visits, unreadable, outcome, issues, unknownMoments };
}
