import type { Cycle } from '../model/cycle.ts';
import { quote } from '../shared/quote.ts';
import { refuse } from '../shared/refuse.ts';
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
    refuse('the cycle of the visits', definition.cycle, quote(cycle.id));
  }
  const known = new Set(cycle.moments.map(({ id }) => id));
  const unknownMoments = definition.moments.filter((moment) => !known.has(moment));
  return { visits, unreadable, outcome, issues, unknownMoments };
}
