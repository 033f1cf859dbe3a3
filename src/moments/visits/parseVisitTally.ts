import { checkCycleShape } from '../../model/checkShapes.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import type { Result } from '../../shared/result.ts';
import { readThrough } from '../../survey/doors/tallyDoor.ts';
import type { VisitTally } from './types.ts';
import { visitDoor } from './visitDoor.ts';

/**
 * Reads a tally of visits out of anything, such as parsed JSON from a file or another machine, and reports
 * every fault at once, as `parseTally` does with the tallies of a survey.
 *
 * What is accepted is what `tallyVisits` makes of this cycle: its moments in order, and counts that are whole
 * numbers and agree with each other. Every visit is counted once by how it ended, by its overall answer and,
 * at each moment, by what told of incidents; incidents of pairs are among those of each; sums of ratings are
 * those that so many visits can have. What is read shares nothing with the input.
 *
 * Issue codes: `wrong-type`, `missing`, `unknown-key`, `out-of-range`, `not-allowed` (another kind, a
 * word there is not), `duplicate-id` (a cause twice), `unknown-reference` (a driver that is no moment), `contradiction`
 * (another cycle, sums that do not add up). Of one kind of fault in one place the first 20 are listed.
 *
 * @param cycle - the cycle that customers went through
 * @param input - anything
 * @returns the tally, or all issues with path, finding and expectation
 * @throws ServiceCycleError `invalid-argument` for what is no cycle
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
 * });
 * const tally = tallyVisits(desk, [{ moments: { greet: { incident: true } }, overall: 2 }]);
 * const result = parseVisitTally(desk, JSON.parse(JSON.stringify(tally)));
 * result.ok && result.value.outcome; // => { dissatisfied: 1, satisfied: 0, unknown: 0 }
 * const forged = parseVisitTally(desk, { ...tally, visits: 7 });
 * forged.ok || forged.issues[0].message;
 * // => 'outcome: found 1, expected counts that come to the 7 visits'
 */
export function parseVisitTally<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  input: unknown,
): Result<VisitTally<Ids['moment']>> {
  checkCycleShape(cycle);
  return readThrough(visitDoor(), cycle, input);
}
